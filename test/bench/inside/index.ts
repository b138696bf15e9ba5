// Runs inside workerd, beside a D1 of its own: the worker's own functions, timed and counted. A path per measurement.
import type { RatingEvent } from '../../../shared/api/schemas.ts';
import { ASPECTS, REASONS, SCORES, WAITS } from '../../../shared/words.ts';
import { createApp, earth } from '../../../worker/app.ts';
import type { Asker, Env } from '../../../worker/env.ts';
import { mintAccess } from '../../../worker/identity/access.ts';
import { takeRatings } from '../../../worker/intake.ts';
import { runTick } from '../../../worker/jobs/tick.ts';
import { counted } from './counted.ts';

/** Rates the others and is not rated. */
const RATERS_TEAM = 60;
let clock = Date.UTC(2026, 9, 5, 3);
const world = { ...earth, now: () => clock };
const pick = <T>(from: readonly T[], at: number): T => {
  const found = from[at % from.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

let made = 0;
/** One more person who rates. */
const rater = (env: Env): Asker => {
  made += 1;
  return { person: made, issuer: env.ISSUER, subject: `rater-${made}`, team: RATERS_TEAM };
};

/** A rating as the row and the panel make them; `full`: with everything that may be said. */
function event(team: number, full: boolean): RatingEvent {
  made += 1;
  const base = {
    id: crypto.randomUUID(),
    rev: clock,
    team,
    conversation: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', ''),
    score: pick(SCORES, made * 7),
  };
  if (!full) return base;
  return {
    ...base,
    aspect: { name: pick(ASPECTS, made), score: pick(SCORES, made) },
    reasons: [pick(REASONS, made)],
    wait: pick(WAITS, made),
  };
}

/** Ms of each, over `times` in a row: the clock of a worker shows whole milliseconds, and only after I/O. */
const timed = async (times: number, work: (at: number) => Promise<unknown>) => {
  const before = performance.now();
  for (let at = 0; at < times; at += 1) await work(at);
  return (performance.now() - before) / times;
};

/** Ms of a bare insert, of one rating taken in, and of a batch of 100, in turn. */
async function ingest(env: Env, rounds: number) {
  const columns = 'id INTEGER PRIMARY KEY, team INTEGER, rater BLOB, key BLOB, score INTEGER';
  await env.DB.exec(`CREATE TABLE IF NOT EXISTS bare(${columns}) STRICT`);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const insert = env.DB.prepare('INSERT INTO bare(team, rater, key, score) VALUES(?1, ?2, ?3, ?4)');
  const some = (count: number) => Array.from({ length: count }, (_, at) => event(7 + ((made + at) % 50), true));
  const take = (count: number) => takeRatings(env, world, rater(env), some(count));
  const times: Record<'bare' | 'one' | 'hundred', number[]> = { bare: [], one: [], hundred: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(await timed(40, () => insert.bind(3, bytes, bytes, 4).run()));
    times.one.push(await timed(20, () => take(1)));
    times.hundred.push(await timed(4, () => take(100)));
  }
  return times;
}

/** Rows written over some weekly ticks in which ten people rate each of ten teams, and by sending everything again. */
async function rows(env: Env, full: boolean) {
  const { db, rows: total } = counted(env.DB);
  const watched = { ...env, DB: db };
  const sum = { ratings: 0, ingest: 0, release: 0, replay: 0 };
  const count = async (into: 'ingest' | 'release' | 'replay', work: () => Promise<unknown>) => {
    const before = total.written;
    await work();
    sum[into] += total.written - before;
  };
  for (let week = 0; week < 4; week += 1) {
    for (let person = 0; person < 100; person += 1) {
      const asker = rater(env);
      const events = [event(10 + (person % 10), full)];
      await count('ingest', () => takeRatings(watched, world, asker, events));
      await count('replay', () => takeRatings(watched, world, asker, events));
      sum.ratings += 1;
    }
    clock += 7 * 86_400_000;
    await count('release', () => runTick(watched, world));
  }
  return sum;
}

/** Rows that a page reads, and its HTML. */
async function page(env: Env, request: Request) {
  const { db, rows: total } = counted(env.DB);
  const url = new URL(request.url);
  const asked = new Request(`${env.ORIGIN}${url.searchParams.get('path')}`, { headers: request.headers });
  const response = await createApp(world).fetch(asked, { ...env, DB: db });
  return { status: response.status, read: total.read, html: await response.text() };
}

/** Bytes of the directory at first, and when it is asked for again with the tag of before. */
async function directory(env: Env) {
  const token = await mintAccess(env, world, rater(env));
  const ask = async (tag: string | null) => {
    const headers = { authorization: `Bearer ${token}`, ...(tag ? { 'if-none-match': tag } : {}) };
    return createApp(world).fetch(new Request(`${env.ORIGIN}/api/directory?kinds=mail`, { headers }), env);
  };
  const first = await ask(null);
  const again = await ask(first.headers.get('etag'));
  return {
    first: (await first.arrayBuffer()).byteLength,
    again: (await again.arrayBuffer()).byteLength,
    status: again.status,
  };
}

export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    try {
      if (url.pathname === '/ingest') return Response.json(await ingest(env, Number(url.searchParams.get('rounds'))));
      if (url.pathname === '/rows') return Response.json(await rows(env, url.searchParams.has('full')));
      if (url.pathname === '/directory') return Response.json(await directory(env));
      if (url.pathname === '/page') return Response.json(await page(env, request));
      return new Response('no such measurement', { status: 404 });
    } catch (error) {
      return new Response(error instanceof Error ? `${error.stack}` : String(error), { status: 500 });
    }
  },
} satisfies ExportedHandler<Env>;

// The worker inside workerd with a real D1: time of an ingest, rows written per rating, rows read and bytes sent per page.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker, type Database, migrate, startWorker } from '../stack/worker.ts';
import { type Figure, median, type Section } from './figure.ts';
import { gzipped } from './sizes.ts';

const TEAMS = 60;
const ORIGIN = 'http://localhost:1';
const ISSUER = 'http://127.0.0.1:1';
const SESSION = 'c2Vzc2lvbi1vZi10aGUtYmVuY2gtc2Vzc2lvbi1vZi1i';
/** More than any of these makes the run long, and shows nothing new. */
const SIZES = process.argv.includes('--million') ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];

/** 60 teams: the company, five groups, and ten or eleven teams in each; one reader, signed in. */
async function found(db: Database): Promise<void> {
  const parent = (team: number) => (team === 1 ? null : team <= 6 ? 1 : 2 + (team % 5));
  await addTeams(
    db,
    Array.from({ length: TEAMS }, (_, at) => at + 1),
    parent,
  );
  await db.batch([
    db.prepare("INSERT INTO person(id, email, name, team) VALUES(1, 'an@acme.test', 'Nguyễn Văn An', 60)"),
    db.prepare("INSERT INTO identity(issuer, subject, person) VALUES(?1, 'an', 1)").bind(ISSUER),
    db
      .prepare("INSERT INTO session(hash, person, issuer, subject, expires) VALUES(?1, 1, ?2, 'an', 9e15)")
      .bind(new Uint8Array(createHash('sha256').update(SESSION).digest()), ISSUER),
  ]);
}

async function addTeams(db: Database, ids: readonly number[], parent: (team: number) => number | null): Promise<void> {
  const insert = db.prepare('INSERT INTO team(id, parent, name, name_vi, rated_as) VALUES(?1, ?2, ?3, ?4, ?1)');
  await db.batch(ids.map((id) => insert.bind(id, parent(id), `Team number ${id}`, `Nhóm số ${id}`)));
}

export async function worker(): Promise<Section> {
  const state = mkdtempSync(join(tmpdir(), 'hearback-bench-'));
  await bundleWorker('bench', 'test/bench/inside/index.ts');
  const running = await startWorker({
    state,
    bundle: 'bench',
    variables: {
      ORIGIN,
      ISSUER,
      CLIENT_SECRET: 'bench',
      SECRET: 'YmVuY2gtc2VjcmV0LWJlbmNoLXNlY3JldC1iZW5jaC0wMQ',
      TICK: 'weekly',
    },
  });
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${running.port}${path}`, {
      headers: { cookie: `__Host-session=${SESSION}`, 'accept-language': 'en' },
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };
  try {
    await migrate(running.db);
    await found(running.db);
    const figures = [...(await written(ask)), ...(await ingest(ask)), ...(await pages(ask, running.db))];
    return { title: 'Worker, in workerd with D1', figures };
  } finally {
    await running.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

type Ask = (path: string) => Promise<unknown>;

async function ingest(ask: Ask): Promise<Figure[]> {
  const times = record(await ask('/ingest?rounds=10'));
  const time = (name: string) => median(numbers(times[name]).slice(1));
  const beside = { what: 'a bare insert', value: time('bare') };
  return [
    {
      what: 'one rating taken in',
      value: time('one'),
      unit: 'ms',
      beside,
      budget: { most: 2, of: 'ratio' },
      gate: true,
    },
    {
      what: 'each of a batch of 100',
      value: time('hundred') / 100,
      unit: 'ms',
      beside,
      budget: { most: 0.1, of: 'ratio' },
      gate: true,
    },
  ];
}

async function written(ask: Ask): Promise<Figure[]> {
  const plain = record(await ask('/rows'));
  const full = record(await ask('/rows?full'));
  const of = (counts: Record<string, unknown>, name: string) => Number(counts[name]) / Number(counts.ratings);
  const whole = (counts: Record<string, unknown>) => of(counts, 'ingest') + of(counts, 'release');
  return [
    {
      what: 'rows written per rating and its release, 10 voices each',
      value: whole(plain),
      unit: 'rows',
      beside: { what: 'without the release', value: of(plain, 'ingest') },
      budget: { most: 6, of: 'value' },
      gate: true,
    },
    {
      what: 'the same with an aspect, a reason and a wait',
      value: whole(full),
      unit: 'rows',
      beside: { what: 'without the release', value: of(full, 'ingest') },
      budget: { most: 6, of: 'value' },
      gate: true,
    },
    {
      what: 'rows written when it is sent again',
      value: of(plain, 'replay') + of(full, 'replay'),
      unit: 'rows',
      budget: { most: 0, of: 'value' },
      gate: true,
    },
  ];
}

/** A group of teams, of which its page shows each. */
const GROUP = 2;
const ADDED = 20;

async function pages(ask: Ask, db: Database): Promise<Figure[]> {
  const paths = ['/', `/teams/${GROUP}`, `/teams/${TEAMS}`];
  const reads = new Map<string, number[]>(paths.map((path) => [path, []]));
  const figures: Figure[] = [];
  const [few = 0, ...more] = SIZES;
  for (const size of [few, ...more]) {
    await fill(db, size);
    for (const path of paths) reads.get(path)?.push((await open(ask, path)).read);
  }
  for (const path of paths) {
    const [first = 0, ...rest] = reads.get(path) ?? [];
    figures.push({
      what: `rows read, ${path}, ${TEAMS} teams, ${(more.at(-1) ?? few).toLocaleString('en')} ratings`,
      value: rest.at(-1) ?? first,
      unit: 'rows',
      beside: { what: `with ${few.toLocaleString('en')}`, value: first },
      budget: { most: 1, of: 'ratio' },
      gate: true,
    });
  }
  for (const path of paths.slice(0, 2)) {
    const { html } = await open(ask, path);
    const shown = new Set(html.match(/Team number \d+/g)).size;
    const limits = { budget: { most: 40, of: 'value' }, gate: true } as const;
    figures.push({ what: `HTML of ${path}, ${shown} teams`, value: gzipped(html), unit: 'kB gzip', ...limits });
    const scripts = html.match(/<script/g)?.length ?? 0;
    figures.push({
      what: `scripts in ${path}`,
      value: scripts,
      unit: 'requests',
      budget: { most: 0, of: 'value' },
      gate: true,
    });
  }
  const all = Array.from({ length: ADDED }, (_, at) => TEAMS + 1 + at);
  await addTeams(db, all, () => GROUP);
  await addSeries(db, all);
  for (const path of paths.slice(0, 2)) {
    const { read, html } = await open(ask, path);
    if (!html.includes(`Team number ${TEAMS + ADDED}<`)) throw new Error(`${path} does not show every team`);
    figures.push({
      what: `rows read per team more that ${path} shows`,
      value: (read - (reads.get(path)?.at(-1) ?? 0)) / ADDED,
      unit: 'rows',
      budget: { most: 2, of: 'value' },
      gate: true,
    });
  }
  return figures;
}

async function open(ask: Ask, path: string): Promise<{ read: number; html: string }> {
  const { read, html, status } = record(await ask(`/page?path=${encodeURIComponent(path)}`));
  if (status !== 200 || typeof html !== 'string') throw new Error(`${path} answered ${status}`);
  return { read: Number(read), html };
}

/** Brings the database to so many released ratings, and gives every team half a year of releases. */
async function fill(db: Database, ratings: number): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM rating'),
    db.prepare('DELETE FROM series'),
    db
      .prepare(
        `WITH RECURSIVE row(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM row WHERE id < ?1)
         INSERT INTO rating(id, pool, team, customer, epoch, day, k, rater, key, n, rev, event, score)
         SELECT id, 1 + id % 60, 1 + id % 60, 60, 1, 20000, 5, randomblob(16), randomblob(16), 0, id, randomblob(16), 1 + id % 5 FROM row`,
      )
      .bind(ratings),
  ]);
  await addSeries(
    db,
    Array.from({ length: TEAMS }, (_, at) => at + 1),
  );
}

/** The Monday (days since 1970) and the tick (seconds) of the newest release: 23 November 2026. */
const MONDAY = 20_780;
const TICK = MONDAY * 86_400 - 3600;

/** Every team gets figures of its own: the same ones sixty times would be packed away by gzip. */
async function addSeries(db: Database, ids: readonly number[]): Promise<void> {
  const facets = { wait: { '1h': 40, '4h': 60 }, reason: { fast: 30 }, aspect: { ease: [30, 1, 2, 5, 12, 10] } };
  const insert = db.prepare('INSERT INTO series(team, points, last_tick, last_n, facets) VALUES(?1, ?2, ?3, ?4, ?5)');
  await db.batch(
    ids.map((team) => {
      const points = Array.from({ length: 26 }, (_, week) => {
        const counts = [1, 2, 3, 4, 5].map((score) => 1 + ((team * 31 + week * 17 + score * 7) % (score + 4)));
        return [MONDAY - 7 * (25 - week), counts.reduce((sum, count) => sum + count), ...counts];
      });
      return insert.bind(team, JSON.stringify(points), TICK, points.at(-1)?.[1] ?? 0, JSON.stringify(facets));
    }),
  );
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  return Object.fromEntries(Object.entries(value));
}

function numbers(value: unknown): number[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value.map(Number);
}

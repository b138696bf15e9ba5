// "This site should be known": counted once per person, shown from k people on, and only at ticks.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { earth } from '../../worker/app.ts';
import type { Env } from '../../worker/env.ts';
import { runTick } from '../../worker/jobs/tick.ts';
import { readWished } from '../../worker/store/site-wishes.ts';
import { createWorld, foundAcme } from './acme.ts';
import { codeGrant, fetchCode, tokensIn } from './extension.ts';

const DAY = 86_400_000;
const HOST = 'tickets.acme.test';
const PEOPLE = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(async () => {
  await foundAcme();
  const people = PEOPLE.map((id) =>
    env.DB.prepare('INSERT INTO person(id, email, name, team) VALUES (?1, ?2, ?2, 3)').bind(id, `p${id}@acme.test`),
  );
  await env.DB.batch(people);
});
beforeEach(async () => {
  await env.DB.batch(
    ['site_wish', 'site_wished', 'job', 'state', 'rater_key'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
  );
  world = await createWorld();
});

async function tokenOf(person: number): Promise<string> {
  const account = { sub: `p${person}`, email: `p${person}@acme.test`, email_verified: true } as const;
  const { browser } = await world.signIn(account);
  const answer = await world.app.request(
    '/api/token',
    {
      method: 'POST',
      body: JSON.stringify(codeGrant(await fetchCode(browser))),
      headers: { 'Content-Type': 'application/json' },
    },
    env,
  );
  return (await tokensIn(answer)).accessToken;
}

const send = (token: string | null, body: string, type = 'application/json', at: Env = env) =>
  world.app.request(
    '/api/site-wishes',
    {
      method: 'POST',
      body,
      headers: { 'Content-Type': type, ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    },
    at,
  );

async function wish(people: readonly number[], host = HOST, at: Env = env): Promise<void> {
  for (const person of people) {
    const answer = await send(await tokenOf(person), JSON.stringify({ host }), 'application/json', at);
    expect(answer.status).toBe(204);
  }
}

const waiting = async () => (await env.DB.prepare('SELECT host, hex(key) key, k FROM site_wish').all()).results;
/** The next Monday's tick. */
async function tick(at: Env = env): Promise<void> {
  world.clock.now += 7 * DAY;
  await runTick(at, { ...earth, now: () => world.clock.now });
}
const shown = async () => (await readWished(env.DB)).map(({ host, n }) => [host, n]);

describe('a wish for a host', () => {
  it('is shown from five people on, at the next tick and not before, and then nothing of them is left', async () => {
    await wish(PEOPLE.slice(0, 4));
    await tick();
    expect(await shown()).toEqual([]);
    await wish(PEOPLE.slice(4, 5));
    expect(await shown()).toEqual([]);
    await tick();
    expect(await shown()).toEqual([[HOST, 5]]);
    expect(await waiting()).toEqual([]);
  });

  it('counts a person once, on however many devices', async () => {
    await wish([11, 11, 11, 11, 11, 12, 13]);
    await tick();
    expect(await shown()).toEqual([]);
    expect(await waiting()).toHaveLength(3);
  });

  it('grows by the voices of at least five people at a time', async () => {
    await wish(PEOPLE.slice(0, 6));
    await tick();
    expect(await shown()).toEqual([[HOST, 6]]);
    await wish(PEOPLE.slice(6, 10));
    await tick();
    expect(await shown()).toEqual([[HOST, 6]]);
    await wish(PEOPLE.slice(10));
    await tick();
    expect(await shown()).toEqual([[HOST, 11]]);
  });

  it('is stored without a name, a time or anything that two wishes of one person have in common', async () => {
    await wish([11]);
    await wish([11], 'wiki.acme.test');
    const rows = await waiting();
    expect(rows.map(({ host }) => host)).toEqual([HOST, 'wiki.acme.test']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
    const columns = await env.DB.prepare("SELECT name FROM pragma_table_info('site_wish')").all<{ name: string }>();
    expect(columns.results.map(({ name }) => name)).toEqual(['host', 'epoch', 'key', 'k', 'place']);
  });

  it('ends with its quarter where too few had it: under the next key somebody might count twice', async () => {
    await wish(PEOPLE.slice(0, 4));
    // Into January: the first tick of the quarter turns the key, the one after finds the old wishes gone by.
    while (world.clock.now < Date.UTC(2027, 0, 8)) await tick();
    await wish(PEOPLE.slice(3, 5));
    await tick();
    expect(await shown()).toEqual([]);
    expect(await waiting()).toHaveLength(2);
  });

  it('waits for as many people as it was promised to be among, though the company asks for fewer now', async () => {
    const fewer = { ...env, K: '3' };
    await wish([11]);
    await wish([12, 13], HOST, fewer);
    await wish([11, 12, 13], 'wiki.acme.test', fewer);
    await tick(fewer);
    expect(await shown()).toEqual([['wiki.acme.test', 3]]);
    await wish([14, 15], HOST, fewer);
    await tick(fewer);
    expect(await shown()).toEqual([
      [HOST, 5],
      ['wiki.acme.test', 3],
    ]);
  });

  it('is no longer shown a year after the last of them', async () => {
    await wish(PEOPLE.slice(0, 5));
    await tick();
    world.clock.now += 358 * DAY;
    await tick();
    expect(await shown()).toHaveLength(1);
    await tick();
    expect(await shown()).toEqual([]);
  });

  it('of made-up hosts cannot fill the table', async () => {
    await env.DB.prepare(
      `INSERT INTO site_wish(host, epoch, key, k) WITH RECURSIVE i(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM i WHERE i < 20000)
       SELECT 'h' || i, 1, zeroblob(16), 5 FROM i`,
    ).run();
    const answer = await send(await tokenOf(11), JSON.stringify({ host: HOST }));
    expect(answer.status, 'nobody is told that it was kept').toBe(429);
    // A browser leaves a server alone for as long as it asks: this is no reason to.
    expect(answer.headers.get('Retry-After')).toBeNull();
    expect(await env.DB.prepare('SELECT count(*) n FROM site_wish').first()).toEqual({ n: 20_000 });
  });

  it('of one person has eight places until the next tick, whatever was asked for again, and nobody else loses any', async () => {
    const token = await tokenOf(11);
    const ask = async (host: string) => (await send(token, JSON.stringify({ host }))).status;
    const hosts = Array.from({ length: 8 }, (_, at) => `made-up-${at}.acme.test`);
    for (const host of [...hosts, ...hosts]) expect(await ask(host)).toBe(204);
    expect(await ask(HOST)).toBe(429);
    expect(await waiting()).toHaveLength(8);
    await wish(PEOPLE.slice(1, 6));
    await tick();
    expect(await shown()).toEqual([[HOST, 5]]);
    world.clock.now += 60_000;
    const later = await send(await tokenOf(11), JSON.stringify({ host: HOST }));
    expect(later.status).toBe(204);
    expect(await waiting()).toHaveLength(9);
  });

  it('stands under names of which none ever comes up twice, not even after it was shown', async () => {
    const names = async () =>
      (
        await env.DB.prepare('SELECT hex(key) key, hex(place) place FROM site_wish').all<{
          key: string;
          place: string;
        }>()
      ).results;
    const seen: string[] = [];
    for (let round = 0; round < 3; round++) {
      await wish(PEOPLE.slice(0, 5), `h${round}.acme.test`);
      await wish(PEOPLE.slice(0, 2), `few${round}.acme.test`);
      seen.push(...(await names()).filter(({ key }) => !seen.includes(key)).flatMap(({ key, place }) => [key, place]));
      await tick();
    }
    expect(await shown()).toHaveLength(3);
    expect(seen).toHaveLength(42);
    expect(new Set(seen).size).toBe(42);
  });

  it.each<[string, unknown, string | undefined]>([
    ['a path', { host: 'tickets.acme.test/show' }, 'host'],
    ['a port', { host: 'tickets.acme.test:8443' }, 'host'],
    ['an address', { host: 'https://tickets.acme.test' }, 'host'],
    ['a person', { host: 'an@acme.test' }, 'host'],
    ['this machine', { host: 'localhost' }, 'host'],
    ['a number', { host: '192.168.1.7' }, 'host'],
    ['a device beside', { host: 'printer.local' }, 'host'],
    ['capital letters', { host: 'Tickets.acme.test' }, 'host'],
    ['a name too long', { host: `${'a.'.repeat(130)}test` }, 'host'],
    ['more than the host', { host: HOST, path: '/show' }, 'path'],
    ['no host', {}, 'host'],
  ])('with %s is refused', async (_, body, field) => {
    const answer = await send(await tokenOf(11), JSON.stringify(body));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'malformed', field });
    expect(await waiting()).toEqual([]);
  });

  it('is refused like any other request that is too large, no JSON, one too many, or nobody’s', async () => {
    const token = await tokenOf(11);
    const good = JSON.stringify({ host: HOST });
    const none = { ...env, LIMIT_API: { limit: async () => ({ success: false }) } };
    const answers = [
      await send(token, JSON.stringify({ host: 'a'.repeat(70_000) })),
      await send(token, good, 'text/plain'),
      await send(token, good, 'application/json', none),
      await send(null, good),
    ];
    expect(answers.map(({ status }) => status)).toEqual([413, 415, 429, 401]);
    expect(Number(answers[2]?.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await waiting()).toEqual([]);
  });
});

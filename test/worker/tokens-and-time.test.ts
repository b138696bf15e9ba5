// Whoever reads the database alone, at whatever moment, learns from sign-ins and renewals nothing of who rated what: ratings lie in it in
// the order in which they came, so a time or an order beside a person would tell.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, foundAcme } from './acme.ts';
import { codeGrant, fetchCode, post, refreshGrant, tokensIn } from './extension.ts';

type World = Awaited<ReturnType<typeof createWorld>>;
const PEOPLE = 6;
const TABLES = ['session', 'connect_code', 'refresh_token', 'refresh_family', 'identity', 'rater_name', 'signed_out'];
const WEEK_MS = 7 * 86_400_000;

beforeAll(async () => {
  await foundAcme();
  const person = env.DB.prepare('INSERT INTO person(id, email, name, team) VALUES(?1, ?2, ?3, 3)');
  await env.DB.batch(accounts.map(({ sub, email }, at) => person.bind(100 + at, email, sub)));
});
beforeEach(async () => {
  await env.DB.batch([...TABLES, 'rating'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
});

const accounts = Array.from({ length: PEOPLE }, (_, at) => ({
  sub: `p${at}`,
  email: `p${at}@acme.test`,
  email_verified: true as const,
}));

/** Everybody signs in, then in the given order each renews their sign-in and rates; what lies in the tables afterwards. */
async function live(world: World, order: readonly number[], minutes: (turn: number) => number) {
  const tokens: string[] = [];
  for (const account of accounts) {
    const code = await fetchCode((await world.signIn(account)).browser);
    tokens.push((await tokensIn(await post(world.app, '/api/token', codeGrant(code)))).refreshToken);
  }
  for (const [turn, at] of order.entries()) {
    world.clock.now += minutes(turn) * 60_000;
    const { accessToken } = await tokensIn(await post(world.app, '/api/token', refreshGrant(tokens[at] ?? '')));
    const event = { id: crypto.randomUUID(), rev: world.clock.now, team: 2, conversation: CONVERSATION, score: 4 };
    const headers = { Authorization: `Bearer ${accessToken}` };
    expect((await post(world.app, '/api/ratings', { events: [event] }, headers)).status).toBe(200);
  }
}

/** What the tables say of each person, in the order in which they say it, without what is random. */
async function told(): Promise<string> {
  const { results } = await env.DB.prepare(
    `SELECT f.person, f.expires family, f.revoked, t.step, t.used IS NULL unused, t.expires FROM refresh_family f
     JOIN refresh_token t ON t.family = f.id ORDER BY f.person, t.step`,
  ).all();
  const sessions = await env.DB.prepare('SELECT person, expires FROM session ORDER BY person, expires').all();
  const codes = await env.DB.prepare('SELECT person, expires FROM connect_code ORDER BY person, expires').all();
  const names = await env.DB.prepare('SELECT * FROM rater_name ORDER BY person').all();
  return JSON.stringify([results, sessions.results, codes.results, names.results]);
}

describe('What is stored of sign-ins', () => {
  it('is the same whoever renewed before whom, and when', async () => {
    const forwards = accounts.map((_, at) => at);
    await live(await createWorld(), forwards, () => 3);
    expect(await env.DB.prepare('SELECT count(*) FROM rating').first('count(*)')).toBe(PEOPLE);
    const first = await told();
    await env.DB.batch([...TABLES, 'rating'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
    await live(await createWorld(), forwards.toReversed(), (turn) => 5 + 2 * turn);
    expect(await told()).toBe(first);
    expect(first).toContain('"step":1');
  });

  it('holds no number that is finer than a week', async () => {
    await live(await createWorld(), [3, 1, 2], () => 7);
    for (const table of TABLES) {
      const { results } = await env.DB.prepare(`SELECT * FROM ${table}`).all();
      const numbers = results.flatMap(Object.values).filter((value) => typeof value === 'number' && value > 1e6);
      expect(numbers.filter((value) => value % WEEK_MS !== 0)).toEqual([]);
    }
  });

  it('leaves of a used token what only its holder can tell: nothing that comes up twice, or in order', async () => {
    const world = await createWorld();
    const used = async () => {
      const { results } = await env.DB.prepare('SELECT hex(used) used FROM refresh_token WHERE used IS NOT NULL').all<{
        used: string;
      }>();
      return results.map((row) => row.used);
    };
    await live(world, [0, 1, 2], () => 0);
    expect(new Set(await used()).size).toBe(3);
    for (const mark of await used()) expect(mark).toMatch(/^[0-9A-F]{64}$/);
  });

  it('lies in no order of arrival: each table is kept by what is random, or by the person', async () => {
    const { results } = await env.DB.prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%'`,
    ).all<{ name: string }>();
    const kept = results.map(({ name }) => name);
    expect(kept).toContain('rating');
    expect(kept.filter((name) => TABLES.includes(name))).toEqual([]);
  });
});

const CONVERSATION = btoa('c'.repeat(32)).replaceAll('=', '');

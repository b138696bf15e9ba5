// The company changes its identity provider: everybody is somebody new to it, and nobody is two people to Hearback.
import { env } from 'cloudflare:test';
import { beforeAll, expect, it } from 'vitest';
import type { Env } from '../../worker/env.ts';
import { runTick } from '../../worker/jobs/tick.ts';
import { createWorld, foundAcme } from './acme.ts';
import { codeGrant, fetchCode, post, tokensIn } from './extension.ts';

const MOVED: Env = { ...env, ISSUER: 'http://127.0.0.1:2' };
const WEEK_MS = 7 * 86_400_000;

beforeAll(async () => {
  await foundAcme();
  const person = env.DB.prepare('INSERT INTO person(id, email, name, team) VALUES(?1, ?2, ?3, 3)');
  await env.DB.batch([1, 2, 3, 4, 5].map((at) => person.bind(100 + at, `p${at}@acme.test`, `p${at}`)));
});

type World = Awaited<ReturnType<typeof createWorld>>;
const account = (at: number, sub: string) => ({ sub, email: `p${at}@acme.test`, email_verified: true as const });

async function connect(world: World, at: number, sub: string) {
  const { browser } = await world.signIn(account(at, sub));
  return tokensIn(await post(world.app, '/api/token', codeGrant(await fetchCode(browser)), {}, world.env));
}

async function rate(world: World, accessToken: string, conversation: string): Promise<void> {
  const key = btoa(conversation.padEnd(32, '.')).replaceAll('=', '');
  const event = { id: crypto.randomUUID(), rev: world.clock.now, team: 2, conversation: key, score: 4 };
  const headers = { Authorization: `Bearer ${accessToken}` };
  const answer = await post(world.app, '/api/ratings', { events: [event] }, headers, world.env);
  expect(await answer.json()).toMatchObject({ results: [{ result: 'accepted' }] });
}

const releases = async () => (await env.DB.prepare('SELECT n FROM release').all<{ n: number }>()).results;

it('three people are three, however many names they had, until five have rated', async () => {
  const before = await createWorld();
  const first = await Promise.all([1, 2, 3].map((at) => connect(before, at, `old-${at}`)));
  for (const { accessToken } of first) await rate(before, accessToken, 'before');

  const after = await createWorld(MOVED);
  const later = [];
  for (const at of [1, 2]) later.push(await connect(after, at, `new-${at}`));
  for (const { accessToken } of later) await rate(after, accessToken, 'after');
  // What they have on their devices stays theirs: what waits there, and which conversations they rated.
  for (const [at, { account, conversationSecret }] of later.entries()) {
    expect({ account, conversationSecret }).toEqual({
      account: first[at]?.account,
      conversationSecret: first[at]?.conversationSecret,
    });
  }
  const tick = async () => {
    after.clock.now += WEEK_MS;
    const now = after.clock.now;
    await runTick(MOVED, { now: () => now, random: (n) => crypto.getRandomValues(new Uint8Array(n)), fetch });
  };
  await tick();
  expect(await releases()).toEqual([]);

  for (const at of [4, 5]) {
    const { accessToken } = await connect(after, at, `new-${at}`);
    await rate(after, accessToken, 'after');
  }
  await tick();
  expect(await releases()).toEqual([{ n: 5 }]);
});

it('what the former provider vouched for opens nothing', async () => {
  const before = await createWorld();
  const { accessToken, refreshToken } = await connect(before, 1, 'old-1');
  const after = await createWorld(MOVED);
  const headers = { Authorization: `Bearer ${accessToken}` };
  expect((await after.app.request('/api/config', { headers }, MOVED)).status).toBe(401);
  const body = { grant: 'refresh', refreshToken };
  expect((await post(after.app, '/api/token', body, {}, MOVED)).status).toBe(400);
  expect((await before.app.request('/api/config', { headers }, env)).status).toBe(200);
});

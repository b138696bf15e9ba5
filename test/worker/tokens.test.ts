// The broker's back: codes for tokens, refresh tokens for fresh ones, and what becomes of stolen ones.
import { env } from 'cloudflare:test';
import { base64url, decodeJwt } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { earth } from '../../worker/app.ts';
import { forget } from '../../worker/identity/broker.ts';
import { an, binh, createWorld, foundAcme } from './acme.ts';
import { codeGrant, fetchCode, post, REDIRECT, refreshGrant, tokensIn } from './extension.ts';
import type { Account } from './issuer.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(foundAcme);
beforeEach(async () => {
  const tables = ['session', 'connect_code', 'refresh_token', 'refresh_family', 'signed_out'];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
  world = await createWorld();
});

const code = async (account: Account = an) => fetchCode((await world.signIn(account)).browser);
const trade = (body: object) => post(world.app, '/api/token', body);
const refresh = (token: string) => trade(refreshGrant(token));
const connect = async (account: Account = an) => tokensIn(await trade(codeGrant(await code(account))));
const config = (accessToken: string) =>
  world.app.request('/api/config', { headers: { Authorization: `Bearer ${accessToken}` } }, env);

async function expectRefused(answer: Response): Promise<void> {
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'invalid_grant' });
}

describe('A code', () => {
  it('is good for tokens that speak for its person', async () => {
    const tokens = await connect();
    expect(tokens.expiresIn).toBe(600);
    const answer = await config(tokens.accessToken);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ me: { email: 'an@acme.test' } });
  });

  it('is good for nothing with another verifier, but still with its own', async () => {
    const mine = await code();
    await expectRefused(await trade({ ...codeGrant(mine), verifier: 'w'.repeat(43) }));
    expect((await trade(codeGrant(mine))).status).toBe(200);
  });

  it('is good for nothing with another redirect address', async () => {
    await expectRefused(await trade({ ...codeGrant(await code()), redirectUri: `${REDIRECT}x` }));
  });

  it('is good for nothing after a minute', async () => {
    const late = await code();
    world.clock.now += 60_000;
    await expectRefused(await trade(codeGrant(late)));
  });

  it('is good for nothing once its person is inactive', async () => {
    const mine = await code(binh);
    await setActive(2, false);
    await expectRefused(await trade(codeGrant(mine)));
    await setActive(2, true);
  });

  it('that comes twice is refused and takes away what it gave the first time', async () => {
    const once = await code();
    const tokens = await tokensIn(await trade(codeGrant(once)));
    await expectRefused(await trade(codeGrant(once)));
    await expectRefused(await refresh(tokens.refreshToken));
  });

  it('sent ten times at once is good at most once', async () => {
    const once = await code();
    const answers = await Promise.all(Array.from({ length: 10 }, () => trade(codeGrant(once))));
    expect(answers.filter((answer) => answer.status === 200).length).toBeLessThanOrEqual(1);
    const families = await env.DB.prepare('SELECT count(*) AS n FROM refresh_family').first();
    expect(families).toEqual({ n: 1 });
  });

  it('is good for nothing when it is made up', async () => {
    await expectRefused(await trade(codeGrant('A'.repeat(43))));
  });

  it('that a session started under another provider is good for nothing here', async () => {
    const mine = await code();
    const moved = { ...env, ISSUER: 'http://127.0.0.1:2' };
    const body = JSON.stringify(codeGrant(mine));
    const init = { method: 'POST', body, headers: { 'Content-Type': 'application/json' } };
    await expectRefused(await world.app.request('/api/token', init, moved));
  });
});

describe('A refresh token', () => {
  it('is good for a fresh pair, and the fresh one as well', async () => {
    const first = await connect();
    const second = await tokensIn(await refresh(first.refreshToken));
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect((await refresh(second.refreshToken)).status).toBe(200);
  });

  it('is good again for half a minute at least, because an answer can be lost', async () => {
    const { refreshToken } = await connect();
    await refresh(refreshToken);
    world.clock.now += 30_000;
    const again = await tokensIn(await refresh(refreshToken));
    expect((await refresh(again.refreshToken)).status).toBe(200);
  });

  it('may lose its answer more than once', async () => {
    const { refreshToken } = await connect();
    for (let lost = 0; lost < 3; lost++) {
      await refresh(refreshToken);
      world.clock.now += 5000;
    }
    const found = await tokensIn(await refresh(refreshToken));
    expect((await refresh(found.refreshToken)).status).toBe(200);
  });

  it('that comes back after its half minute ends its whole family', async () => {
    const first = await connect();
    const second = await tokensIn(await refresh(first.refreshToken));
    world.clock.now += 40_000;
    await expectRefused(await refresh(first.refreshToken));
    await expectRefused(await refresh(second.refreshToken));
  });

  it('that comes back after its successor was used ends its whole family, also within the half minute', async () => {
    const first = await connect();
    const second = await tokensIn(await refresh(first.refreshToken));
    world.clock.now += 1;
    const third = await tokensIn(await refresh(second.refreshToken));
    await expectRefused(await refresh(first.refreshToken));
    await expectRefused(await refresh(third.refreshToken));
  });

  it('stolen and used within the half minute is noticed when its owner goes on', async () => {
    const { refreshToken } = await connect();
    const owner = await tokensIn(await refresh(refreshToken));
    const thief = await tokensIn(await refresh(refreshToken));
    world.clock.now += 600_000;
    await expectRefused(await refresh(owner.refreshToken));
    await expectRefused(await refresh(thief.refreshToken));
  });

  it('sent ten times at once leaves one token that works', async () => {
    const { refreshToken } = await connect();
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken)));
    const given = await Promise.all(answers.map(tokensIn));
    const unused = await env.DB.prepare('SELECT count(*) AS n FROM refresh_token WHERE used IS NULL').first();
    expect(given).toHaveLength(10);
    expect(unused).toEqual({ n: 1 });
  });

  it('ends only its own family when it is replayed', async () => {
    const other = await connect();
    const mine = await connect();
    await refresh(mine.refreshToken);
    world.clock.now += 60_000;
    await refresh(mine.refreshToken);
    expect((await refresh(other.refreshToken)).status).toBe(200);
  });

  it('is good for thirty days without use, and a family for almost half a year', async () => {
    const idle = await connect();
    let busy = await connect();
    const start = world.clock.now;
    for (let day = 29; day < 180; day += 29) {
      world.clock.now = start + day * 86_400_000;
      busy = await tokensIn(await refresh(busy.refreshToken));
    }
    await expectRefused(await refresh(idle.refreshToken));
    world.clock.now = start + 180 * 86_400_000;
    await expectRefused(await refresh(busy.refreshToken));
  });

  it('of an inactive person is good for nothing', async () => {
    const [unused, used] = [await connect(binh), await connect(binh)];
    await refresh(used.refreshToken);
    await setActive(2, false);
    await expectRefused(await refresh(unused.refreshToken));
    await expectRefused(await refresh(used.refreshToken));
    await setActive(2, true);
  });

  it('brings the team that its person has moved to', async () => {
    const tokens = await connect(binh);
    expect(decodeJwt(tokens.accessToken)).toMatchObject({ team: 2 });
    await env.DB.prepare('UPDATE person SET team = 3 WHERE id = 2').run();
    const moved = await tokensIn(await refresh(tokens.refreshToken));
    expect(decodeJwt(moved.accessToken)).toMatchObject({ team: 3 });
    await env.DB.prepare('UPDATE person SET team = 2 WHERE id = 2').run();
  });

  it('is stored as a hash, used or not', async () => {
    const first = await connect();
    const second = await tokensIn(await refresh(first.refreshToken));
    const { results } = await env.DB.prepare('SELECT hash FROM refresh_token ORDER BY used IS NULL').all();
    expect(results).toEqual([{ hash: await sha256(first.refreshToken) }, { hash: await sha256(second.refreshToken) }]);
  });
});

describe('Signing out', () => {
  const signOut = (body: object, headers = {}) => post(world.app, '/api/sign-out', body, headers);

  it('ends the family of a token, and no other', async () => {
    const [mine, other] = [await connect(), await connect()];
    expect((await signOut({ refreshToken: mine.refreshToken })).status).toBe(204);
    await expectRefused(await refresh(mine.refreshToken));
    expect((await refresh(other.refreshToken)).status).toBe(200);
  });

  it('works with a token that was used already, whose answer was lost', async () => {
    const { refreshToken } = await connect();
    const lost = await tokensIn(await refresh(refreshToken));
    await signOut({ refreshToken });
    await expectRefused(await refresh(lost.refreshToken));
  });

  it('everywhere ends every family, every code under way and every session of the person, and nobody else’s', async () => {
    const { browser } = await world.signIn(an);
    const underWay = await fetchCode(browser);
    const [mine, second, others] = [await connect(), await connect(), await connect(binh)];
    const answer = await signOut({ everywhere: true }, { Authorization: `Bearer ${mine.accessToken}` });
    expect(answer.status).toBe(204);
    await expectRefused(await trade(codeGrant(underWay)));
    await expectRefused(await refresh(mine.refreshToken));
    await expectRefused(await refresh(second.refreshToken));
    expect((await refresh(others.refreshToken)).status).toBe(200);
    const left = await env.DB.prepare('SELECT DISTINCT person FROM session').all();
    expect(left.results).toEqual([{ person: 2 }]);
  });

  it('everywhere needs an access token: a refresh token is not enough', async () => {
    const tokens = await connect();
    const answer = await signOut({ everywhere: true, refreshToken: tokens.refreshToken });
    expect(answer.status).toBe(401);
    expect((await refresh(tokens.refreshToken)).status).toBe(200);
  });

  it('of nothing is malformed', async () => {
    const answer = await signOut({});
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'malformed', field: 'refreshToken' });
  });

  it('bites within ten minutes, because the access token ends', async () => {
    const tokens = await connect();
    await signOut({ refreshToken: tokens.refreshToken });
    world.clock.now += 600_000;
    const answer = await config(tokens.accessToken);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer error="invalid_token"');
    expect(await answer.json()).toMatchObject({ code: 'expired' });
  });
});

describe('What belongs to a person', () => {
  it('is the same on every device and after every refresh', async () => {
    const [one, two] = [await connect(), await connect()];
    const later = await tokensIn(await refresh(one.refreshToken));
    expect(two).toMatchObject({ account: one.account, conversationSecret: one.conversationSecret });
    expect(later).toMatchObject({ account: one.account, conversationSecret: one.conversationSecret });
    expect(base64url.decode(one.conversationSecret)).toHaveLength(32);
  });

  it('is another for everybody else, and tells neither name nor address', async () => {
    const [mine, others] = [await connect(an), await connect(binh)];
    expect(mine.account).not.toBe(others.account);
    expect(mine.conversationSecret).not.toBe(others.conversationSecret);
    expect(mine.conversationSecret).not.toContain(mine.account);
  });

  it('is stored nowhere', async () => {
    const { account, conversationSecret } = await connect();
    for (const table of ['session', 'connect_code', 'refresh_family', 'refresh_token', 'identity', 'person']) {
      const rows = JSON.stringify((await env.DB.prepare(`SELECT * FROM ${table}`).all()).results);
      for (const secret of [account, conversationSecret]) {
        expect(rows).not.toContain(secret);
        expect(rows).not.toContain([...base64url.decode(secret)].join(','));
      }
    }
  });
});

describe('Housekeeping', () => {
  const count = (table: string) => env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n');
  const sweep = () => forget(env, { ...earth, now: () => world.clock.now });

  it('leaves what is in use and removes what is over', async () => {
    const tokens = await connect();
    await sweep();
    expect(await count('session')).toBe(1);
    expect((await refresh(tokens.refreshToken)).status).toBe(200);
    world.clock.now += 37 * 86_400_000;
    await sweep();
    for (const table of ['session', 'connect_code', 'refresh_token', 'refresh_family'])
      expect(await count(table)).toBe(0);
  });

  it('remembers a used token for a week, so that its replay is noticed', async () => {
    const first = await connect();
    const second = await tokensIn(await refresh(first.refreshToken));
    world.clock.now += 7 * 86_400_000 - 1;
    await sweep();
    await expectRefused(await refresh(first.refreshToken));
    await expectRefused(await refresh(second.refreshToken));
  });
});

async function setActive(person: number, active: boolean): Promise<void> {
  await env.DB.prepare('UPDATE person SET active = ? WHERE id = ?').bind(Number(active), person).run();
}

async function sha256(text: string): Promise<number[]> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))];
}

// After "sign out everywhere" nobody comes back unseen: each browser has to ask once, whatever session the identity provider still has.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { an, binh, createWorld, foundAcme } from './acme.ts';
import { type Browser, locationOf } from './browser.ts';
import { authorizePath, codeGrant, fetchCode, post, REDIRECT, tokensIn } from './extension.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(foundAcme);
beforeEach(async () => {
  const tables = ['session', 'connect_code', 'refresh_token', 'refresh_family', 'signed_out'];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
  world = await createWorld();
});

const parametersOf = (answer: Response) => Object.fromEntries(new URL(locationOf(answer)).searchParams);
const isProvider = (address: string) => new URL(address).origin === env.ISSUER;
const minutes = (n: number) => {
  world.clock.now += n * 60_000;
};

/** Somebody signs in on the pages and in the extension of one browser, and there signs out everywhere. */
async function signOutEverywhere(account: typeof an | typeof binh = an): Promise<void> {
  const { browser } = await world.signIn(account);
  const code = await fetchCode(browser);
  const { accessToken } = await tokensIn(await post(world.app, '/api/token', codeGrant(code)));
  const headers = { Authorization: `Bearer ${accessToken}` };
  expect((await post(world.app, '/api/sign-out', { everywhere: true }, headers)).status).toBe(204);
}

/** What the extension hears where the provider answers at once, from a session it has; `auth_time` where it tells. */
async function silently(browser: Browser, account: typeof an | typeof binh = an): Promise<Record<string, string>> {
  const away = await browser.open(await authorizePath({ prompt: 'none' }));
  const address = locationOf(away);
  return parametersOf(isProvider(address) ? await browser.open(world.issuer.approve(address, account)) : away);
}

const refused = { error: 'login_required', state: 'of-the-extension' };

describe('After signing out everywhere', () => {
  it('no other browser is signed in unseen, and somebody else still is', async () => {
    const other = world.browser();
    expect(await silently(other)).toHaveProperty('code');
    other.cookies.clear();
    await signOutEverywhere();
    expect(await silently(other)).toEqual(refused);
    expect(await silently(world.browser(), binh)).toHaveProperty('code');
  });

  it('no session of the pages opens anything', async () => {
    const { browser: other } = await world.signIn(an);
    expect((await other.open('/')).status).toBe(200);
    await signOutEverywhere();
    expect((await other.open('/')).status).toBe(303);
    expect(await silently(other)).toEqual(refused);
  });

  it('opening a page does not do it either: the provider is told to ask', async () => {
    await signOutEverywhere();
    const other = world.browser();
    const { answer } = await world.signIn(an, other, '/auth/sign-in?return=/teams/2');
    const asked = new URL(locationOf(answer));
    expect(asked.origin).toBe(env.ISSUER);
    expect(asked.searchParams.get('prompt')).toBe('login');
    expect((await env.DB.prepare('SELECT * FROM session').all()).results).toEqual([]);
    const back = await other.open(world.issuer.approve(asked.href, an));
    expect(locationOf(back)).toBe('http://localhost/teams/2');
    expect((await other.open('/')).status).toBe(200);
  });

  it('whoever signs in by hand is in at once, and unseen from then on in that browser, but in no other', async () => {
    await signOutEverywhere();
    const mine = world.browser();
    const asked = locationOf(await mine.open(await authorizePath({ prompt: 'login' })));
    const back = await mine.open(world.issuer.approve(asked, an));
    expect(locationOf(back).startsWith(REDIRECT)).toBe(true);
    expect(parametersOf(back)).toHaveProperty('code');
    minutes(13 * 60);
    expect(await silently(mine)).toHaveProperty('code');
    expect(await silently(world.browser())).toEqual(refused);
  });

  it('the next time it begins again, for those who had come back as well', async () => {
    await signOutEverywhere();
    const mine = world.browser();
    await mine.open(world.issuer.approve(locationOf(await mine.open(await authorizePath({ prompt: 'login' }))), an));
    await signOutAgain(mine);
    expect(await silently(mine)).toEqual(refused);
  });

  it('a browser that remembers somebody else’s coming back is not let in', async () => {
    await signOutEverywhere(an);
    await signOutEverywhere(binh);
    const shared = world.browser();
    const asked = locationOf(await shared.open(await authorizePath({ prompt: 'login' })));
    await shared.open(world.issuer.approve(asked, binh));
    const copy = world.browser();
    for (const [name, value] of shared.cookies) if (name.includes('anew')) copy.cookies.set(name, value);
    expect(await silently(copy, an)).toEqual(refused);
    expect(await silently(copy, binh)).toHaveProperty('code');
  });
});

describe('Where the provider says when it asked', () => {
  const says = (ago: number) => {
    world.issuer.misbehaviour.claims = { auth_time: world.clock.now / 1000 - ago };
  };

  it.each([0, 0.3, 60])(
    'an answer that it asked for just now, %s s after, need not be asked for twice',
    async (seconds) => {
      await signOutEverywhere();
      minutes(0.7 / 60);
      const browser = world.browser();
      const address = locationOf(await browser.open('/auth/sign-in'));
      minutes(seconds / 60);
      world.issuer.misbehaviour.claims = { auth_time: Math.floor(world.clock.now / 1000) };
      expect(locationOf(await browser.open(world.issuer.approve(address, an)))).toBe('http://localhost/');
    },
  );

  it('an old session is not taken for a new sign-in, though the flow asked for one', async () => {
    await signOutEverywhere();
    const browser = world.browser();
    const address = locationOf(await browser.open('/auth/sign-in?prompt=login'));
    says(3600);
    const answer = await browser.open(world.issuer.approve(address, an));
    expect(answer.status).toBe(400);
    expect((await env.DB.prepare('SELECT * FROM session').all()).results).toEqual([]);
    says(0);
    const again = locationOf(await browser.open('/auth/sign-in?prompt=login'));
    expect((await browser.open(world.issuer.approve(again, an))).status).toBe(303);
  });

  it('that it asked just now lets nobody in unseen: it may have been before the signing out', async () => {
    await signOutEverywhere();
    says(0);
    expect(await silently(world.browser())).toEqual(refused);
  });
});

/** Once more, in a browser with a session. */
async function signOutAgain(browser: Browser): Promise<void> {
  const { accessToken } = await tokensIn(await post(world.app, '/api/token', codeGrant(await fetchCode(browser))));
  await post(world.app, '/api/sign-out', { everywhere: true }, { Authorization: `Bearer ${accessToken}` });
}

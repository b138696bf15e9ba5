// The session of the pages: how long it lasts, what ends it, and where it is worth nothing.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { an, createWorld, foundAcme } from './acme.ts';
import { Browser, locationOf } from './browser.ts';
import { authorizePath } from './extension.ts';

const SESSION = '__Host-session';
let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(foundAcme);
beforeEach(async () => {
  world = await createWorld();
});

describe('A session', () => {
  const goesStraightOn = async (browser: Browser) => {
    const url = new URL(locationOf(await browser.open(await authorizePath())));
    return url.origin === new URL(env.EXTENSION_REDIRECTS).origin;
  };

  it('ends after half a day', async () => {
    const { browser } = await world.signIn(an);
    world.clock.now += 12 * 60 * 60 * 1000 - 1;
    expect(await goesStraightOn(browser)).toBe(true);
    world.clock.now += 1;
    expect(await goesStraightOn(browser)).toBe(false);
  });

  it('that another identity provider vouched for is void', async () => {
    const { browser } = await world.signIn(an);
    const headers = { Cookie: `${SESSION}=${browser.cookies.get(SESSION)}` };
    const answer = await world.app.request('/', { headers }, { ...env, ISSUER: 'http://127.0.0.1:2' });
    expect(locationOf(answer)).toBe('/auth/sign-in?return=%2F');
    expect((await world.app.request('/', { headers }, env)).status).toBe(200);
  });

  it('is asked for before a page, which is then returned to', async () => {
    const browser = world.browser();
    const asked = await browser.open('/teams/2?from=mail');
    expect(asked.status).toBe(303);
    const { answer } = await world.signIn(an, browser, locationOf(asked));
    expect(locationOf(answer)).toBe('http://localhost/teams/2?from=mail');
  });

  it('ends with sign-out, for a copy of the cookie as well', async () => {
    const { browser } = await world.signIn(an);
    const copy = new Browser(world.app);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    const answer = await browser.open('/auth/sign-out', { method: 'POST', headers: { Origin: env.ORIGIN } });
    expect(answer.status).toBe(303);
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect(await goesStraightOn(copy)).toBe(false);
    expect((await browser.open(locationOf(answer))).status).toBe(200);
  });

  it.each([
    ['another origin', { Origin: 'https://evil.test' }],
    ['no origin at all', {}],
    ['an opaque origin', { Origin: 'null' }],
    ['a sister site, as the browser says', { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-site' }],
    ['another site, as the browser says', { Origin: 'http://localhost', 'Sec-Fetch-Site': 'cross-site' }],
  ])('is not ended by a post from %s', async (_, headers) => {
    const { browser } = await world.signIn(an);
    const answer = await browser.open('/auth/sign-out', { method: 'POST', headers });
    expect(answer.status).toBe(403);
    expect(await goesStraightOn(browser)).toBe(true);
  });

  it('is not ended by a GET', async () => {
    const { browser } = await world.signIn(an);
    expect((await browser.open('/auth/sign-out')).status).toBe(404);
    expect(await goesStraightOn(browser)).toBe(true);
  });

  it('is not accepted by the API', async () => {
    const { browser } = await world.signIn(an);
    const answer = await browser.open('/api/config', { headers: { Accept: 'application/json' } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'unauthorized' });
  });
});

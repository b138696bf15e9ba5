// Signing in to the pages: through the company's identity provider, and by no other way.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { an, binh, createWorld, foundAcme } from './acme.ts';
import { type Browser, locationOf } from './browser.ts';
import { authorizePath } from './extension.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(foundAcme);
beforeEach(async () => {
  await env.DB.batch(['session', 'identity'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
  world = await createWorld();
});

const SESSION = '__Host-session';
const sessions = async () => (await env.DB.prepare('SELECT hash FROM session').all<{ hash: number[] }>()).results;
const setCookies = (answer: Response, name: string) =>
  answer.headers.getSetCookie().filter((cookie) => cookie.startsWith(name));

describe('Signing in', () => {
  it('goes to the provider with code, PKCE, state and nonce, and no secret', async () => {
    const url = new URL(locationOf(await world.browser().open('/auth/sign-in')));
    expect(url.origin + url.pathname).toBe(`${env.ISSUER}/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'hearback',
      redirect_uri: 'http://localhost/auth/callback',
      response_type: 'code',
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('comes back to the page that was asked for, with a session', async () => {
    const { browser, answer } = await world.signIn(
      an,
      world.browser(),
      '/auth/sign-in?return=%2Fteams%2F2%3Flang%3Dvi',
    );
    expect(answer.status).toBe(303);
    expect(locationOf(answer)).toBe('http://localhost/teams/2?lang=vi');
    expect(browser.cookies.has(SESSION)).toBe(true);
  });

  it('sets a cookie that is bound to the host and out of reach of scripts and other sites', async () => {
    const { answer } = await world.signIn(an);
    const [cookie = ''] = setCookies(answer, SESSION);
    expect(cookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
  });

  it('keeps no trace of the flow in the browser afterwards', async () => {
    const { browser } = await world.signIn(an);
    expect([...browser.cookies.keys()]).toEqual([SESSION]);
  });

  it('stores only the hash of the session', async () => {
    const { browser } = await world.signIn(an);
    const secret = browser.cookies.get(SESSION) ?? '';
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
    expect((await sessions()).map((row) => row.hash)).toEqual([[...digest]]);
  });

  it('starts a fresh session each time and ends the former one', async () => {
    const { browser } = await world.signIn(an);
    const former = browser.cookies.get(SESSION);
    await world.signIn(an, browser);
    expect(browser.cookies.get(SESSION)).not.toBe(former);
    expect(await sessions()).toHaveLength(1);
  });

  it('lets a page and another tab sign in at the same time', async () => {
    const browser = world.browser();
    const first = locationOf(await browser.open('/auth/sign-in?return=/first'));
    const second = locationOf(await browser.open('/auth/sign-in?return=/second'));
    expect(locationOf(await browser.open(world.issuer.approve(first, an)))).toBe('http://localhost/first');
    expect(locationOf(await browser.open(world.issuer.approve(second, an)))).toBe('http://localhost/second');
  });

  it('asks the provider for the address where the ID token does not carry it', async () => {
    world.issuer.misbehaviour.thinIdToken = true;
    const { browser } = await world.signIn({ sub: 'an' });
    expect(browser.cookies.has(SESSION)).toBe(true);
  });

  it('takes an address in capitals for the same address', async () => {
    const { browser } = await world.signIn({ ...an, email: 'An@ACME.test' });
    expect(browser.cookies.has(SESSION)).toBe(true);
  });

  it('finds an address that the company lists with capitals, on an index', async () => {
    await env.DB.prepare("INSERT INTO person(id, email, name, team) VALUES(50, 'Gia.Huy@Acme.test', 'Huy', 2)").run();
    const { browser } = await world.signIn({ sub: 'huy', email: 'gia.huy@acme.test', email_verified: true });
    expect(browser.cookies.has(SESSION)).toBe(true);
    const plan = env.DB.prepare(
      'EXPLAIN QUERY PLAN SELECT id FROM person WHERE lower(email) = lower(?1) AND active = 1',
    );
    expect(JSON.stringify((await plan.bind('x').all()).results)).toContain('person_address');
  });

  it('does not choose between two people whose addresses differ by capitals alone', async () => {
    await env.DB.prepare(
      "INSERT INTO person(id, email, name, team) VALUES(51, 'Lan@acme.test', 'L', 2), (52, 'lan@acme.test', 'L', 2)",
    ).run();
    const lan = { sub: 'lan', email: 'lan@acme.test', email_verified: true } as const;
    expect((await world.signIn(lan)).answer.status).toBe(403);
    await env.DB.prepare('UPDATE person SET active = 0 WHERE id = 51').run();
    expect((await world.signIn(lan)).answer.status).toBe(303);
  });

  it.each([true, 'true', 1, '1'])(
    "takes Entra ID's word that the address's domain is the tenant's own: %j",
    async (word) => {
      const { browser } = await world.signIn({ sub: 'an', email: 'an@acme.test', xms_edov: word });
      expect(browser.cookies.has(SESSION)).toBe(true);
    },
  );

  it('says that the provider is not there, and when to try again', async () => {
    world.issuer.misbehaviour.down = true;
    const answer = await world.browser().open('/auth/sign-in');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('10');
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
  });
});

describe('A return address', () => {
  it.each([
    '//evil.test/',
    '/\\evil.test/',
    '\\\\evil.test/',
    'https://evil.test/',
    'http://localhost@evil.test/',
    '/\t/evil.test/',
    '/\n/evil.test/',
    ' //evil.test/',
    'javascript:alert(1)',
    'http://localhost:81/',
    'evil.test',
    '',
  ])('that leads elsewhere is not followed: %j', async (path) => {
    const { answer } = await world.signIn(an, world.browser(), `/auth/sign-in?return=${encodeURIComponent(path)}`);
    expect(locationOf(answer)).toBe('http://localhost/');
  });

  it.each(['/.//evil.test', '/%2e%2e//evil.test'])('that only looks local stays on this host: %j', async (path) => {
    const { answer } = await world.signIn(an, world.browser(), `/auth/sign-in?return=${encodeURIComponent(path)}`);
    expect(new URL(locationOf(answer)).host).toBe('localhost');
  });
});

describe('A sign-in that does not hold', () => {
  async function refused(answer: Response, browser: Browser, status = 400): Promise<void> {
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Location')).toBeNull();
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect(await sessions()).toEqual([]);
  }

  it.each([
    ['another nonce', { nonce: 'x' }],
    ['another audience', { aud: 'somebody-else' }],
    ['another issuer', { iss: 'https://evil.test' }],
    ['a time that has passed', { exp: Date.UTC(2026, 10, 21, 11) / 1000 }],
  ])('because its ID token has %s starts no session', async (_, claims) => {
    world.issuer.misbehaviour.claims = claims;
    const { answer, browser } = await world.signIn(an);
    await refused(answer, browser);
  });

  it('because its ID token is signed with a key that is not the provider’s starts no session', async () => {
    world.issuer.misbehaviour.strangeKey = true;
    const { answer, browser } = await world.signIn(an);
    await refused(answer, browser);
  });

  it('because what the provider tells of the person is about another person starts no session', async () => {
    Object.assign(world.issuer.misbehaviour, { thinIdToken: true, strangeUserinfo: true });
    const { answer, browser } = await world.signIn({ sub: 'an' });
    await refused(answer, browser);
  });

  it.each([
    ['of another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.test')],
    ['without an issuer', (url: URL) => url.searchParams.delete('iss')],
    ['with another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    [
      'with a state that only begins like its own',
      (url) => url.searchParams.set('state', stateOf(url).padEnd(43, 'x')),
    ],
    ['without a state', (url: URL) => url.searchParams.delete('state')],
    ['with a made-up code', (url: URL) => url.searchParams.set('code', 'made-up')],
  ])('because its answer comes %s starts no session', async (_, tamper) => {
    const browser = world.browser();
    const back = new URL(world.issuer.approve(locationOf(await browser.open('/auth/sign-in')), an));
    tamper(back);
    await refused(await browser.open(back.href), browser);
  });

  it('because another browser began it starts no session (no sign-in can be foisted on somebody)', async () => {
    const back = world.issuer.approve(locationOf(await world.browser().open('/auth/sign-in')), binh);
    const victim = world.browser();
    await refused(await victim.open(back), victim);
  });

  it('because its flow cookie was made under another key or altered starts no session', async () => {
    const browser = world.browser();
    const back = world.issuer.approve(locationOf(await browser.open('/auth/sign-in')), an);
    for (const [name, value] of browser.cookies) browser.cookies.set(name, `${value.slice(0, -4)}AAAA`);
    await refused(await browser.open(back), browser);
  });

  it('because it took more than ten minutes starts no session', async () => {
    const browser = world.browser();
    const back = world.issuer.approve(locationOf(await browser.open('/auth/sign-in')), an);
    world.clock.now += 601_000;
    await refused(await browser.open(back), browser);
  });

  it('because the user said no starts no session', async () => {
    const browser = world.browser();
    const back = world.issuer.deny(locationOf(await browser.open('/auth/sign-in')), 'access_denied');
    await refused(await browser.open(back), browser);
  });

  it('because the callback came twice starts no second session', async () => {
    const browser = world.browser();
    const back = world.issuer.approve(locationOf(await browser.open('/auth/sign-in')), an);
    await browser.open(back);
    expect((await browser.open(back)).status).toBe(400);
    expect(await sessions()).toHaveLength(1);
  });

  it.each([
    ['is not in the directory', { sub: 'eve', email: 'eve@acme.test', email_verified: true }],
    ['has left', { sub: 'chi', email: 'chi@acme.test', email_verified: true }],
    ['says that the address is verified with a word for no', { ...an, email_verified: 'false' }],
    ['has an address that nobody verified', { ...an, email_verified: false }],
    ['has no word on whether the address is verified', { sub: 'an', email: 'an@acme.test' }],
    ['has an address of a domain that nobody proved', { sub: 'an', email: 'an@acme.test', xms_edov: false }],
    ['is said to be unverified, whatever else is said', { ...an, email_verified: false, xms_edov: true }],
  ])('because the person %s says so and starts no session', async (_, account) => {
    const { answer, browser } = await world.signIn(account);
    await refused(answer, browser, 403);
    expect(await answer.text()).toContain('You are not in the directory');
    expect((await env.DB.prepare('SELECT * FROM identity').all()).results).toEqual([]);
  });
});

describe('An identity', () => {
  it('stays with its person when the address changes at the provider', async () => {
    await world.signIn(an);
    const { browser } = await world.signIn({ ...an, email: 'binh@acme.test' });
    expect(browser.cookies.has(SESSION)).toBe(true);
    const { results } = await env.DB.prepare('SELECT DISTINCT person FROM session').all();
    expect(results).toEqual([{ person: 1 }]);
  });

  it('is not given to somebody who got the address of a person who has one already', async () => {
    await world.signIn(an);
    const { answer } = await world.signIn({ ...an, sub: 'another-an' });
    expect(answer.status).toBe(403);
  });

  it('opens nothing once the person is inactive', async () => {
    const { browser } = await world.signIn(binh);
    await env.DB.prepare('UPDATE person SET active = 0 WHERE id = 2').run();
    const authorize = new URL(locationOf(await browser.open(await authorizePath())));
    expect(authorize.origin).toBe(env.ISSUER);
    const { answer } = await world.signIn(binh, browser);
    expect(answer.status).toBe(403);
    await env.DB.prepare('UPDATE person SET active = 1 WHERE id = 2').run();
  });
});

const stateOf = (url: URL) => (url.searchParams.get('state') ?? '').slice(0, 20);

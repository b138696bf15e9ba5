// The broker's front: an extension asks for a one-time code in the user's browser.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { an, createWorld, foundAcme } from './acme.ts';
import { locationOf } from './browser.ts';
import { authorizePath, REDIRECT } from './extension.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(foundAcme);
beforeEach(async () => {
  await env.DB.batch(['session', 'connect_code'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
  world = await createWorld();
});

const codes = async () => (await env.DB.prepare('SELECT * FROM connect_code').all<{ hash: number[] }>()).results;
const parametersOf = (answer: Response) => Object.fromEntries(new URL(locationOf(answer)).searchParams);

describe('An extension that asks for a code', () => {
  it('gets one straight away where the user is signed in', async () => {
    const { browser } = await world.signIn(an);
    const answer = await browser.open(await authorizePath());
    expect(answer.status).toBe(303);
    expect(locationOf(answer).startsWith(`${REDIRECT}?`)).toBe(true);
    expect(parametersOf(answer)).toEqual({ code: expect.stringMatching(/^[\w-]{54}$/), state: 'of-the-extension' });
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it('gets one after the user has signed in', async () => {
    const browser = world.browser();
    const authorize = locationOf(await browser.open(await authorizePath()));
    const answer = await browser.open(world.issuer.approve(authorize, an));
    expect(locationOf(answer).startsWith(`${REDIRECT}?`)).toBe(true);
    expect(parametersOf(answer)).toEqual({ code: expect.any(String), state: 'of-the-extension' });
  });

  it('gets one unseen where the provider still knows the user', async () => {
    const browser = world.browser();
    const authorize = locationOf(await browser.open(await authorizePath({ prompt: 'none' })));
    expect(new URL(authorize).searchParams.get('prompt')).toBe('none');
    const answer = await browser.open(world.issuer.approve(authorize, an));
    expect(parametersOf(answer)).toHaveProperty('code');
  });

  it('has the provider ask again where somebody else may want to sign in', async () => {
    const { browser } = await world.signIn(an);
    const authorize = new URL(locationOf(await browser.open(await authorizePath({ prompt: 'login' }))));
    expect(authorize.origin).toBe(env.ISSUER);
    expect(authorize.searchParams.get('prompt')).toBe('login');
  });

  it('leaves only a hash of the code behind', async () => {
    const { browser } = await world.signIn(an);
    const { code = '' } = parametersOf(await browser.open(await authorizePath()));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code)));
    const stored = await codes();
    expect(stored.map((row) => row.hash)).toEqual([[...digest]]);
    expect(JSON.stringify(stored)).not.toContain(code);
  });
});

describe('An address that is not on the list', () => {
  const listed = new URL(REDIRECT);
  it.each([
    'https://evil.test/',
    `${REDIRECT}x`,
    REDIRECT.slice(0, -1),
    `${REDIRECT}?a=b`,
    `${REDIRECT}#`,
    REDIRECT.toUpperCase(),
    `http://${listed.host}/`,
    `https://evil.test@${listed.host}/`,
    `https://${listed.host}.evil.test/`,
    ` ${REDIRECT}`,
    `${REDIRECT} ${REDIRECT}`,
    '',
    ' ',
  ])('is not redirected to, with a session or without, silently or not: %j', async (redirect_uri) => {
    const { browser: signedIn } = await world.signIn(an);
    for (const browser of [signedIn, world.browser()]) {
      for (const prompt of [null, 'none']) {
        const answer = await browser.open(await authorizePath({ redirect_uri, prompt }));
        expect(answer.status).toBe(400);
        expect(answer.headers.has('Location')).toBe(false);
        expect(await answer.text()).toContain('This extension is not known here');
      }
    }
    expect(await codes()).toEqual([]);
  });

  it('is not redirected to when none is given', async () => {
    const answer = await world.browser().open(await authorizePath({ redirect_uri: null }));
    expect(answer.status).toBe(400);
    expect(answer.headers.has('Location')).toBe(false);
  });

  it('does not get in behind one that is listed', async () => {
    const { browser } = await world.signIn(an);
    const answer = await browser.open(
      `${await authorizePath()}&redirect_uri=${encodeURIComponent('https://evil.test/')}`,
    );
    expect(new URL(locationOf(answer)).origin).toBe(listed.origin);
  });
});

describe('A request that is incomplete', () => {
  it.each([
    ['without a challenge', { code_challenge: null }],
    ['with a challenge of the wrong length', { code_challenge: 'abc' }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
    ['without a challenge method', { code_challenge_method: null }],
    ['without a state', { state: null }],
    ['with a state that does not end', { state: 'x'.repeat(201) }],
    ['with an unknown prompt', { prompt: 'consent' }],
  ])('%s gets an error and no code', async (_, changed) => {
    const { browser } = await world.signIn(an);
    const answer = await browser.open(await authorizePath(changed));
    expect(new URL(locationOf(answer)).origin).toBe(new URL(REDIRECT).origin);
    expect(parametersOf(answer)).toMatchObject({ error: 'invalid_request' });
    expect(parametersOf(answer)).not.toHaveProperty('code');
    expect(await codes()).toEqual([]);
  });
});

describe('A sign-in of the extension that comes to nothing', () => {
  it.each(['login_required', 'interaction_required', 'consent_required', 'account_selection_required'])(
    'because the provider would have to ask (%s) tells the extension so, unseen',
    async (error) => {
      const browser = world.browser();
      const authorize = locationOf(await browser.open(await authorizePath({ prompt: 'none' })));
      const answer = await browser.open(world.issuer.deny(authorize, error));
      expect(parametersOf(answer)).toEqual({ error: 'login_required', state: 'of-the-extension' });
    },
  );

  it('because the user said no tells the extension so', async () => {
    const browser = world.browser();
    const authorize = locationOf(await browser.open(await authorizePath()));
    const answer = await browser.open(world.issuer.deny(authorize, 'access_denied'));
    expect(parametersOf(answer)).toEqual({ error: 'access_denied', state: 'of-the-extension' });
  });

  it('because the directory does not list the user tells the user, and the extension when nobody looks', async () => {
    const eve = { sub: 'eve', email: 'eve@acme.test', email_verified: true };
    const seen = world.browser();
    const shown = await seen.open(world.issuer.approve(locationOf(await seen.open(await authorizePath())), eve));
    expect(shown.status).toBe(403);
    expect(await shown.text()).toContain('You are not in the directory');
    const unseen = world.browser();
    const silent = locationOf(await unseen.open(await authorizePath({ prompt: 'none' })));
    const answer = await unseen.open(world.issuer.approve(silent, eve));
    expect(parametersOf(answer)).toEqual({ error: 'access_denied', state: 'of-the-extension' });
  });

  it('because the provider is not there tells the extension when nobody looks', async () => {
    world.issuer.misbehaviour.down = true;
    const answer = await world.browser().open(await authorizePath({ prompt: 'none' }));
    expect(parametersOf(answer)).toEqual({ error: 'temporarily_unavailable', state: 'of-the-extension' });
  });

  it('because the provider’s answer does not hold gives out no code', async () => {
    world.issuer.misbehaviour.claims = { nonce: 'x' };
    const browser = world.browser();
    const authorize = locationOf(await browser.open(await authorizePath({ prompt: 'none' })));
    const answer = await browser.open(world.issuer.approve(authorize, an));
    expect(parametersOf(answer)).toEqual({ error: 'server_error', state: 'of-the-extension' });
    expect(await codes()).toEqual([]);
  });
});

// The frame every route stands in: problems, headers, CORS, bodies, limits.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BODY_MAX } from '../../shared/words.ts';
import { an, binh, createWorld, foundAcme } from './acme.ts';
import { codeGrant, fetchCode, post, refreshGrant, tokensIn } from './extension.ts';
import type { Account } from './issuer.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(foundAcme);
beforeEach(async () => {
  world = await createWorld();
});

const JSON_TYPE = { 'Content-Type': 'application/json' };
const request = (path: string, init: RequestInit = {}, bindings: object = env) =>
  world.app.request(path, init, bindings);

async function accessToken(account: Account = an): Promise<string> {
  const { browser } = await world.signIn(account);
  const tokens = await tokensIn(await post(world.app, '/api/token', codeGrant(await fetchCode(browser))));
  return tokens.accessToken;
}

describe('Every answer', () => {
  it.each(['/healthz', '/api/openapi.json', '/api/nothing', '/auth/sign-in', '/auth/signed-out', '/nothing'])(
    'loads nothing, is framed by nobody and is not sniffed: %s',
    async (path) => {
      const { headers } = await request(path);
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('Content-Security-Policy')).toContain("base-uri 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.get('Referrer-Policy')).toBe('same-origin');
      expect(headers.get('Cache-Control')).toBe('no-store');
    },
  );

  it('asks for HTTPS from then on where the worker is served over HTTPS, and only there', async () => {
    const secure = await request('/healthz', {}, { ...env, ORIGIN: 'https://hearback.example' });
    expect(secure.headers.get('Strict-Transport-Security')).toBe('max-age=63072000');
    expect((await request('/healthz')).headers.has('Strict-Transport-Security')).toBe(false);
  });
});

describe('The API', () => {
  it('may be read by every origin, without credentials', async () => {
    const answer = await request('/api/config', { headers: { Origin: 'https://page.test' } });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.has('Access-Control-Allow-Credentials')).toBe(false);
    expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('ETag,Retry-After');
  });

  it('answers the question that browsers ask before a call', async () => {
    const headers = { Origin: 'https://page.test', 'Access-Control-Request-Method': 'POST' };
    const answer = await request('/api/token', { method: 'OPTIONS', headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Methods')).toBe('GET,POST');
    expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('Authorization,Content-Type,If-None-Match');
  });

  it('lets nobody read the pages from elsewhere', async () => {
    for (const path of ['/', '/auth/sign-in', '/connect/authorize', '/healthz']) {
      const answer = await request(path, { headers: { Origin: 'https://page.test' } });
      expect(answer.headers.has('Access-Control-Allow-Origin')).toBe(false);
    }
  });

  it('refuses in the form of RFC 9457', async () => {
    const answer = await request('/api/config');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: 'A valid access token is needed',
      status: 401,
      code: 'unauthorized',
    });
  });

  it('says that there is nothing, to somebody who may know', async () => {
    const answer = await request('/api/nothing', { headers: { Authorization: `Bearer ${await accessToken()}` } });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not_found' });
  });
});

describe('A body', () => {
  const send = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
    request('/api/token', { method: 'POST', body, headers });

  it.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['plain text', 'text/plain'],
    ['a lookalike', 'application/jsonp'],
    ['a type with JSON further on', 'text/plain; application/json'],
    ['of no type', ''],
  ])('that is %s gets 415', async (_, type) => {
    const answer = await send(JSON.stringify(refreshGrant('A'.repeat(43))), { 'Content-Type': type });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ code: 'not_json' });
  });

  it('with a character set beside its type is read', async () => {
    const answer = await send(JSON.stringify(refreshGrant('A'.repeat(43))), {
      'Content-Type': 'Application/JSON; charset=utf-8',
    });
    expect(await answer.json()).toMatchObject({ code: 'invalid_grant' });
  });

  it('of the greatest size is read, and of one byte more is not', async () => {
    const grant = JSON.stringify(refreshGrant('A'.repeat(43)));
    expect((await send(grant.padEnd(BODY_MAX))).status).toBe(400);
    const answer = await send(grant.padEnd(BODY_MAX + 1));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'too_large' });
  });

  it('is counted in bytes, not in characters', async () => {
    expect((await send(`"${'ế'.repeat(BODY_MAX / 3)}"`)).status).toBe(413);
  });

  it('that does not end is cut off, whatever length it claims', async () => {
    let pulled = 0;
    const endless = () =>
      new ReadableStream({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024).fill(0x20));
        },
      });
    for (const claimed of [{}, { 'Content-Length': '10' }]) {
      pulled = 0;
      expect((await send(endless(), { ...JSON_TYPE, ...claimed })).status).toBe(413);
      expect(pulled).toBeLessThanOrEqual(BODY_MAX / 1024 + 4);
    }
  });

  it.each([
    ['nothing', ''],
    ['half an object', '{"grant":'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ])('that is %s gets 400', async (_, body) => {
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'malformed', detail: 'The body is not JSON.' });
  });

  it.each([
    ['grant', { grant: 'password' }],
    ['refreshToken', { grant: 'refresh' }],
    ['refreshToken', { grant: 'refresh', refreshToken: 7 }],
    ['verifier', { ...codeGrant('A'.repeat(43)), verifier: 'short' }],
    ['more', { ...refreshGrant('A'.repeat(43)), more: 1 }],
  ])('that is wrong at %s gets 400 and hears so', async (field, body) => {
    const answer = await send(JSON.stringify(body));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'malformed', field });
  });

  it('that is wrong deep inside hears where', async () => {
    const headers = { Authorization: `Bearer ${await accessToken()}` };
    const event = { id: crypto.randomUUID(), rev: 1, team: 2, conversation: 'c'.repeat(43), score: 5 };
    const events = [event, { ...event, aspect: { name: 'speed', score: 5 } }];
    const answer = await post(world.app, '/api/ratings', { events }, headers);
    expect(await answer.json()).toMatchObject({ code: 'malformed', field: 'events.1.aspect.name' });
  });

  it('never comes back in the answer', async () => {
    const answer = await send(JSON.stringify({ grant: 'refresh', refreshToken: '<canary>' }));
    expect(await answer.text()).not.toContain('canary');
  });
});

describe('Too many requests', () => {
  /** The limiter counts by the minute of the machine's clock: twice the limit is more than fits before and after its turn. */
  async function untilRefused(ask: () => Promise<Response>, limit: number): Promise<Response | undefined> {
    for (let n = 0; n < 2 * limit + 2; n++) {
      const answer = await ask();
      if (answer.status === 429) return answer;
      await answer.body?.cancel();
    }
    return undefined;
  }

  it('of one person are refused with the time to wait, and another person’s are not', async () => {
    const mine = { headers: { Authorization: `Bearer ${await accessToken(binh)}` } };
    const others = { headers: { Authorization: `Bearer ${await accessToken()}` } };
    const answer = await untilRefused(async () => request('/api/nothing', mine), 120);
    expect(answer?.headers.get('Retry-After')).toBe('60');
    expect(answer?.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await answer?.json()).toMatchObject({ status: 429, code: 'too_many' });
    expect((await request('/api/nothing', others)).status).toBe(404);
  });

  it('for tokens from one address are refused, and those from another are not', async () => {
    const from = (address: string) =>
      Promise.resolve(request('/api/token', { method: 'POST', headers: { 'CF-Connecting-IP': address } }));
    const answer = await untilRefused(() => from('192.0.2.1'), 600);
    expect(answer?.status).toBe(429);
    expect((await from('192.0.2.2')).status).toBe(415);
  });
});

describe('A database in trouble', () => {
  it('is told as 503 with the time to wait, without a word on what broke', async () => {
    const Authorization = `Bearer ${await accessToken()}`;
    await env.DB.prepare('ALTER TABLE team RENAME TO gone').run();
    const [health, config] = [await request('/healthz'), await request('/api/config', { headers: { Authorization } })];
    const page = await request('/promise/nothing', { headers: { Accept: 'text/html' } });
    await env.DB.prepare('ALTER TABLE gone RENAME TO team').run();
    for (const answer of [health, config]) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('Retry-After')).toBe('10');
      expect(await answer.json()).toEqual({
        type: 'about:blank',
        title: 'Not available at the moment',
        status: 503,
        code: 'unavailable',
      });
    }
    expect(page.status).toBe(404);
    expect((await request('/healthz')).status).toBe(200);
  });

  it('is told in a page to somebody who reads pages', async () => {
    const { browser } = await world.signIn(an);
    await env.DB.prepare('ALTER TABLE session RENAME TO gone').run();
    const answer = await browser.open('/');
    await env.DB.prepare('ALTER TABLE gone RENAME TO session').run();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(answer.headers.get('Retry-After')).toBe('10');
  });
});

describe('A mistake of ours', () => {
  it('is told as 500, without a stack, a message or a name', async () => {
    const LIMIT_SIGN_IN = { limit: () => Promise.reject(new RangeError('canary')) };
    const broken = await request('/auth/sign-in', {}, { ...env, LIMIT_SIGN_IN });
    expect(broken.status).toBe(500);
    expect(await broken.json()).toEqual({
      type: 'about:blank',
      title: 'Something went wrong on the server',
      status: 500,
      code: 'internal',
    });
  });
});

describe('An identity provider on plain HTTP', () => {
  it.each([
    ['that is not this machine', { ISSUER: 'http://id.example' }],
    ['while the worker is not this machine', { ORIGIN: 'https://hearback.example' }],
  ])('%s is never asked', async (_, bindings) => {
    const answer = await request('/auth/sign-in', {}, { ...env, ...bindings });
    expect(answer.status).toBe(503);
    expect(answer.headers.has('Location')).toBe(false);
    expect(world.issuer.requests).toEqual([]);
  });
});

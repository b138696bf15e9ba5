// /healthz says whether the worker can serve; what is wrong stands in the log, by the name of the setting and never by its value.
import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../worker/app.ts';
import { log } from '../../worker/log.ts';
import { Company } from './privacy/company.ts';

let logged: string[];
beforeEach(async () => {
  logged = [];
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void logged.push(words.join(' ')));
  await Company.found();
});
afterEach(() => vi.restoreAllMocks());

const ask = (path: string, bindings: Record<string, string | undefined>) =>
  createApp().request(path, {}, { ...env, ...bindings });

const wrong: [setting: string, bindings: Record<string, string | undefined>][] = [
  ['SECRET', { SECRET: undefined }],
  ['SECRET', { SECRET: 'abc' }],
  ['SECRET', { SECRET: '%%%canary%%%canary%%%canary%%%canary%%%canary%%%' }],
  ['ISSUER', { ISSUER: 'canary.example' }],
  ['ISSUER', { ISSUER: 'http://canary.example' }],
  ['ORIGIN', { ORIGIN: 'https://canary.example/' }],
  ['ORIGIN', { ORIGIN: 'canary.example' }],
  ['ORIGIN', { ORIGIN: 'http://canary.example' }],
  ['CLIENT_SECRET', { CLIENT_SECRET: undefined }],
  ['CLIENT_ID', { CLIENT_ID: '' }],
  ['COMPANY', { COMPANY: undefined }],
  ['EXTENSION_REDIRECTS', { EXTENSION_REDIRECTS: 'canary' }],
  ['K', { K: 'canary' }],
  ['TICK', { TICK: 'canary' }],
  ['TIMEZONE', { TIMEZONE: 'Canary/Islands' }],
];

describe('/healthz', () => {
  it('is 200 where everything is right, before the first rating and after it', async () => {
    expect((await ask('/healthz', {})).status).toBe(200);
    const company = await Company.found();
    await company.rate(company.person(1));
    expect((await ask('/healthz', {})).status).toBe(200);
    expect(logged).toEqual([]);
  });

  it.each(wrong)('is 503 where %s is wrong, and only the log says so: %o', async (setting, bindings) => {
    const answer = await ask('/healthz', bindings);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toMatch(/canary|SECRET|ISSUER|ORIGIN|TICK|must|missing/i);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(new RegExp(`^${setting} (must|is missing)`));
    expect(logged[0]).not.toMatch(/canary/i);
  });

  it('names all that is wrong at once', async () => {
    await ask('/healthz', { SECRET: undefined, TIMEZONE: 'Canary/Islands', K: '2' });
    expect(logged).toEqual([expect.stringMatching(/SECRET must.*K must.*TIMEZONE must/)]);
    expect(logged[0]?.split('TIMEZONE')).toHaveLength(2);
  });

  it('is 503 where SECRET is another one than the quarter began with; ratings wait, no release is made, and all of them say why', async () => {
    const company = await Company.found();
    await company.rate(company.person(1));
    // Another database binding: this isolate has no key in memory, as after a deployment.
    const other = company.with({
      SECRET: 'YW5vdGhlci1zZWNyZXQtYW5vdGhlci1zZWNyZXQtMzI',
      DB: new Proxy(env.DB, {
        get: (db, name) => {
          const value: unknown = Reflect.get(db, name);
          return typeof value === 'function' ? value.bind(db) : value;
        },
      }),
    });
    const answer = await createApp().request('/healthz', {}, other);
    expect(answer.status).toBe(503);
    expect(logged).toEqual([expect.stringMatching(/^SECRET is not the one/)]);
    await expect(company.send(company.person(2), [company.event()], other)).rejects.toThrow(/^SECRET is not the one/);
    await expect(company.work(other)).rejects.toThrow(/^SECRET is not the one/);
    expect((await ask('/healthz', {})).status).toBe(200);
  });
});

describe('what fails elsewhere because of a setting', () => {
  it.each(['SECRET', 'ISSUER'])('is 503, and the log names %s', async (setting) => {
    const answer = await ask('/auth/sign-in', { [setting]: 'canary' });
    expect(answer.status).toBe(503);
    expect(logged).toEqual([expect.stringMatching(new RegExp(`^${setting} must`))]);
  });

  it('is not blamed on the settings where they are right', () => {
    expect(log(new TypeError('canary'), env)).toBe('unforeseen');
    expect(logged).toEqual([expect.stringMatching(/^TypeError/)]);
    expect(logged[0]).not.toContain('canary');
  });
});

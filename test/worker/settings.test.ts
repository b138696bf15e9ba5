// A deployment with a wrong setting still answers: with an error, never with a broken connection.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { an, createWorld, foundAcme } from './acme.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(foundAcme);
beforeEach(async () => {
  world = await createWorld();
});

describe('A setting that is wrong', () => {
  const wrong = [{ K: 'many' }, { TIMEZONE: 'Mars/Phobos' }, { TICK: 'hourly' }, { K: '', TIMEZONE: '', TICK: '' }];

  it.each(wrong)('is told to a program as a problem: %o', async (bindings) => {
    const answer = await world.app.request('/healthz', {}, { ...env, ...bindings });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'unavailable' });
  });

  it.each(wrong)(
    'is told in a page, under the headers of every page, to somebody who reads pages: %o',
    async (bindings) => {
      const { browser } = await world.signIn(an);
      const Cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const open = (path: string) =>
        world.app.request(path, { headers: { Accept: 'text/html', Cookie } }, { ...env, ...bindings });
      for (const [path, status] of [
        ['/', 503],
        ['/nothing', 404],
        ['/auth/signed-out', 200],
      ] as const) {
        const answer = await open(path);
        expect(answer.status).toBe(status);
        expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
        expect(answer.headers.get('Content-Security-Policy')).toContain("style-src 'self'");
        const html = await answer.text();
        expect(html).toContain('<main class="page" id="main">');
        for (const word of ['many', 'Mars', 'hourly', 'NaN', 'null', 'undefined']) expect(html).not.toContain(word);
      }
    },
  );
});

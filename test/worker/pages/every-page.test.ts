// What holds for every page: who may read it, in which language, under which headers, and that names of teams are only names.
import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { redmine } from '../../../extension/sites/redmine.ts';
import { createApp } from '../../../worker/app.ts';
import { hourOf } from '../../../worker/jobs/site-health.ts';
import { foundAcme } from '../acme.ts';
import { Browser, locationOf } from '../browser.ts';
import { addTeam, elementsOf, NOON, reader, released, textOf, type Week } from './company.ts';

const HOSTILE = `<img src=x onerror="alert(1)">'"&</title><script>alert(2)</script>`;
const FACETS = {
  wait: { '1h': 9, more: 5 },
  reason: { fast: 9, took_too_long: 5 },
  aspect: { ease: [20, 1, 1, 2, 8, 8] },
};

/** Every kind of page: [path, status]. */
const PAGES: readonly (readonly [path: string, status: number])[] = [
  ['/', 200],
  ['/teams/2', 200],
  ['/teams/3', 200],
  ['/teams/4', 200],
  ['/teams/5', 200],
  ['/teams/6', 200],
  ['/promise', 200],
  ['/admin/sites', 200],
  ['/admin/sites/gmail', 200],
  ['/admin/sites/redmine', 200],
  ['/auth/signed-out', 200],
  ['/auth/callback?state=forged', 400],
  ['/nowhere', 404],
];

beforeAll(async () => {
  await foundAcme();
  await env.DB.batch([
    env.DB.prepare("INSERT INTO role(person, role) VALUES (1, 'admin')"),
    env.DB.prepare("INSERT INTO site(id, version, description, changed) VALUES ('redmine', 2, ?1, 1)").bind(
      JSON.stringify(redmine),
    ),
    env.DB.prepare("INSERT INTO site_health(hour, site, version, field, n) VALUES (?1, 'gmail', 1, 'author', 3)").bind(
      hourOf(NOON),
    ),
  ]);
  await addTeam(5, 1, HOSTILE, HOSTILE);
  await addTeam(6, 1, 'Legal');
  await addTeam(7, 5, 'Part');
  const weeks = Array.from({ length: 26 }, (_, i): Week => [1, 1, 2, 6, 10 + (i % 3)]);
  await released(2, weeks, { facets: FACETS });
  await released(3, [[0, 1, 1, 3, 1]]);
  await released(5, weeks, { facets: FACETS });
});

describe('who is signed out', () => {
  const signedOut = () => new Browser(createApp());

  it('is sent to sign in and comes back to the page', async () => {
    for (const path of ['/', '/teams/2']) {
      const answer = await signedOut().open(path);
      expect(answer.status).toBe(303);
      expect(locationOf(answer)).toBe(`/auth/sign-in?return=${encodeURIComponent(path)}`);
      expect(await answer.text()).toBe('');
    }
  });

  it('reads what we promise, without a name and without a way to sign out', async () => {
    const html = await (await signedOut().open('/promise')).text();
    expect(html).toContain('What is not protected');
    expect(html).not.toContain('/auth/sign-out');
  });
});

it('who signs out is told so, and what that does not end', async () => {
  const { browser } = await reader();
  const answer = await browser.open('/auth/sign-out', { method: 'POST', headers: { Origin: env.ORIGIN } });
  expect(locationOf(answer)).toBe('/auth/signed-out');
  const html = await (await browser.open('/auth/signed-out')).text();
  expect(textOf(html)).toContain('You are signed out Only of Hearback’s pages');
  expect(html).toContain('<a class="btn main" href="/auth/sign-in?prompt=login">Sign in again</a>');
});

describe('the language', () => {
  it('is what the browser asks for, English where it asks for neither', async () => {
    const { browser } = await reader();
    const asked = async (header: string) => {
      const html = await (await browser.open('/promise', { headers: { 'Accept-Language': header } })).text();
      return /<html lang="(\w+)">/.exec(html)?.[1];
    };
    expect(await asked('vi')).toBe('vi');
    expect(await asked('fr, vi-VN;q=0.8, en;q=0.5')).toBe('vi');
    expect(await asked('en-US, vi;q=0.9')).toBe('en');
    expect(await asked('vi;q=0, fr')).toBe('en');
    expect(await asked('*')).toBe('en');
  });

  it('is chosen by a link, kept in this browser, and leads back to the same page', async () => {
    const { browser, read } = await reader();
    const { html } = await read('/teams/2', 'en');
    expect(html).toContain('href="/language/vi?to=%2Fteams%2F2"');
    const answer = await browser.open('/language/vi?to=%2Fteams%2F2');
    expect(answer.status).toBe(303);
    expect(locationOf(answer)).toBe(`${env.ORIGIN}/teams/2`);
    expect((await read('/teams/2', 'en')).html).toContain('<html lang="vi">');
  });

  it('leads nowhere else', async () => {
    const { browser } = await reader();
    for (const to of ['//evil.example/', 'https://evil.example/', '/\\evil.example', '']) {
      expect(locationOf(await browser.open(`/language/vi?to=${encodeURIComponent(to)}`))).toBe(`${env.ORIGIN}/`);
    }
    expect((await browser.open('/language/fr?to=/')).status).toBe(404);
  });
});

describe.each(PAGES)('%s', (path, status) => {
  it.each(['en', 'vi'])('is whole and well made in %s', async (language) => {
    const { read } = await reader();
    const { answer, html } = await read(path, language);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html; charset=utf-8$/i);
    expect(html).toMatch(/^<!doctype html><html lang="(en|vi)">/);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toMatch(/<title>[^<]+ · Hearback<\/title>/);
    expect(html).toContain('<a class="skip" href="#main">');
    for (const landmark of ['<header class="top">', '<main class="page" id="main">', '<footer class="foot">']) {
      expect(html.split(landmark)).toHaveLength(2);
    }
    expect(headingsOf(html)[0]).toBe(1);
    expect(headingsOf(html).filter((level) => level === 1)).toHaveLength(1);
    expect(headingsOf(html).every((level, i, all) => i === 0 || level <= (all[i - 1] ?? 0) + 1)).toBe(true);
    for (const [, table = ''] of html.matchAll(/<table[^>]*>(.*?)<\/table>/gs)) expect(table).toMatch(/^<caption/);
    for (const { tag, attributes } of elementsOf(html)) {
      if (tag === 'th') expect(attributes.has('scope')).toBe(true);
      if (tag === 'svg' && attributes.get('aria-hidden') !== 'true') {
        expect(attributes.get('role')).toBe('img');
        expect(attributes.get('aria-label')).toMatch(/\S/);
      }
    }
    expect(html.match(/.{9}(undefined|NaN|\[object|Infinity)/)).toBeNull();
  });

  it('runs no script, takes no style from the page, is framed by nobody, is kept by no cache', async () => {
    const { read } = await reader();
    const { answer, html } = await read(path);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "style-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]),
    );
    expect(policy).not.toMatch(/unsafe|script-src|\*/);
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    for (const { tag, attributes } of elementsOf(html)) {
      expect(['script', 'style', 'iframe', 'object', 'embed', 'base', 'img']).not.toContain(tag);
      expect([...attributes.keys()].filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
      for (const name of ['href', 'src', 'action']) expect(attributes.get(name) ?? '/').toMatch(/^[/#](?!\/)/);
    }
  });

  it('shows no share without its interval', async () => {
    const { read } = await reader();
    const text = textOf((await read(path)).html).replaceAll('95%', '');
    expect(text.replace(/\d+% ?(\d+–\d+|\d+ to \d+|\(\d+ to \d+\))/g, '').match(/.{30}\d%/)).toBeNull();
  });
});

it('names of teams are only names', async () => {
  const { read } = await reader();
  for (const path of ['/', '/teams/5', '/teams/7']) {
    const { html } = await read(path);
    expect(html.includes('&lt;img src=x onerror=')).toBe(true);
    expect(elementsOf(html).filter(({ tag }) => tag === 'img' || tag === 'script')).toEqual([]);
    expect(elementsOf(html).filter(({ tag }) => tag === 'body')).toHaveLength(1);
  }
  const { html } = await read('/teams/5');
  expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toContain('&lt;/title>');
});

describe('the style sheet', () => {
  it('is one file under a name of its content, kept for ever', async () => {
    const { browser, read } = await reader();
    const sheets = [...(await read('/')).html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
      ([, href]) => href ?? '',
    );
    expect(sheets).toHaveLength(1);
    const answer = await browser.open(sheets[0] ?? '');
    expect(answer.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    const css = await answer.text();
    expect(css).toContain('--accent');
    expect(css).not.toMatch(/url\(|@import/);
    expect((await browser.open('/assets/another.css')).status).toBe(404);
  });
});

it('a broken database is told in words, with the way to try again, and with nothing of itself', async () => {
  const { read } = await reader();
  await env.DB.prepare('ALTER TABLE series RENAME TO elsewhere').run();
  const { answer, html } = await read('/teams/2');
  await env.DB.prepare('ALTER TABLE elsewhere RENAME TO series').run();
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(textOf(html)).toContain('Hearback does not answer just now');
  expect(html).toContain('<a class="btn main" href="/teams/2">Try again</a>');
  expect(html).not.toMatch(/D1|SQLITE|series/);
});

function headingsOf(html: string): number[] {
  return [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
}

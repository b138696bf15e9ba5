import { beforeAll, describe, expect, it } from 'vitest';
import { driveBrowser, signInToPages } from '../stack/harness.ts';
import { stage } from './stage.ts';

const play = stage({ history: true });

/** Everything that says something of the company, of ratings or of figures; not the rows that signing in itself keeps. */
const KEPT = [
  'team',
  'person',
  'role',
  'account',
  'state',
  'rater_key',
  'pool',
  'rating',
  'ahead',
  'job',
  'release',
  'facet',
  'series',
  'quarter',
];

async function everything(): Promise<string> {
  const tables: unknown[] = [];
  for (const table of KEPT) {
    const { results } = await play.stack.db().prepare(`SELECT * FROM ${table}`).all();
    tables.push([table, results]);
  }
  return JSON.stringify(tables);
}

/** Addresses that no page links to. */
const UNLINKED = [
  '/healthz',
  '/api/openapi.json',
  '/api/config',
  '/api/directory',
  '/api/ratings',
  '/api/ratings?team=3&score=5&rate=5&vote=1',
  '/api/ratings/find',
  '/api/token',
  '/api/sign-out',
  '/auth/sign-in',
  '/auth/callback?code=x&state=y',
  '/auth/sign-out',
  '/connect/authorize',
  '/teams/3?score=1&rate=1',
  '/rate?team=3&score=5',
];

/** Follows every link on our own pages, as a mail scanner or a prefetching browser does, and submits every form by GET. */
async function crawl(cookie: string): Promise<Map<string, number>> {
  const { origin } = play.stack;
  const visited = new Map<string, number>();
  const waiting = ['/', ...UNLINKED];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (visited.has(path)) continue;
    for (const method of ['HEAD', 'GET']) {
      const answer = await fetch(`${origin}${path}`, {
        method,
        redirect: 'manual',
        headers: { cookie, 'user-agent': 'Mozilla/5.0 (compatible; LinkScanner/1.0)' },
      });
      visited.set(path, answer.status);
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      const html = await answer.text();
      for (const [, address = ''] of html.matchAll(/(?:href|action|src)="([^"#]+)/g)) {
        const url = new URL(address.replaceAll('&amp;', '&'), `${origin}${path}`);
        if (url.origin === origin) waiting.push(url.pathname + url.search);
      }
    }
  }
  return visited;
}

describe('reading never writes', () => {
  let cookie = '';

  beforeAll(async () => {
    const browser = await driveBrowser();
    const page = await browser.context.newPage();
    await signInToPages(page, play.stack.origin, 'acme-an');
    cookie = (await browser.context.cookies(play.stack.origin)).map(({ name, value }) => `${name}=${value}`).join('; ');
    await browser.close();
  });

  it('leaves the database as it is when a scanner follows every link without being signed in', async () => {
    const before = await everything();
    expect((await crawl('')).size).toBeGreaterThan(UNLINKED.length);
    expect(await everything()).toBe(before);
  });

  it('leaves it as it is when the browser of somebody who is signed in fetches every page ahead', async () => {
    const before = await everything();
    const visited = await crawl(cookie);
    expect(visited.get('/teams/3')).toBe(200);
    expect(visited.get('/promise')).toBe(200);
    expect(await everything()).toBe(before);
  });

  it('takes no rating by GET, whatever the address says, and none by POST without a bearer token', async () => {
    for (const init of [
      { method: 'GET' },
      { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: '{"events":[]}' },
    ]) {
      const answer = await fetch(`${play.stack.origin}/api/ratings`, init);
      expect([401, 404, 405]).toContain(answer.status);
    }
  });
});

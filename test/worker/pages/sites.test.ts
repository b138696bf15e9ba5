// The administrators' pages of the sites: who may see and do what, and what becomes of it.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redmine } from '../../../extension/sites/redmine.ts';
import { KNOWN_SITES } from '../../../shared/sites/known.ts';
import { SITE_IDS } from '../../../shared/words.ts';
import { hourOf } from '../../../worker/jobs/site-health.ts';
import { binh, foundAcme } from '../acme.ts';
import { Browser, locationOf } from '../browser.ts';
import { NOON, reader, textOf } from './company.ts';

beforeAll(foundAcme);
beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare('DELETE FROM site'),
    env.DB.prepare('DELETE FROM site_health'),
    env.DB.prepare('DELETE FROM role'),
    env.DB.prepare("INSERT INTO role(person, role, team) VALUES (1, 'admin', 0), (2, 'lead', 2), (2, 'auditor', 0)"),
  ]);
});

const decided = async () => (await env.DB.prepare('SELECT id, version, off FROM site ORDER BY id').all()).results;

function send(browser: Browser, path: string, fields: Record<string, string> = {}, headers: object = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return browser.open(path, { method: 'POST', body, headers: { Origin: env.ORIGIN, ...headers } });
}
const paste = (browser: Browser, text: string) => send(browser, '/admin/sites/redmine/publish', { description: text });
const newer = (version: number, change: object = {}) => JSON.stringify({ version, ...redmine, ...change });

async function reported(site: string, field: string, n: number, hoursAgo: number, version = 1): Promise<void> {
  await env.DB.prepare('INSERT INTO site_health(hour, site, version, field, n) VALUES (?1, ?2, ?3, ?4, ?5)')
    .bind(hourOf(NOON) - hoursAgo, site, version, field, n)
    .run();
}

/** The words of a site's line in the list. */
function lineOf(html: string, id: string): string {
  const row = html.split('<tr').find((part) => part.includes(`href="/admin/sites/${id}"`));
  if (row === undefined) throw new Error(`no line of ${id}`);
  return textOf(`<tr${row}`);
}

describe('who may', () => {
  const PAGES = ['/admin/sites', '/admin/sites/gmail', '/admin/sites/gmail/description.json'];
  const WRITES = ['off', 'on', 'withdraw', 'publish'].map((act) => `/admin/sites/redmine/${act}`);

  it('is an administrator, who finds the way in the navigation', async () => {
    const { read } = await reader();
    expect((await read('/')).html).toContain('<a href="/admin/sites">Sites</a>');
    for (const path of PAGES) expect((await read(path)).answer.status).toBe(200);
  });

  it('is nobody else: a lead and auditor reads that the page is not for them, and sees no way to it', async () => {
    const { signIn } = await reader();
    const { browser } = await signIn(binh);
    expect(await (await browser.open('/promise')).text()).not.toContain('/admin/sites');
    for (const path of PAGES) {
      const answer = await browser.open(path);
      expect(answer.status).toBe(403);
      expect(textOf(await answer.text())).toContain('This page is not for you');
    }
    for (const path of WRITES) {
      expect((await send(browser, path, { description: newer(2) })).status).toBe(403);
    }
    expect(await decided()).toEqual([]);
  });

  it('is nobody who is signed out, and no longer somebody whose role was taken away', async () => {
    const { browser: admin, app } = await reader();
    const stranger = new Browser(app);
    for (const path of PAGES) expect(locationOf(await stranger.open(path))).toContain('/auth/sign-in');
    for (const path of WRITES) expect((await send(stranger, path)).status).toBe(401);
    await env.DB.prepare('DELETE FROM role WHERE person = 1').run();
    expect((await admin.open('/admin/sites')).status).toBe(403);
    expect(await decided()).toEqual([]);
  });

  it.each([
    ['another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour', { Origin: 'https://other.localhost', 'Sec-Fetch-Site': 'same-site' }],
    ['nowhere', { Origin: 'null' }],
  ])('is no form that %s sends with the administrator’s cookie', async (_, headers) => {
    const { browser } = await reader();
    for (const path of WRITES) {
      expect((await send(browser, path, { description: newer(2) }, headers)).status).toBe(403);
    }
    expect(await decided()).toEqual([]);
  });

  it('never writes by GET', async () => {
    const { browser } = await reader();
    for (const path of WRITES) expect((await browser.open(`${path}?description=x`)).status).toBe(404);
    expect(await decided()).toEqual([]);
  });
});

describe('the list', () => {
  it('says of every site whether anything was reported, and its version', async () => {
    const { read } = await reader();
    const { html } = await read('/admin/sites');
    expect(html.match(/href="\/admin\/sites\/[a-z-]+"/g)).toHaveLength(SITE_IDS.length);
    expect(lineOf(html, 'gmail')).toBe('Gmail nothing reported 1 Switch off Gmail');
  });

  it('says what cannot be read, since when, and in how many reports; such sites stand first', async () => {
    await reported('zendesk', 'author', 30, 5);
    await reported('zendesk', 'author', 7, 0);
    await reported('zendesk', 'body', 1, 20);
    const { read } = await reader();
    const en = (await read('/admin/sites')).html;
    // Noon in Ho Chi Minh City, less five hours and less twenty.
    expect(lineOf(en, 'zendesk')).toContain(
      'author not found since 07:00; 37 reports in 24 hours text of the message not found since 20 November, 16:00; 1 report in 24 hours',
    );
    expect(en.indexOf('/admin/sites/zendesk')).toBeLessThan(en.indexOf('/admin/sites/freescout'));
    const vi = (await read('/admin/sites', 'vi')).html;
    expect(lineOf(vi, 'zendesk')).toContain('không tìm thấy người viết từ 07:00; 37 báo cáo trong 24 giờ');
  });

  it('says since when truly, over nights and a weekend, and counts the last day alone', async () => {
    // Friday, and the Saturday noon of the test eight days later: Saturday and Sunday between them were quiet.
    for (const hoursAgo of [8 * 24, 5 * 24 + 20, 4 * 24, 3 * 24, 2 * 24, 24 + 5])
      await reported('zendesk', 'author', 9, hoursAgo);
    await reported('zendesk', 'author', 4, 2);
    // Was mended, and broke again the day before yesterday.
    await reported('gmail', 'body', 3, 20 * 24);
    for (const hoursAgo of [2 * 24, 3]) await reported('gmail', 'body', 3, hoursAgo);
    const { read } = await reader();
    const en = (await read('/admin/sites')).html;
    expect(lineOf(en, 'zendesk')).toContain('author not found since 13 November, 12:00; 4 reports in 24 hours');
    expect(lineOf(en, 'gmail')).toContain(
      'text of the message not found since 19 November, 12:00; 3 reports in 24 hours',
    );
    const vi = (await read('/admin/sites/zendesk', 'vi')).html;
    expect(textOf(vi)).toContain('không tìm thấy người viết từ 12:00 ngày 13/11; 4 báo cáo trong 24 giờ');
  });

  it('says that it may be older where the reports from before are gone', async () => {
    for (let day = 0; day < 30; day++) await reported('zendesk', 'author', 1, day * 24);
    const { read } = await reader();
    expect(lineOf((await read('/admin/sites')).html, 'zendesk')).toContain(
      'author not found since 23 October or earlier; 2 reports in 24 hours',
    );
    expect(lineOf((await read('/admin/sites', 'vi')).html, 'zendesk')).toContain('từ ngày 23/10 hoặc sớm hơn');
  });

  it('forgets what nobody reported for a day, and what an older version could not read', async () => {
    await reported('gmail', 'author', 9, 25);
    await reported('redmine', 'author', 9, 1, 1);
    await env.DB.prepare("INSERT INTO site(id, version, description, changed) VALUES ('redmine', 2, ?1, 1)")
      .bind(JSON.stringify(redmine))
      .run();
    const { read } = await reader();
    const { html } = await read('/admin/sites');
    // On a phone they stand on one line.
    expect(html).toContain('2 <span class="under">published here');
    expect(lineOf(html, 'gmail')).toContain('nothing reported');
    expect(lineOf(html, 'redmine')).toBe('Redmine nothing reported 2 published here Switch off Redmine');
    await reported('redmine', 'fallback', 2, 0, 2);
    expect(lineOf((await read('/admin/sites')).html, 'redmine')).toContain('the newer description finds less');
  });

  it('switches a site off and on again', async () => {
    await reported('gmail', 'author', 9, 1);
    const { browser, read } = await reader();
    const off = await send(browser, '/admin/sites/gmail/off');
    expect([off.status, locationOf(off)]).toEqual([303, '/admin/sites']);
    expect(lineOf((await read('/admin/sites')).html, 'gmail')).toBe('Gmail off 1 Switch on Gmail');
    expect(await decided()).toEqual([{ id: 'gmail', version: 0, off: 1 }]);
    await send(browser, '/admin/sites/gmail/on');
    expect(await decided()).toEqual([{ id: 'gmail', version: 0, off: 0 }]);
  });

  it('knows no site that there is not', async () => {
    const { browser, read } = await reader();
    expect((await read('/admin/sites/fax')).answer.status).toBe(404);
    expect((await send(browser, '/admin/sites/fax/off')).status).toBe(404);
    expect(await decided()).toEqual([]);
  });
});

describe('a newer description', () => {
  const draft = async (browser: Browser): Promise<string> => {
    const html = await (await browser.open('/admin/sites/redmine')).text();
    expect(html).toContain('<a href="/admin/sites/redmine/description.json">');
    const answer = await browser.open('/admin/sites/redmine/description.json');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="redmine.json"');
    return answer.text();
  };

  it('begins with the one in use, which can be had under the next number and pasted as it is', async () => {
    const { browser, read } = await reader();
    const first = await draft(browser);
    expect(JSON.parse(first)).toEqual({ version: 2, ...redmine });
    expect((await paste(browser, first)).status).toBe(303);
    await paste(browser, newer(5, { root: '#issue' }));
    const second = await draft(browser);
    expect(JSON.parse(second)).toEqual({ version: 6, ...redmine, root: '#issue' });
    await send(browser, '/admin/sites/redmine/withdraw');
    expect(JSON.parse(await draft(browser))).toEqual({ version: 6, ...redmine });
    expect(textOf((await read('/admin/sites/redmine')).html)).toContain('as version 6');
    expect(textOf((await read('/admin/sites/redmine', 'vi')).html)).toContain('dưới dạng phiên bản 6');
  });

  it('has one to begin with on every site', async () => {
    const { browser } = await reader();
    for (const id of SITE_IDS) {
      const answer = await browser.open(`/admin/sites/${id}/description.json`);
      expect(await answer.json()).toMatchObject({ id, version: KNOWN_SITES[id].version + 1 });
    }
  });

  it('is published, shown, and withdrawn', async () => {
    const { browser, read } = await reader();
    const answer = await paste(browser, newer(2));
    expect([answer.status, locationOf(answer)]).toEqual([303, '/admin/sites/redmine']);
    expect(await decided()).toEqual([{ id: 'redmine', version: 2, off: 0 }]);
    const { html } = await read('/admin/sites/redmine');
    expect(textOf(html)).toContain('Version 2 is published here');
    expect(textOf(html)).toContain('its version must be greater than 2');
    expect(html).toContain('body.controller-issues.action-show #content');
    await send(browser, '/admin/sites/redmine/withdraw');
    expect(textOf((await read('/admin/sites/redmine')).html)).not.toContain('is published here');
    expect((await paste(browser, newer(2))).status).toBe(400);
  });

  it.each<[string, string, string]>([
    ['is no JSON', '{"version": 2,', 'This is not JSON.'],
    ['is of another site', newer(2, { id: 'gmail' }), 'id : This describes another site.'],
    ['is not newer', newer(1), 'version : This must be greater than 1.'],
    ['has a selector that does not parse', newer(2, { root: 'p[' }), 'root : This selector cannot be understood.'],
    ['lacks something', newer(2, { kind: undefined }), 'kind : Expected here:'],
    ['has a word of its own', newer(2, { run: 1 }), 'run : There is no such field.'],
    ['knows no texts', newer(2, { bodies: ':not(*)' }), 'bodies : This finds nothing on any page.'],
    ['reads another host', newer(2, { reads: [{ get: '//x.example', as: 'mail-headers' }] }), 'reads.0.get :'],
  ])('that %s is refused with the place, and what was pasted is still there', async (_, text, said) => {
    const { browser } = await reader();
    const answer = await paste(browser, text);
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(textOf(html).replaceAll(/ ?: ?/g, ' : ')).toContain(said.replaceAll(/ ?: ?/g, ' : '));
    expect(html).toContain('aria-invalid="true" aria-describedby="faults"');
    expect(html).toContain('href="/language/vi?to=%2Fadmin%2Fsites%2Fredmine"');
    expect(textOf(html).replaceAll('&quot;', '"').replaceAll(' ', '')).toContain(
      text.replaceAll(/[ <>]/g, '').slice(0, 200),
    );
    expect(await decided()).toEqual([]);
  });

  it('that holds markup is shown as text, wherever it is shown', async () => {
    const hostile = '</textarea></pre><script>alert(1)</script>';
    const { browser, read } = await reader();
    for (const text of [hostile, newer(2, { root: hostile }), newer(2, { [hostile]: 1 })]) {
      const html = await (await paste(browser, text)).text();
      expect(html).not.toMatch(/<script|<\/textarea><\/pre>/);
      expect(html).toContain('&lt;/textarea>');
    }
    const words = { ...redmine, paths: [hostile] };
    await env.DB.prepare("INSERT INTO site(id, version, description, changed) VALUES ('redmine', 2, ?1, 1)")
      .bind(JSON.stringify(words))
      .run();
    const { html } = await read('/admin/sites/redmine');
    expect(html).not.toMatch(/<script|<\/textarea><\/pre>/);
    expect(html).toContain('&lt;script');
  });

  it('that is larger than any request may be is refused in words', async () => {
    const { browser } = await reader();
    const answer = await paste(browser, 'x'.repeat(70_000));
    expect(answer.status).toBe(400);
    expect(textOf(await answer.text())).toContain('This is too large');
  });

  it('that two administrators paste at once is published once', async () => {
    const { browser } = await reader();
    const answers = await Promise.all([paste(browser, newer(2)), paste(browser, newer(2, { idsGrow: undefined }))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
  });
});

// Reports that a site cannot be read: one a day and site, under a moved clock, and none while the server asked for patience.
import type { Page, Route } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { type Driven, until } from '../stack/harness.ts';
import { stage } from './stage.ts';
import { background } from './toolbar.ts';

const ORIGINS = { redmine: 'http://127.0.0.1:18092', freescout: 'http://127.0.0.1:18093' } as const;
const play = stage({
  sites: [
    { origin: ORIGINS.redmine, site: 'redmine' },
    { origin: ORIGINS.freescout, site: 'freescout' },
  ],
});
let an: Driven;
/** Bodies of the reports that were sent. */
const sent: string[] = [];
const pages = new Map<keyof typeof ORIGINS, Page>();

beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
  an.context.on('request', (request) => {
    if (request.url().endsWith('/api/health-reports')) sent.push(request.postData() ?? '');
  });
  for (const [site, origin] of Object.entries(ORIGINS)) {
    await an.context.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Changed' }));
    const page = await an.context.newPage();
    await page.goto(`${origin}/issues/7`);
    pages.set(site === 'freescout' ? 'freescout' : 'redmine', page);
  }
});

/** A visit notices it, as our own script on the page says it; resolves when the background is done with it. */
async function notice(site: keyof typeof ORIGINS, field: string): Promise<void> {
  await pages.get(site)?.bringToFront();
  await (await background(an)).evaluate(async (said) => {
    const [tab] = await chrome.tabs.query({ active: true });
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: (what: string) => chrome.runtime.sendMessage({ kind: 'unwell', field: what, newer: false }),
      args: [said],
    });
  }, field);
}

/** The browser's clock goes on, or back. */
const later = async (ms: number) =>
  (await background(an)).evaluate((by) => {
    const { now } = Date;
    Object.assign(Date, { now: () => now.call(Date) + by });
  }, ms);

const HOUR = 60 * 60_000;
const counts = async () => {
  const { results } = await play.stack
    .db()
    .prepare('SELECT site, field, sum(n) n FROM site_health GROUP BY site, field ORDER BY site, field')
    .all<{ site: string; field: string; n: number }>();
  return results.map(({ site, field, n }) => `${site} ${field} ${n}`);
};
const table = (from: string, to: string) => play.stack.db().prepare(`ALTER TABLE ${from} RENAME TO ${to}`).run();

it('are not made while the server asked to be left alone, and are not lost by that', async () => {
  await table('site_health', 'away');
  await notice('redmine', 'author');
  expect(sent, 'the server is asked, and refuses').toHaveLength(1);
  await table('away', 'site_health');
  await notice('redmine', 'author');
  await notice('freescout', 'author');
  expect(sent, 'nothing more until it may be asked').toHaveLength(1);
  await later(60_000);
  await notice('redmine', 'author');
  expect(await counts()).toEqual(['redmine author 1']);
  expect(sent).toEqual(Array(2).fill('{"site":"redmine","version":1,"field":"author"}'));
});

it('are one a day and site, whatever it is that cannot be read', async () => {
  await notice('redmine', 'author');
  await notice('redmine', 'body');
  await later(23 * HOUR);
  await notice('redmine', 'body');
  expect(await counts()).toEqual(['redmine author 1']);
  await notice('freescout', 'message');
  expect(await counts(), 'another site').toEqual(['freescout message 1', 'redmine author 1']);
});

it('are made again on the next day', async () => {
  await later(HOUR);
  await notice('redmine', 'author');
  await notice('redmine', 'author');
  await notice('freescout', 'message');
  expect(await counts()).toEqual(['freescout message 1', 'redmine author 2']);
});

it('are made again where the clock was set back, which would else silence them for long', async () => {
  await later(-96 * HOUR);
  await notice('redmine', 'body');
  await until('the report', async () => (await counts()).includes('redmine body 1'));
});

it('are not made where the site is switched off', async () => {
  await later(120 * HOUR);
  const options = await an.open('options.html');
  const switchTo = (off: boolean) =>
    options.evaluate(
      (wanted) => chrome.runtime.sendMessage({ kind: 'setSiteOff', host: '127.0.0.1:18092', off: wanted }),
      off,
    );
  await switchTo(true);
  const before = await counts();
  await notice('redmine', 'id');
  expect(await counts()).toEqual(before);
  await switchTo(false);
  await notice('redmine', 'id');
  expect(await counts()).toContain('redmine id 1');
  await options.close();
});

/** What reaches the server is not what was sent. */
const onTheWay = (change: (report: Route) => Promise<void>) => an.context.route('**/api/health-reports', change);
const asSent = () => an.context.unroute('**/api/health-reports');

it('use up the day where the server refuses what they say, as one does that does not know the field', async () => {
  await later(48 * HOUR);
  await onTheWay((report) =>
    report.continue({
      postData: report.request().postData()?.replace('"author"', '"a field of the next version"') ?? '',
    }),
  );
  const answers: number[] = [];
  an.context.on('response', (response) => {
    if (response.url().endsWith('/api/health-reports')) answers.push(response.status());
  });
  const before = { sent: sent.length, counts: await counts() };
  for (let visit = 0; visit < 5; visit++) await notice('redmine', 'author');
  await asSent();
  await notice('redmine', 'body');
  expect(sent.length - before.sent).toBe(1);
  expect(answers).toEqual([400]);
  expect(await counts()).toEqual(before.counts);
  await later(24 * HOUR);
  await notice('redmine', 'answer');
  expect(await counts()).toContain('redmine answer 1');
});

it('do not use it up where they do not get through: no network, a token that is not taken', async () => {
  await later(24 * HOUR);
  play.stack.gate.close();
  await notice('redmine', 'anchor');
  play.stack.gate.open();
  await onTheWay((report) =>
    report.continue({ headers: { ...report.request().headers(), authorization: 'Bearer of-yesterday' } }),
  );
  await notice('redmine', 'anchor');
  await asSent();
  expect(await counts()).not.toContain('redmine anchor 1');
  await notice('redmine', 'anchor');
  await notice('redmine', 'anchor');
  expect(await counts()).toContain('redmine anchor 1');
});

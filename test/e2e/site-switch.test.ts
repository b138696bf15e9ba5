// From the administrator's switch to the rows, and from an unreadable page to the server's count: the whole extension against the stack.
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { sample } from '../../extension/sites/sample.ts';
import { type Driven, theRow, until } from '../stack/harness.ts';
import { pageText } from './reader.ts';
import { openThread, stage } from './stage.ts';
import { background, flaws, openPopup } from './toolbar.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

/** The hour is over. */
const strike = async () => (await background(an)).evaluate(() => chrome.alarms.create('news', { when: Date.now() }));
const rowsOn = (page: Awaited<ReturnType<typeof openThread>>) => page.locator('hearback-rating').count();
const decide = (version: number, description: object | null, off: boolean) =>
  play.stack
    .db()
    .prepare('INSERT OR REPLACE INTO site(id, version, description, off, changed) VALUES (?1, ?2, ?3, ?4, 1)')
    .bind('sample', version, description && JSON.stringify(description), off ? 1 : 0)
    .run();

it('a site that is switched off shows no row, on open pages either, until it is on again', async () => {
  const page = await openThread(an, play.stack, 't-advance');
  await theRow(page);
  await decide(0, null, true);
  await strike();
  await until('no row', async () => (await rowsOn(page)) === 0);
  const another = await openThread(an, play.stack, 't-advance');
  await decide(0, null, false);
  await strike();
  await until('the row again', async () => (await rowsOn(page)) === 1);
  await until('the row on the page that was opened meanwhile', async () => (await rowsOn(another)) === 1);
  await page.close();
  await another.close();
});

it('a newer description is taken on open pages, and given back when it is withdrawn', async () => {
  const page = await openThread(an, play.stack, 't-advance');
  await theRow(page);
  // It knows the conversation by another name and calls every message a robot's: no row.
  const [message] = sample.messages;
  await decide(2, { ...sample, messages: [{ ...message, automatic: 'article' }] }, false);
  await strike();
  await until('no row', async () => (await rowsOn(page)) === 0);
  await decide(2, null, false);
  await strike();
  await until('the row again', async () => (await rowsOn(page)) === 1);
  await page.close();
});

it('a picture of the page is shown, with nothing of what it says, and can be saved', async () => {
  const page = await openThread(an, play.stack, 't-advance');
  await theRow(page);
  const requests: string[] = [];
  an.context.on('request', (request) => requests.push(request.url()));
  const popup = await openPopup(an, page);
  await popup.getByText('Something is not recognised here?').click();
  await popup.getByRole('button', { name: 'Show the picture' }).click();
  const picture = await popup.getByRole('textbox', { name: 'Something is not recognised here?' }).inputValue();
  expect(picture).toContain('<article class="mail"');
  expect(picture).toContain('data-mail=');
  expect(picture.toLowerCase()).not.toMatch(/acme|finance|advance|nguy/);
  expect(await flaws(popup)).toEqual([]);
  const [download] = await Promise.all([
    popup.waitForEvent('download'),
    popup.getByRole('link', { name: 'Save it on this computer' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(picture);
  expect(requests.filter((url) => url.startsWith(play.stack.origin))).toEqual([]);
  await popup.close();
  await page.close();
});

it('a page that changed is reported: the site, the version and what was not found', async () => {
  const changed = pageText('gmail.html').replaceAll('class="gD"', 'class="nA"');
  await an.context.route('https://mail.google.com/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: changed }),
  );
  const sent: string[] = [];
  an.context.on('request', (request) => {
    if (request.url().endsWith('/api/health-reports')) sent.push(request.postData() ?? '');
  });
  const first = await an.context.newPage();
  await first.goto('https://mail.google.com/mail/u/0/#inbox/1');
  const counts = async () =>
    (await play.stack.db().prepare('SELECT site, version, field, n FROM site_health').all()).results;
  await until('the report', async () => (await counts()).length > 0, 90_000);
  expect(await counts()).toEqual([{ site: 'gmail', version: 1, field: 'author', n: 1 }]);
  expect(sent).toEqual(['{"site":"gmail","version":1,"field":"author"}']);
  await first.close();
});

// A conversation that the reader has left is not rated from the toolbar any more: the popup shows what is open now.
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { type Driven, theRow, until } from '../stack/harness.ts';
import { pageText } from './reader.ts';
import { stage } from './stage.ts';
import { openPopup } from './toolbar.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

const INBOX = '<div role="main"><table><tr><td>Inbox</td></tr></table></div>';
const ADDRESS = 'https://mail.google.com/mail/u/0/';

/** A Gmail tab with a conversation open, and with another document, its list, under `?list`. */
async function gmail(): Promise<Page> {
  const page = await an.context.newPage();
  await page.route('https://mail.google.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: route.request().url().includes('?list')
        ? `<!doctype html><title>Inbox</title>${INBOX}`
        : pageText('gmail.html'),
    }),
  );
  await page.goto(`${ADDRESS}#inbox/FMfcgzQabc`);
  await theRow(page, 'IT');
  return page;
}

/** The questions that the popup asks about what is open on the tab. */
async function offered(page: Page): Promise<string[]> {
  const popup = await openPopup(an, page);
  await popup.getByRole('main').waitFor();
  const names = await popup
    .getByRole('radiogroup')
    .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label') ?? ''));
  await popup.close();
  return names;
}

it.each([
  [
    'in the same document',
    (page: Page) =>
      page.evaluate((inbox) => {
        location.hash = '#inbox';
        document.body.innerHTML = inbox;
      }, INBOX),
  ],
  ['for another document of the same path', (page: Page) => page.goto(`${ADDRESS}?list`)],
])('offers nothing of a conversation that was left %s, and offers it again after the way back', async (_, leave) => {
  const page = await gmail();
  await until('the question of the popup', async () => (await offered(page)).some((name) => name.includes('IT')));
  await leave(page);
  await until('no question', async () => (await offered(page)).length === 0);
  await page.goBack();
  await page.reload();
  await theRow(page, 'IT');
  await until('the question again', async () => (await offered(page)).some((name) => name.includes('IT')));
  await page.close();
});

it('a page that says in our words that another script has started ends nothing', async () => {
  const page = await gmail();
  const [worker] = an.context.serviceWorkers();
  const id = new URL(worker?.url() ?? '').host;
  await page.evaluate((name) => visualViewport?.dispatchEvent(new Event(name)), `${id} started`);
  // A script that has ended would not put it back.
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('hearback-rating')) row.remove();
  });
  await theRow(page, 'IT');
  expect(await page.locator('hearback-rating').count()).toBeGreaterThan(0);
  await page.close();
});

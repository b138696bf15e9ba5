// A page that the browser kept for the way back stands as it stood, rows and all; what the tab showed meanwhile was another host's.
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clickFace, rowSays, theRow, until } from '../stack/harness.ts';
import { scoresIn, stage } from './stage.ts';

const play = stage();

const mail = (id: string, from: string) => `<article class="mail" data-mail="${id}">
  <header class="mail-head"><a class="from" href="mailto:${from}@acme.test">${from}</a>
  <span class="to"><a href="mailto:an@acme.test">an</a></span></header><div class="mail-body">Text</div></article>`;
const pageOf = (
  thread = '',
) => `<!doctype html><title>Mail</title><main data-app="sample-webmail" data-user="an@acme.test">
  <section class="thread" data-thread="${thread}">${mail('m1', 'an')}${mail('m2', 'it-help')}</section></main>`;

/** Unlike the sample webmail it lets the browser keep its pages. */
const server = createServer((request, response) =>
  response.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf(request.headers.host)),
);
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => server.close());

const isMarked = (page: Page) => page.evaluate(() => Reflect.get(window, 'kept') === true);

it('can be rated as before', async () => {
  const an = await play.browserOf('an@acme.test', { keepsPages: true });
  const page = await an.context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await theRow(page);
  await page.evaluate(() => Reflect.set(window, 'kept', true));
  await page.goto(`http://localhost:${port}/`);
  await theRow(page);
  expect(await isMarked(page)).toBe(false);

  // Nothing is loaded that could be waited for: the page is the one that was left.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await until('the way back', () => new URL(page.url()).hostname === '127.0.0.1');
  expect(await isMarked(page)).toBe(true);
  await theRow(page);
  await clickFace(page, 4);
  await rowSays(page, 'saved');
  await until('the rating', async () => (await scoresIn(play.stack)).join() === '4');
});

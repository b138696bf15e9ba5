// Whoever signs in on a summary page need not do it again in the extension: rows appear in mail that is open already.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { considered, type Driven, rowsOf, signInToPages, theRow } from '../stack/harness.ts';
import { openThread, stage } from './stage.ts';
import { background } from './toolbar.ts';

const play = stage();
/** The pause after a few refusals. */
const PATIENCE = 80_000;

const badge = async (driven: Driven) => (await background(driven)).evaluate(() => chrome.action.getBadgeText({}));

async function mailOpenBefore(driven: Driven): Promise<Page> {
  const mail = await openThread(driven, play.stack, 't-vpn');
  await considered(driven, mail, 't-vpn');
  expect(await rowsOf(mail)).toEqual([]);
  return mail;
}

it('puts the row into mail that is open, soon after a sign-in on a summary page and without a click', async () => {
  const browser = await play.browser();
  const mail = await mailOpenBefore(browser);
  const summary = await browser.context.newPage();
  await signInToPages(summary, play.stack.origin, 'acme-an');
  await mail.bringToFront();
  await theRow(mail, '', PATIENCE);
  expect(await badge(browser)).toBe('');
  await browser.close();
});

it('leaves a server alone that refused often, however often somebody looks, until its pause is over', async () => {
  const browser = await play.browser();
  const worker = await background(browser);
  const tried = (at: number) =>
    worker.evaluate((silent) => chrome.storage.session.set({ silent }), { server: play.stack.origin, at, times: 10 });
  await mailOpenBefore(browser);
  await tried(Date.now());
  await signInToPages(await browser.context.newPage(), play.stack.origin, 'acme-an');
  for (const _ of [1, 2, 3]) await (await mailOpenBefore(browser)).close();
  const { silent } = await worker.evaluate(() => chrome.storage.session.get<{ silent: { times: number } }>('silent'));
  expect(silent.times).toBe(10);

  await tried(Date.now() - 15 * 60_000);
  await theRow(await openThread(browser, play.stack, 't-vpn'));
  await browser.close();
});

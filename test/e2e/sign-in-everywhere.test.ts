// "Sign out everywhere" as the other device sees it: it is signed out, stays so until somebody signs in by hand, and loses no click meanwhile.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { clickFace, type Driven, rowSays, theRow, until } from '../stack/harness.ts';
import { openThread, scoresIn, stage } from './stage.ts';
import { background, openPopup } from './toolbar.ts';

const play = stage();

const families = () =>
  play.stack.db().prepare('SELECT count(*) n FROM refresh_family WHERE revoked = 0').first<number>('n');
const badge = async (driven: Driven) => (await background(driven)).evaluate(() => chrome.action.getBadgeText({}));
/** Ten minutes later, and nothing is held back by attempts before. */
const tenMinutesOn = async (driven: Driven) =>
  (await background(driven)).evaluate(() => chrome.storage.session.remove(['access', 'silent']));
const attempts = async (driven: Driven) => {
  const stored = await (await background(driven)).evaluate(() => chrome.storage.session.get<Tried>('silent'));
  return stored.silent?.times ?? 0;
};
interface Tried {
  silent?: { times: number };
}

async function signOutEverywhere(driven: Driven): Promise<void> {
  const options = await driven.open('options.html');
  await options.getByRole('button', { name: 'Sign out everywhere' }).click();
  await options.getByText('Nobody is signed in.').waitFor();
  await options.close();
}

it('ends the sign-in of another browser, which keeps its clicks until somebody signs in there by hand', async () => {
  const other = await play.browserOf('an@acme.test');
  const office = await play.browserOf('an@acme.test');
  const mail: Page = await openThread(other, play.stack, 't-vpn');
  await theRow(mail);
  await signOutEverywhere(office);
  expect(await families()).toBe(0);

  await tenMinutesOn(other);
  await clickFace(mail, 1);
  await rowSays(mail, 'queued');
  await until('an attempt to come back unseen', async () => (await attempts(other)) > 0);
  await until('the badge', async () => (await badge(other)) === '!');
  const popup = await openPopup(other, mail);
  await popup.getByRole('heading', { name: 'Please sign in again' }).waitFor();
  await popup.getByText('1 rating waits until you sign in, kept on this device.').waitFor();
  expect(await families()).toBe(0);
  expect(await scoresIn(play.stack)).toEqual([]);

  const window = other.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await (await window).locator('button[value="acme-an"]').click();
  await until('the rating', async () => (await scoresIn(play.stack)).join() === '1');
  await popup.getByText('Everything is sent.').waitFor();
  await rowSays(mail, 'saved');
  await popup.close();

  // This browser is known again: what the server ends otherwise is made anew unseen.
  await play.stack.db().prepare('UPDATE refresh_family SET revoked = 1').run();
  await tenMinutesOn(other);
  await clickFace(mail, 5);
  await until('the change', async () => (await scoresIn(play.stack)).join() === '5');
  expect(await badge(other)).toBe('');
  await other.close();
  await office.close();
});

it('ends the sessions of the pages too: whoever opens one is asked who it is', async () => {
  const other = await play.browserOf('an@acme.test');
  const office = await play.browserOf('an@acme.test');
  const page = await other.context.newPage();
  await page.goto(play.stack.origin);
  expect(new URL(page.url()).origin).toBe(play.stack.origin);
  await signOutEverywhere(office);
  await page.reload();
  await page.locator('button[value="acme-an"]').click();
  await page.waitForURL(`${play.stack.origin}/`);
  await other.close();
  await office.close();
});

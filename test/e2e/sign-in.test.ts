// A sign-in that ends: on the server, by the clock or on purpose. Clicks are kept for their account meanwhile, and sent with nobody else's.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { clickFace, type Driven, rowSays, rowsOf, signIn, theRow, until } from '../stack/harness.ts';
import { openThread, scoresIn, stage } from './stage.ts';
import { background, openPopup } from './toolbar.ts';

const play = stage();
let browser: Driven;
let mail: Page;

beforeEach(async () => {
  await play.stack.db().prepare('DELETE FROM rating').run();
  browser = await play.browserOf('an@acme.test');
  mail = await openThread(browser, play.stack, 't-vpn');
  await theRow(mail);
  return () => browser.close();
});

const forget = async (...keys: string[]) =>
  (await background(browser)).evaluate((names) => chrome.storage.session.remove(names), keys);
const badge = async () => (await background(browser)).evaluate(() => chrome.action.getBadgeText({}));
const endOnServer = () => play.stack.db().prepare('UPDATE refresh_family SET revoked = 1').run();

it('is renewed without anybody noticing when the access token has run out', async () => {
  await forget('access');
  await clickFace(mail, 4);
  await until('the rating', async () => (await scoresIn(play.stack)).join() === '4');
  await rowSays(mail, 'saved');
});

it('is renewed when the server refuses a token whose time has not come', async () => {
  await (await background(browser)).evaluate(async () => {
    const { access } = await chrome.storage.session.get<{ access: object }>('access');
    await chrome.storage.session.set({ access: { ...access, token: 'of-another-time' } });
  });
  await clickFace(mail, 4);
  await until('the rating', async () => (await scoresIn(play.stack)).join() === '4');
});

it('is renewed once more when the answer that brought the new one was lost, and stays good', async () => {
  // Nothing but the refresh token can help.
  await browser.context.clearCookies();
  const given = async () =>
    (await play.stack.db().prepare('SELECT COUNT(*) AS n FROM refresh_token').first<number>('n')) ?? 0;
  const before = await given();
  await forget('access');
  const held = play.stack.gate.holdAnswers();
  await clickFace(mail, 4);
  await held;
  await until('a token that stays on its way', async () => (await given()) === before + 1);
  play.stack.gate.close();
  play.stack.gate.open();
  await until('the rating', async () => (await scoresIn(play.stack)).join() === '4');
  expect(await given()).toBe(before + 2);

  await forget('access');
  await clickFace(mail, 2);
  await until('the change', async () => (await scoresIn(play.stack)).join() === '2');
  expect(await given()).toBe(before + 3);
  expect(await badge()).toBe('');
});

it('is made anew silently when the server ended it and the browser still has a session', async () => {
  await endOnServer();
  await forget('access', 'silent');
  await clickFace(mail, 3);
  await until('the rating', async () => (await scoresIn(play.stack)).join() === '3');
  expect(await badge()).toBe('');
});

it('is asked for by a badge and in the popup when it cannot be: what is rated waits for it, and is sent then', async () => {
  await endOnServer();
  await browser.context.clearCookies();
  await forget('access', 'silent');
  await clickFace(mail, 2);
  await rowSays(mail, 'queued');
  await until('the badge', async () => (await badge()) === '!');
  const popup = await openPopup(browser, mail);
  await popup.getByRole('heading', { name: 'Please sign in again' }).waitFor();
  await popup.getByText('1 rating waits until you sign in, kept on this device.').waitFor();
  expect(await scoresIn(play.stack)).toEqual([]);

  const window = browser.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await (await window).locator('button[value="acme-an"]').click();
  await until('the rating', async () => (await scoresIn(play.stack)).join() === '2');
  await popup.getByText('Everything is sent.').waitFor();
  await rowSays(mail, 'saved');
  expect(await badge()).toBe('');
});

it('keeps what one person rated from being sent as somebody else’s, until that person is back', async () => {
  play.stack.gate.close();
  await clickFace(mail, 5);
  await rowSays(mail, 'queued');
  const popup = await openPopup(browser, mail);
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.getByText('1 rating waits until you sign in, kept on this device.').waitFor();
  await popup.close();
  await until('no row', async () => (await rowsOf(mail)).length === 0);
  play.stack.gate.open();

  await signIn(browser, 'acme-lead.sales');
  await until('a row again', async () => (await rowsOf(mail)).length > 0);
  const theirs = await openPopup(browser, mail);
  await theirs.getByText('Everything is sent.').waitFor();
  await theirs.getByRole('button', { name: 'Sign out' }).click();
  await theirs.getByRole('button', { name: 'Sign in' }).waitFor();
  await theirs.close();
  expect(await scoresIn(play.stack)).toEqual([]);

  await signIn(browser, 'acme-an');
  await until('the rating', async () => (await scoresIn(play.stack)).join() === '5');
});

it('waits as long as the server asks before it asks for a token again, though somebody would rather not', async () => {
  const asked: number[] = [];
  const tokens = `${play.stack.origin}/api/token`;
  await browser.context.route(tokens, (route) => {
    asked.push(Date.now());
    return asked.length === 1
      ? route.fulfill({ status: 429, headers: { 'Retry-After': '6' }, body: '' })
      : route.continue();
  });
  await forget('access');
  await clickFace(mail, 4);
  await rowSays(mail, 'queued');
  const popup = await openPopup(browser, mail);
  await popup.getByRole('button', { name: 'Try now' }).click();
  await until('the rating', async () => (await scoresIn(play.stack)).join() === '4');
  const [first = 0, second = 0] = asked;
  expect(second - first).toBeGreaterThanOrEqual(6000);
});

// The options page in a real Chromium: the server, signing out everywhere, and what that leaves behind.
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { clickFace, type Driven, rowSays, rowsOf, until } from '../stack/harness.ts';
import { openThread, stage } from './stage.ts';
import { badge, openPopup, spotless } from './toolbar.ts';

const play = stage();
let an: Driven;
let mail: Page;
let options: Page;

beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
  mail = await openThread(an, play.stack, 't-vpn');
  await clickFace(mail, 4);
  await rowSays(mail, 'saved');
  const popup = await openPopup(an, mail);
  await popup.getByText('Your last ratings').waitFor();
  await popup.close();
  options = await an.open('options.html');
});

it('refuses an address that is not https, and says why', async () => {
  await options.getByRole('textbox', { name: 'Server' }).fill('http://hearback.acme.example');
  await options.getByRole('button', { name: 'Save' }).click();
  await options.getByText('This is not an https address.').waitFor();
  await spotless(options);
});

it('signs out everywhere only when the server has heard it', async () => {
  play.stack.gate.close();
  await options.getByRole('button', { name: 'Sign out everywhere' }).click();
  await options.getByText('The server cannot be reached, so nothing was changed.').waitFor();
  play.stack.gate.open();
  await options.getByRole('button', { name: 'Sign out everywhere' }).click();
  await options.getByText('Nobody is signed in.').waitFor();
  const { results } = await play.stack.db().prepare('SELECT 1 FROM refresh_family WHERE revoked = 0').all();
  expect(results).toEqual([]);
  await spotless(options);
});

it('says why nobody could be signed in', async () => {
  play.stack.gate.close();
  await options.getByRole('button', { name: 'Sign in' }).click();
  await options.getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor();
  await spotless(options);
  play.stack.gate.open();
  for (const page of an.context.pages()) if (page.url().startsWith('chrome-error:')) await page.close();
});

it('leaves no row, no badge and no history behind after signing out', async () => {
  await until('no row', async () => (await rowsOf(mail)).length === 0);
  expect(await badge(an)).toBe('');
  const popup = await openPopup(an, mail);
  await popup.getByRole('heading', { name: 'Sign in once to rate' }).waitFor();
  expect(await popup.getByText('Your last ratings').count()).toBe(0);
  await popup.close();
});

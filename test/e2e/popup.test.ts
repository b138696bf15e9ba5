// The popup in a real Chromium, against the local stack: by mouse, by keyboard, in both languages and themes.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEAM } from '../stack/acme.ts';
import {
  type Driven,
  driveBrowser,
  rowSays,
  rowsOf,
  signIn,
  signInToPages,
  theRow,
  until,
  useServer,
} from '../stack/harness.ts';
import { openThread, stage } from './stage.ts';
import { badge, openPopup, showAddress, spotless } from './toolbar.ts';

const play = stage();
let an: Driven;
let mail: Page;

beforeAll(async () => {
  an = await play.browser();
});

const ratings = async () => {
  const { results } = await play.stack
    .db()
    .prepare('SELECT team, score FROM rating ORDER BY id')
    .all<{ team: number; score: number }>();
  return results.map(({ team, score }) => [team, score]);
};

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('before anybody is signed in', () => {
  it('asks for the server where none is built in and none is set', async () => {
    const fresh = await driveBrowser({ build: 'chrome-mv3' });
    try {
      const popup = await openPopup(fresh, null);
      await spotless(popup);
      const options = fresh.context.waitForEvent('page');
      await popup.getByRole('button', { name: 'Enter the address' }).click();
      expect((await options).url()).toContain('options.html');
      expect(await badge(fresh)).toBe('');
    } finally {
      await fresh.close();
    }
  });

  it('asks to sign in by a badge and in the popup', async () => {
    await until('the badge', async () => (await badge(an)) === '!');
    const popup = await openPopup(an, null);
    await popup.getByRole('heading', { name: 'Sign in once to rate' }).waitFor();
    await spotless(popup);
    await popup.close();
  });

  it('signs in without a click where the browser has a session with the server', async () => {
    const other = await driveBrowser();
    try {
      await signInToPages(await other.context.newPage(), play.stack.origin, 'acme-an');
      await useServer(other, play.stack.origin);
      const popup = await openPopup(other, null);
      await popup.getByText('Nguyễn Văn An · Sales · Acme').waitFor();
      await until('no badge', async () => (await badge(other)) === '');
    } finally {
      await other.close();
    }
  });

  it('says so when the server cannot be reached', async () => {
    play.stack.gate.close();
    const popup = await openPopup(an, null);
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await popup.getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor();
    await popup.close();
    for (const page of an.context.pages().slice(1)) await page.close();
    play.stack.gate.open();
  });
});

describe('on a page that a description reads', () => {
  let popup: Page;

  beforeAll(async () => {
    await signIn(an, 'acme-an');
    mail = await openThread(an, play.stack, 't-vpn');
    await theRow(mail);
    popup = await openPopup(an, mail);
  });
  afterAll(() => popup.close());

  it('shows the answers found on it, and the badge is gone', async () => {
    await popup.getByText(`an@acme.test · ${new URL(play.stack.origin).host}`).waitFor();
    await popup.getByRole('radiogroup', { name: 'How was IT’s answer?' }).waitFor();
    expect(await badge(an)).toBe('');
    await spotless(popup);
  });

  it('rates by the keyboard: one tab stop, arrows only move, Space rates; the row on the page follows', async () => {
    await popup.getByRole('button', { name: 'Options' }).focus();
    await popup.keyboard.press('Tab');
    expect(await focused(popup)).toBe('Very poor');
    await popup.keyboard.press('ArrowLeft');
    await popup.keyboard.press('ArrowLeft');
    expect(await focused(popup)).toBe('Good');
    expect(await popup.getByRole('radio', { checked: true }).count()).toBe(0);
    await popup.keyboard.press('Space');
    await popup.getByRole('radio', { name: 'Good', checked: true }).waitFor();
    await popup.getByRole('status').filter({ hasText: 'saved' }).waitFor({ state: 'attached' });
    await until('the rating in the database', async () => (await ratings()).length === 1);
    expect(await ratings()).toEqual([[TEAM.it, 4]]);
    await rowSays(mail, 'saved');
    expect((await theRow(mail)).faces.map((face) => face.checked)).toEqual([false, false, false, true, false]);
    await popup.keyboard.press('Tab');
    expect(await focused(popup)).toBe('Take back: IT');
    await popup.keyboard.press('Tab');
    expect(await focused(popup)).toBe('Another team');
  });

  it('finds another team by a part of its name and rates it for the same conversation', async () => {
    const field = popup.getByRole('combobox', { name: 'Another team' });
    await field.fill('zzz');
    await popup.getByText('No team of this name.').first().waitFor();
    await field.fill('');
    await popup.keyboard.press('ArrowDown');
    const listed = await popup.getByRole('option').allTextContents();
    expect(listed).toContain('Legal');
    expect(listed, 'not the own team').not.toContain('Sales');
    await field.fill('leg');
    await spotless(popup);
    expect(await field.getAttribute('aria-activedescendant')).toBe(
      await popup.getByRole('option', { name: 'Legal', selected: true }).getAttribute('id'),
    );
    await popup.keyboard.press('Enter');
    expect(await focused(popup)).toBe('Very poor');
    await popup.keyboard.press('End');
    await popup.keyboard.press('Enter');
    await until('both ratings', async () => (await ratings()).length === 2);
    expect(await ratings()).toEqual([
      [TEAM.it, 4],
      [TEAM.legal, 5],
    ]);
    await spotless(popup);
  });

  it('lists the last ratings, newest first, and changes one with two clicks', async () => {
    const last = popup.getByRole('button', { name: 'Change' });
    expect(await last.evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual([
      'Legal: Very good. Change',
      'IT: Good. Change',
    ]);
    await popup.getByRole('button', { name: 'IT: Good. Change' }).click();
    expect(await focused(popup)).toBe('Good');
    await popup.keyboard.press('Escape');
    expect(await focused(popup)).toBe('IT: Good. Change');
    await popup.keyboard.press('Enter');
    await popup.keyboard.press('ArrowLeft');
    await popup.keyboard.press('Space');
    await popup.getByRole('button', { name: 'IT: OK. Change' }).waitFor();
    await until('the changed score', async () =>
      (await ratings()).some(([team, score]) => team === TEAM.it && score === 3),
    );
    expect(await ratings()).toHaveLength(2);
    await rowSays(mail, 'saved');
    expect((await theRow(mail)).faces[2]?.checked).toBe(true);
  });

  it('keeps what is rated while the server is down, says so, and sends it when told to try', async () => {
    play.stack.gate.close();
    await popup
      .getByRole('radiogroup', { name: 'How was IT’s answer?' })
      .getByRole('radio', { name: 'Poor', exact: true })
      .click();
    await popup.getByText('1 rating waits for the network, kept on this device.').waitFor();
    await rowSays(mail, 'queued');
    await spotless(popup);
    play.stack.gate.open();
    // It may send by itself first.
    await popup
      .getByRole('button', { name: 'Try now' })
      .click()
      .catch(() => {});
    await popup.getByText('Everything is sent.').waitFor();
    expect((await ratings()).find(([team]) => team === TEAM.it)).toEqual([TEAM.it, 2]);
    await rowSays(mail, 'saved');
  });

  it('speaks Vietnamese at once, on the page too, and finds "Nhân sự" by "nhan su"', async () => {
    await popup.getByRole('button', { name: 'VI' }).click();
    await popup.getByText('Đánh giá gần đây của bạn').waitFor();
    await until('the row in Vietnamese', async () => (await theRow(mail)).name.includes('trả lời thế nào'));
    await popup.getByRole('combobox', { name: 'Nhóm khác' }).fill('nhan su');
    expect(await popup.getByRole('option').allTextContents()).toEqual(['Nhân sự']);
    await spotless(popup);
    await popup.getByRole('button', { name: 'EN', exact: true }).click();
    await popup.getByText('Your last ratings').waitFor();
  });

  it('is switched off on a site and on again', async () => {
    await popup.getByRole('button', { name: 'Not on this site' }).click();
    await popup.getByText(`Switched off on ${new URL(play.stack.sample).host}.`).waitFor();
    await until('no row', async () => (await rowsOf(mail)).length === 0);
    await spotless(popup);
    await popup.getByRole('button', { name: 'Switch on again' }).click();
    await popup.getByRole('radiogroup', { name: 'How was IT’s answer?' }).waitFor();
    await theRow(mail);
  });
});

describe('elsewhere', () => {
  it('rates a team picked by hand on a page without a description, and says what is sent', async () => {
    const page = await an.context.newPage();
    await page.goto('data:text/html,<title>Ticket 12</title>');
    await showAddress(an, 'https://tickets.acme.test/show?id=12#comment');
    const popup = await openPopup(an, page);
    await popup.getByText('Sent: the team, your score and a code that cannot be read back.').waitFor();
    await spotless(popup);
    await popup.getByRole('combobox', { name: 'Which team answered you?' }).fill('fin');
    await popup.getByRole('option', { name: 'Finance' }).click();
    await popup
      .getByRole('radiogroup', { name: 'How was Finance’s answer?' })
      .getByRole('radio', { name: 'OK' })
      .click();
    await until('the rating', async () =>
      (await ratings()).some(([team, score]) => team === TEAM.finance && score === 3),
    );
    await popup.close();
  });

  it('offers nothing on a page that extensions may not look at', async () => {
    await showAddress(an, 'chrome://settings/');
    const page = await an.context.newPage();
    const popup = await openPopup(an, page);
    await popup.getByText('Open the mail or ticket that you want to rate.').waitFor();
    expect(await popup.getByRole('combobox').count()).toBe(0);
    await popup.close();
  });
});

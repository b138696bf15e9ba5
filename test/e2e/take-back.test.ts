// Taking a rating back in the popup: until it is counted, and through the outbox like every click.
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { TEAM } from '../stack/acme.ts';
import { clickFace, type Driven, rowSays, stopBackground, theRow, until } from '../stack/harness.ts';
import { openThread, stage } from './stage.ts';
import { flaws, openPopup } from './toolbar.ts';

// Four people have rated IT already; with a fifth there is a release.
const play = stage({ history: true });
let an: Driven;
let mail: Page;

beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
  mail = await openThread(an, play.stack, 't-vpn');
  await theRow(mail);
});

/** What the database holds of the newest rating of IT: An's, once one was sent; `event` is another at each click. */
const newest = async () =>
  play.stack
    .db()
    .prepare('SELECT id, score, hex(event) event FROM rating WHERE team = ?1 ORDER BY id DESC')
    .bind(TEAM.it)
    .first<{ id: number; score: number | null; event: string }>();
const releases = async () =>
  (await play.stack.db().prepare('SELECT count(*) n FROM release').first<{ n: number }>())?.n ?? 0;
/** A tick that was not there before. */
const tick = async () => {
  const at = async () =>
    (await play.stack.db().prepare('SELECT max(tick) t FROM job').first<{ t: number | null }>())?.t;
  const before = await at();
  await until('the next tick', async () => {
    await play.stack.tick();
    return (await at()) !== before;
  });
};

async function rateIt(score: 2 | 4): Promise<number> {
  const before = await newest();
  await clickFace(mail, score);
  return until('the rating', async () => {
    const row = await newest();
    return row && row.event !== before?.event && row.id;
  });
}

const nothingChosen = async () => (await theRow(mail)).faces.every((face) => !face.checked);

it('takes a misclick back by the keyboard: the row asks again, nothing is counted, and the focus stays near', async () => {
  const before = await releases();
  const id = await rateIt(2);
  const popup = await openPopup(an, mail);
  await popup.getByRole('button', { name: 'IT: Poor. Change' }).focus();
  await popup.keyboard.press('Enter');
  await popup.keyboard.press('Tab');
  expect(await popup.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Take back: IT');
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme });
    expect(await flaws(popup), colorScheme).toEqual([]);
  }
  await popup.keyboard.press('Enter');
  await popup.getByRole('status').filter({ hasText: 'Your rating of IT is taken back.' }).waitFor();
  expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Your last ratings');
  await until('the row without a rating', nothingChosen);
  await rowSays(mail, 'idle');
  await until('the withdrawal', async () => (await newest())?.score === null);
  expect((await newest())?.id, 'in place').toBe(id);
  expect(await popup.getByRole('button', { name: /Change$/ }).count()).toBe(0);
  await tick();
  expect(await releases()).toBe(before);
  await popup.close();
});

it('keeps it while the server is down, and sends it then', async () => {
  await rateIt(4);
  const popup = await openPopup(an, mail);
  play.stack.gate.close();
  await popup.getByRole('button', { name: 'IT: Good. Change' }).click();
  await popup.getByRole('button', { name: 'Take back: IT' }).click();
  await until('the row without a rating', nothingChosen);
  await popup.getByText('1 rating waits for the network, kept on this device.').waitFor();
  expect((await newest())?.score).toBe(4);
  play.stack.gate.open();
  await popup
    .getByRole('button', { name: 'Try now' })
    .click()
    .catch(() => {});
  await popup.getByText('Everything is sent.').waitFor();
  expect((await newest())?.score).toBeNull();
  await popup.close();
});

it('offers it no longer for what was counted meanwhile, of which the popup hears when it opens', async () => {
  const before = await releases();
  await rateIt(2);
  const popup = await openPopup(an, mail);
  await popup.getByRole('button', { name: 'IT: Poor. Change' }).click();
  await popup.getByRole('button', { name: 'Take back: IT' }).waitFor();
  await popup.close();
  await tick();
  expect(await releases()).toBe(before + 1);
  // It asks every few minutes only; a background that slept asks at once.
  await stopBackground(an);
  const later = await openPopup(an, mail);
  await later.getByText('counted on').first().waitFor();
  await later.getByRole('button', { name: 'IT: Poor. Change' }).click();
  await later.getByRole('radio', { name: 'Poor', exact: true, checked: true }).first().waitFor();
  expect(await later.getByRole('button', { name: /^Take back/ }).count()).toBe(0);
  // A popup that has not heard of it yet may still ask for it.
  const answer = await later.evaluate(async () => {
    const { last } = await chrome.runtime.sendMessage({ kind: 'status', tab: null });
    return chrome.runtime.sendMessage({ kind: 'takeBack', rated: last[0].rated });
  });
  expect(answer).toMatchObject({ kind: 'counted', score: 2 });
  expect((await newest())?.score).toBe(2);
  await later.close();
});

it('takes nothing back that was counted since the popup opened, and says so', async () => {
  // Four others, of whom each rates IT anew.
  await play.stack
    .db()
    .prepare(
      `INSERT INTO rating(pool, team, customer, epoch, day, k, rater, key, n, rev, event, score)
       SELECT pool, team, customer, epoch, day, k, randomblob(16), randomblob(16), 0, 0, randomblob(16), 3
       FROM (SELECT * FROM rating WHERE team = ?1 ORDER BY id DESC LIMIT 1), json_each('[1, 2, 3, 4]')`,
    )
    .bind(TEAM.it)
    .run();
  const before = await releases();
  const id = await rateIt(4);
  const popup = await openPopup(an, mail);
  await popup.getByRole('button', { name: 'IT: Good. Change' }).click();
  await popup.getByRole('button', { name: 'Take back: IT' }).waitFor();
  await tick();
  expect(await releases()).toBe(before + 1);
  await popup.getByRole('button', { name: 'Take back: IT' }).click();
  await popup.getByRole('status').filter({ hasText: 'IT: counted on' }).waitFor();
  expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('Your last ratings');
  await until(
    'the popup without the button',
    async () => (await popup.getByRole('button', { name: /^Take/ }).count()) === 0,
  );
  expect(await popup.getByText('is taken back').count()).toBe(0);
  await rowSays(mail, 'counted');
  expect(await newest()).toMatchObject({ id, score: 4 });
  await popup.close();
});

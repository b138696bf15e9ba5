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

/** Four others, of whom each rates IT anew. */
const othersRate = () =>
  play.stack
    .db()
    .prepare(
      `INSERT INTO rating(pool, team, customer, epoch, day, k, rater, key, n, rev, event, score)
       SELECT pool, team, customer, epoch, day, k, randomblob(16), randomblob(16), 0, 0, randomblob(16), 3
       FROM (SELECT * FROM rating WHERE team = ?1 ORDER BY id DESC LIMIT 1), json_each('[1, 2, 3, 4]')`,
    )
    .bind(TEAM.it)
    .run();

async function rateIt(score: 2 | 4): Promise<number> {
  const before = await newest();
  await clickFace(mail, score);
  return until('the rating', async () => {
    const row = await newest();
    return row && row.event !== before?.event && row.id;
  });
}

/** A part of the popup, by its heading. */
const part = (popup: Page, heading: string) =>
  popup.locator('section').filter({ has: popup.getByRole('heading', { name: heading }) });
const last = (popup: Page) => part(popup, 'Your last ratings');

const spotless = async (page: Page) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await flaws(page), colorScheme).toEqual([]);
  }
};

const nothingChosen = async () => (await theRow(mail)).faces.every((face) => !face.checked);

it('takes a misclick back by the keyboard: the row asks again, nothing is counted, and the focus stays near', async () => {
  const before = await releases();
  const id = await rateIt(2);
  const popup = await openPopup(an, mail);
  await popup.getByRole('button', { name: 'IT: Poor. Change' }).focus();
  await popup.keyboard.press('Enter');
  await popup.keyboard.press('Tab');
  expect(await popup.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Take back: IT');
  await spotless(popup);
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
  await last(popup).getByRole('button', { name: 'Take back: IT' }).click();
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
  await last(popup).getByRole('button', { name: 'Take back: IT' }).waitFor();
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
  await othersRate();
  const before = await releases();
  const id = await rateIt(4);
  const popup = await openPopup(an, mail);
  await popup.getByRole('button', { name: 'IT: Good. Change' }).click();
  await last(popup).getByRole('button', { name: 'Take back: IT' }).waitFor();
  await tick();
  expect(await releases()).toBe(before + 1);
  await last(popup).getByRole('button', { name: 'Take back: IT' }).click();
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

it('takes back beside the answer on the page, and asks again there', async () => {
  await rateIt(2);
  const popup = await openPopup(an, mail);
  const here = part(popup, 'On this page');
  await here.getByRole('radio', { name: 'Poor', exact: true, checked: true }).waitFor();
  await spotless(popup);
  await here.getByRole('button', { name: 'Take back: IT' }).click();
  await here.getByRole('status').filter({ hasText: 'Your rating of IT is taken back.' }).waitFor();
  expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe('On this page');
  await until(
    'the faces without a choice',
    async () => (await here.getByRole('radio', { checked: true }).count()) === 0,
  );
  expect(await here.getByRole('button', { name: 'Take back: IT' }).count()).toBe(0);
  await until('the withdrawal', async () => (await newest())?.score === null);
  await until('the row without a rating', nothingChosen);
  await popup.close();
});

it('lists what is given anew right after it was taken back', async () => {
  await rateIt(4);
  const popup = await openPopup(an, mail);
  await last(popup).getByRole('button', { name: 'IT: Good. Change' }).click();
  const button = last(popup).getByRole('button', { name: 'Take back: IT' });
  await button.waitFor();
  // So that nothing comes in between that would draw the list anew.
  void play.stack.gate.holdAnswers();
  await button.evaluate(async (take: HTMLElement) => {
    const isSaid = () => document.body.textContent?.includes('is taken back');
    const said = new Promise<void>((resolve) => {
      new MutationObserver(() => isSaid() && resolve()).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    take.click();
    await said;
    document.querySelector<HTMLElement>('section [data-score="2"]')?.click();
  });
  await last(popup).getByRole('button', { name: 'IT: Poor. Change' }).waitFor();
  play.stack.gate.close();
  play.stack.gate.open();
  await popup.getByText('Everything is sent.').waitFor({ timeout: 75_000 });
  expect((await newest())?.score).toBe(2);
  await popup.close();
});

it('reaches every rating that waits, however many came after it', async () => {
  const popup = await openPopup(an, mail);
  await popup.evaluate(
    async (teams) => {
      for (let page = 0; page < 9; page++) {
        const place = { site: 'page', conversation: `tickets.acme.test/${page}`, team: teams[page % teams.length] };
        await chrome.runtime.sendMessage({ kind: 'rate', place, score: (page % 5) + 1, wait: null });
      }
    },
    [TEAM.legal, TEAM.finance, TEAM.hr],
  );
  const changes = last(popup).getByRole('button', { name: /Change$/ });
  await until('the last five', async () => (await changes.count()) === 5);
  await popup.getByText('All ratings that can still be changed').focus();
  await popup.keyboard.press('Enter');
  // Nine, and IT's.
  await until('all of them', async () => (await changes.count()) === 10);
  await spotless(popup);
  const withdrawn = async () =>
    (await play.stack
      .db()
      .prepare('SELECT count(*) n FROM rating WHERE team = ?1 AND score IS NULL')
      .bind(TEAM.legal)
      .first<number>('n')) ?? 0;
  const before = await withdrawn();
  // The first of the nine.
  const oldest = last(popup).getByRole('button', { name: 'Legal: Very poor. Change' });
  await oldest.focus();
  await popup.keyboard.press('Enter');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Enter');
  await popup.getByRole('status').filter({ hasText: 'Your rating of Legal is taken back.' }).waitFor();
  await until('the withdrawal', async () => (await withdrawn()) === before + 1);
  await until('the list without it', async () => (await changes.count()) === 9);
  expect(await oldest.count()).toBe(0);
  await popup.close();
});

it('takes nothing back of which the key is gone: it stays in its release, and row and popup say that it is closed', async () => {
  const before = await releases();
  const id = await rateIt(4);
  await othersRate();
  await tick();
  expect(await releases()).toBe(before + 1);
  const counted = () =>
    play.stack.db().prepare('SELECT score, hex(event) event FROM rating WHERE id = ?1').bind(id).first();
  const then = await counted();
  expect(then).toMatchObject({ score: 4 });
  // As when its quarter is over and the key was destroyed, 31 days later: another is in force.
  await play.stack.db().batch(['rater_key', 'state'].map((table) => play.stack.db().prepare(`DELETE FROM ${table}`)));
  await stopBackground(an);
  const popup = await openPopup(an, mail);
  const answer = await popup.evaluate(async () => {
    const { here } = await chrome.runtime.sendMessage({ kind: 'status', tab: (await chrome.tabs.query({}))[0]?.id });
    return chrome.runtime.sendMessage({ kind: 'takeBack', rated: here[0].rated });
  });
  expect(answer).toEqual({ kind: 'closed', score: 4 });
  await rowSays(mail, 'closed');
  await last(popup).getByText('can’t be changed any more').first().waitFor();
  expect(await popup.getByRole('button', { name: 'Take back: IT' }).count()).toBe(0);
  await spotless(popup);
  expect(await counted()).toEqual(then);
  // A click is a new rating, which can be taken back.
  expect(await rateIt(2)).not.toBe(id);
  await rowSays(mail, 'saved');
  await part(popup, 'On this page').getByRole('button', { name: 'Take back: IT' }).click();
  await until('the withdrawal', async () => (await newest())?.score === null);
  expect(await counted()).toEqual(then);
  await popup.close();
});

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEAM } from '../stack/acme.ts';
import {
  clickFace,
  considered,
  type Driven,
  rowSays,
  rowsOf,
  signInToPages,
  stopBackground,
  theRow,
  until,
} from '../stack/harness.ts';
import { openThread, stage } from './stage.ts';

const play = stage({ history: true });
let browser: Driven;
let mail: Page;

beforeAll(async () => {
  browser = await play.browserOf('an@acme.test');
  mail = await openThread(browser, play.stack, 't-vpn');
});

const pendingScoresOfIt = async () => {
  const { results } = await play.stack
    .db()
    .prepare(
      'SELECT rating.score FROM rating JOIN pool ON pool.id = rating.pool WHERE rating.team = ?1 AND rating.customer = ?2 AND rating.id > pool.mark ORDER BY rating.id',
    )
    .bind(TEAM.it, TEAM.sales)
    .all<{ score: number }>();
  return results.map((row) => row.score);
};

const figureOfIt = async (page: Page) => {
  await page.goto(`${play.stack.origin}/teams/${TEAM.it}`);
  return ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');
};

describe('somebody reads an answer of another team', () => {
  it('finds one row under it, named after the team', async () => {
    expect((await theRow(mail)).name).toContain('IT');
  });

  it('rates it with one click and sees it saved', async () => {
    expect(await pendingScoresOfIt()).toHaveLength(4);
    await clickFace(mail, 2);
    await rowSays(mail, 'saved');
    await until('the rating in the database', async () => (await pendingScoresOfIt()).length === 5);
  });

  it('changes their mind with a second click: the newest word counts, and counts once', async () => {
    await clickFace(mail, 5);
    await until('the changed score in the database', async () => (await pendingScoresOfIt()).at(-1) === 5);
    await rowSays(mail, 'saved');
    expect(await pendingScoresOfIt()).toHaveLength(5);
    expect((await theRow(mail)).faces.map((face) => face.checked)).toEqual([false, false, false, false, true]);
  });

  it('still finds one row with the same face after the page has drawn itself anew', async () => {
    for (const _ of [1, 2, 3]) await mail.getByRole('button', { name: 'Refresh' }).click();
    expect((await theRow(mail)).faces.at(-1)?.checked).toBe(true);
    expect(await rowsOf(mail)).toHaveLength(1);
  });

  it('sees the figure of the team move after the next tick, as that of five people', async () => {
    const page = await browser.context.newPage();
    await signInToPages(page, play.stack.origin, 'acme-an');
    const before = await figureOfIt(page);
    expect(before).not.toContain('last release: today');
    const after = await until('a release of today', async () => {
      await play.stack.tick();
      const text = await figureOfIt(page);
      return text.includes('last release: today, 5 people') && text;
    });
    expect(after).not.toBe(before);
    expect(await pendingScoresOfIt()).toHaveLength(0);
  });

  it('finds the row saying that the rating is counted, and a new click is a new rating', async () => {
    // A background that has just asked the server asks again only after some minutes, or when it was stopped.
    await stopBackground(browser);
    await mail.reload();
    await rowSays(mail, 'counted');
    await clickFace(mail, 3);
    await rowSays(mail, 'saved');
    await until('a new pending rating', async () => (await pendingScoresOfIt()).join() === '3');
  });
});

describe('the sample webmail', () => {
  it.each([
    ['t-lunch', 'a colleague of the same team'],
    ['t-townhall', 'a broadcast'],
    ['t-received', 'an automatic notice'],
    ['t-vendor', 'an outsider'],
    ['t-password', 'an outsider whose display name and body imitate the helpdesk'],
  ])('has no row in %s: %s', async (thread) => {
    const page = await openThread(browser, play.stack, thread);
    await considered(browser, page, thread);
    expect(await rowsOf(page)).toEqual([]);
    await page.close();
  });

  it.each([
    ['t-advance', 'Finance'],
    ['t-onboarding', 'Human Resources'],
    ['t-contract', 'Legal'],
    ['t-campaign', 'Marketing'],
    ['t-delivery', 'Production'],
    ['t-sample', 'R&D'],
  ])('has a row in %s for %s', async (thread, team) => {
    const page = await openThread(browser, play.stack, thread);
    expect((await theRow(page)).name).toContain(team);
    await page.close();
  });
});

import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { personAt } from '../stack/acme.ts';
import {
  clickFace,
  type Driven,
  driveBrowser,
  newProfile,
  removeProfile,
  rowSays,
  signIn,
  stopBackground,
  theRow,
  until,
} from '../stack/harness.ts';
import { openThread, scoresIn, stage } from './stage.ts';
import { background, openPopup } from './toolbar.ts';

const play = stage();
/** Longer than any pause the outbox makes after a few failures. */
const PATIENCE = 75_000;

const theOnly = (score: number) =>
  until(`exactly one rating, ${score}`, async () => (await scoresIn(play.stack)).join() === String(score), PATIENCE);

const checked = async (page: Page) => (await theRow(page)).faces.findIndex((face) => face.checked) + 1;

/** Stops the background; the answer tells later whether the one that runs then is another. */
async function stop(driven: Driven): Promise<() => Promise<boolean>> {
  await (await background(driven)).evaluate(() => Object.assign(globalThis, { before: true }));
  await stopBackground(driven);
  return async () => !(await (await background(driven)).evaluate(() => 'before' in globalThis));
}

beforeEach(async () => {
  await play.stack.db().prepare('DELETE FROM rating').run();
});

describe('a click is never lost and never counted twice', () => {
  it('while the browser is offline', async () => {
    const browser = await play.browserOf('an@acme.test');
    const page = await openThread(browser, play.stack, 't-vpn');
    await theRow(page);
    await browser.context.setOffline(true);
    await clickFace(page, 4);
    await rowSays(page, 'queued');
    expect(await scoresIn(play.stack)).toEqual([]);
    await browser.context.setOffline(false);
    await theOnly(4);
    await rowSays(page, 'saved');
    await browser.close();
  });

  it('while the server is down, whatever was clicked last', async () => {
    const browser = await play.browserOf('an@acme.test');
    const page = await openThread(browser, play.stack, 't-vpn');
    await theRow(page);
    await play.stack.killWorker();
    await clickFace(page, 1);
    await rowSays(page, 'queued');
    await clickFace(page, 2);
    await rowSays(page, 'queued');
    await play.stack.startWorker();
    await theOnly(2);
    await rowSays(page, 'saved');
    await browser.close();
  });

  it('when the worker is killed after it stored the rating and before it answered', async () => {
    const browser = await play.browserOf('an@acme.test');
    const page = await openThread(browser, play.stack, 't-vpn');
    await theRow(page);
    const held = play.stack.gate.holdAnswers();
    await clickFace(page, 5);
    await theOnly(5);
    await held;
    await play.stack.killWorker();
    await rowSays(page, 'queued');
    await play.stack.startWorker();
    await rowSays(page, 'saved');
    await theOnly(5);
    await browser.close();
  });

  it('when the browser is killed with the outbox full and started again', async () => {
    const profile = newProfile();
    const killed = await play.browserOf('an@acme.test', { profile });
    const page = await openThread(killed, play.stack, 't-vpn');
    await theRow(page);
    const other = await openThread(killed, play.stack, 't-advance');
    await theRow(other);
    await play.stack.killWorker();
    await clickFace(page, 3);
    await rowSays(page, 'queued');
    await clickFace(other, 5);
    await rowSays(other, 'queued');
    await killed.kill();
    await play.stack.startWorker();
    expect(await scoresIn(play.stack)).toEqual([]);

    const again = await driveBrowser({ profile });
    await until('both ratings', async () => (await scoresIn(play.stack)).toSorted().join() === '3,5', PATIENCE);
    const reopened = await openThread(again, play.stack, 't-vpn');
    await rowSays(reopened, 'saved');
    expect(await checked(reopened)).toBe(3);
    await again.close();
    removeProfile(profile);
  });

  it('when the extension’s background is stopped between the click and the sending', async () => {
    const browser = await play.browserOf('an@acme.test');
    const page = await openThread(browser, play.stack, 't-vpn');
    await theRow(page);
    // The request is on its way and its answer does not come: nothing but the disk knows of the click when it is stopped.
    const held = play.stack.gate.holdAnswers();
    await clickFace(page, 3);
    await rowSays(page, 'saved');
    await held;
    const stopped = await stop(browser);
    play.stack.gate.close();
    play.stack.gate.open();
    await theOnly(3);
    await rowSays(page, 'saved');
    expect(await stopped()).toBe(true);
    await browser.close();
  });

  it('when the background is stopped before anything is sent', async () => {
    const browser = await play.browserOf('an@acme.test');
    const page = await openThread(browser, play.stack, 't-vpn');
    await theRow(page);
    play.stack.gate.close();
    await clickFace(page, 4);
    await rowSays(page, 'queued');
    const stopped = await stop(browser);
    expect(await scoresIn(play.stack)).toEqual([]);
    play.stack.gate.open();
    // Nobody clicks and nothing is opened any more.
    await theOnly(4);
    await rowSays(page, 'saved');
    expect(await stopped()).toBe(true);
    await browser.close();
  });

  it('while the sign-in has ended, for which it waits by its own words', async () => {
    const browser = await play.browserOf('an@acme.test');
    const page = await openThread(browser, play.stack, 't-vpn');
    await theRow(page);
    await play.stack.db().prepare('UPDATE refresh_family SET revoked = 1').run();
    await browser.context.clearCookies();
    await (await background(browser)).evaluate(() => chrome.storage.session.remove(['access', 'silent']));
    await clickFace(page, 4);
    await rowSays(page, 'queued');
    const popup = await openPopup(browser, page);
    // In the line of the page, and in the list.
    await until('both', async () => (await popup.getByText('kept until you sign in').count()) === 2);
    expect(await popup.getByText('kept until you are online').count()).toBe(0);
    await popup.close();
    expect(await scoresIn(play.stack)).toEqual([]);
    await signIn(browser, personAt('an@acme.test').subject);
    await theOnly(4);
    await rowSays(page, 'saved');
    await browser.close();
  });

  it('when the background is stopped while it still settles an older click', async () => {
    const browser = await play.browserOf('an@acme.test');
    const page = await openThread(browser, play.stack, 't-vpn');
    await theRow(page);
    // An alarm that is taken away is gone only once the newer click has set its own: the browser does both on another thread.
    await (await background(browser)).evaluate(() => {
      const { clear } = chrome.alarms;
      const clicked = new Promise<void>((resolve) => Object.assign(globalThis, { clicked: resolve }));
      Object.assign(chrome.alarms, { clear: (name: string) => clicked.then(() => clear(name)) });
    });
    await clickFace(page, 2);
    await theOnly(2);
    const held = play.stack.gate.holdAnswers();
    await clickFace(page, 5);
    await rowSays(page, 'saved');
    await held;
    const soon = await (await background(browser)).evaluate(async () => {
      Reflect.get(globalThis, 'clicked')();
      // Asked after everything that was on its way.
      await chrome.alarms.clear('none');
      const alarms = await chrome.alarms.getAll();
      return alarms.filter(({ scheduledTime }) => scheduledTime <= Date.now() + 31_000).map(({ name }) => name);
    });
    expect(soon.filter((name) => name !== 'look')).not.toEqual([]);
    const stopped = await stop(browser);
    play.stack.gate.close();
    play.stack.gate.open();
    await theOnly(5);
    expect(await stopped()).toBe(true);
    await browser.close();
  });

  it('when the same person rates the same answer in two browsers', async () => {
    const [home, office] = [await play.browserOf('an@acme.test'), await play.browserOf('an@acme.test')];
    const rate = async (driven: Driven, score: 1 | 2 | 3 | 4 | 5) => {
      const page = await openThread(driven, play.stack, 't-vpn');
      await clickFace(page, score);
      await rowSays(page, 'saved');
      return page;
    };
    await rate(home, 2);
    await theOnly(2);
    await rate(office, 4);
    await theOnly(4);
    await stopBackground(home);
    const page = await openThread(home, play.stack, 't-vpn');
    await until('the newer word of the other browser', async () => (await checked(page)) === 4);
    await home.close();
    await office.close();
  });

  it('when the clock of the other browser, whose word is seen here, is some minutes ahead', async () => {
    const [home, office] = [await play.browserOf('an@acme.test'), await play.browserOf('an@acme.test')];
    await (await background(office)).evaluate(() => {
      const { now } = Date;
      Object.assign(Date, { now: () => now.call(Date) + 3 * 60_000 });
    });
    for (const [browser, score] of [
      [home, 2],
      [office, 4],
    ] as const) {
      await clickFace(await openThread(browser, play.stack, 't-vpn'), score);
      await theOnly(score);
    }
    await stopBackground(home);
    const page = await openThread(home, play.stack, 't-vpn');
    await until('the newer word of the other browser', async () => (await checked(page)) === 4);
    await clickFace(page, 1);
    await theOnly(1);
    await home.close();
    await office.close();
  });
});

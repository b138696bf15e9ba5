// How a row looks and reads on pages of other colours, directions and sizes, by the real extension in Chromium.
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TEAM } from '../stack/acme.ts';
import { clickFace, type Driven, rowSays, theRow } from '../stack/harness.ts';
import { BOTH, clicksOn, contrast, main, openPage, partsOf, rowsAre, thread, webmail } from './hostile-page.ts';
import { stage } from './stage.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});
afterEach(async () => {
  for (const page of an.context.pages().slice(1)) await page.close();
});
const { rated, rateIt } = clicksOn(play);

describe('how a row looks and moves', () => {
  /** Of the question, and of what the row says of the rating. */
  const inks = async (page: Page) => {
    const parts = [
      ...(await partsOf(page, page.mainFrame(), 'q')),
      ...(await partsOf(page, page.mainFrame(), 'status')),
    ];
    const viewer = await an.context.newPage();
    const ratios = [];
    for (const { x, y, width, height } of parts) {
      ratios.push(await contrast(page, { x, y: y + 8, width: Math.min(width, 480), height: height - 16 }, viewer));
    }
    return ratios;
  };

  it.each([
    ['dark by a class alone', 'body.dark { background: #1b1d22; color: #c9cdd6 }', 'light', 'none'],
    ['dark in quiet letters', 'body.dark { background: #222; color: #b4b4b4 }', 'light', 'none'],
    ['light in quiet letters', 'body { background: #fff; color: #595959 }', 'light', 'none'],
    ['light where the browser is dark', 'body { background: #fff; color: #222 }', 'dark', 'none'],
    ['in forced colours', 'body { background: #fff; color: #eee }', 'light', 'active'],
    ['in forced colours, dark', 'body { background: #fff; color: #eee }', 'dark', 'active'],
  ] as const)('its words have a contrast of 4.5 on a page %s', async (_, style, colorScheme, forcedColors) => {
    const page = await openPage(an, webmail(main(thread('t-contrast')), style));
    await page.emulateMedia({ colorScheme, forcedColors });
    await clickFace(page, 4, 'Human Resources');
    await rowSays(page, 'saved');
    await page.mouse.move(0, 0);
    await page.setViewportSize({ width: 2700, height: 1800 });
    await page.evaluate(() => {
      document.body.classList.add('dark');
      document.documentElement.style.zoom = '3';
    });
    await rowsAre(page, BOTH);
    const ratios = await inks(page);
    expect(ratios).toHaveLength(2);
    for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  it('runs from right to left with the page: faces and arrow keys are mirrored', async () => {
    const page = await openPage(an, webmail(main(thread('t-rtl')), '', 'dir="rtl"'));
    await rowsAre(page, BOTH);
    const xs = (await partsOf(page, page.mainFrame(), 'radio')).map(({ x }) => x);
    expect(xs).toEqual(xs.toSorted((a, b) => b - a));
    await page.locator('[data-mail="m3"] .mail-body').evaluate((body) => {
      body.tabIndex = 0;
      body.focus();
    });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    expect((await theRow(page, 'Human Resources')).faces.map((face) => face.focused)).toEqual(
      [1, 2, 3, 4, 5].map((face) => face === 2),
    );
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'Space']) await page.keyboard.press(key);
    await rowSays(page, 'saved');
    await rated(TEAM.hr, 4);
  });

  it('fits a narrow window and text of twice the size: nothing runs out of the page', async () => {
    const page = await openPage(
      an,
      webmail(main(thread('t-zoom')), 'html { font-size: 200% } body { font-size: 1rem }'),
    );
    await page.setViewportSize({ width: 640, height: 800 });
    for (const zoom of ['1', '2']) {
      await page.evaluate((by) => {
        document.body.style.zoom = by;
      }, zoom);
      await rowsAre(page, BOTH);
      const faces = await partsOf(page, page.mainFrame(), 'radio');
      expect(faces).toHaveLength(5);
      for (const { x, width } of faces) expect(x >= 0 && x + width <= 640 && width >= 24).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await rateIt(page, 2);
  });

  it('is not printed', async () => {
    const page = await openPage(an, webmail(main(thread('t-print'))));
    await rowsAre(page, BOTH);
    const height = () => page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().height ?? 0);
    const [before, rows] = [await height(), 2 * 36];
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('hearback-rating:visible').count()).toBe(0);
    expect(before - (await height())).toBeGreaterThanOrEqual(rows);
  });
});

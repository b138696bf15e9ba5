// High contrast: the browser puts a few colours of the reader's own in place of ours. What only a colour said must be said still.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { personAt, TEAM } from '../stack/acme.ts';
import { type Driven, signInToPages } from '../stack/harness.ts';
import { stage } from './stage.ts';
import { openPopup, showAddress } from './toolbar.ts';

const play = stage({ history: true });
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

/** The contrast with the page's ground of what a selector finds, by its filling or its line. */
const contrasts = (page: Page, selector: string, by: 'fill' | 'stroke') =>
  page.evaluate(
    ({ selector, by }) => {
      const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      if (!pixel) throw new Error('no canvas');
      const luminance = (colour: string) => {
        pixel.fillStyle = colour;
        pixel.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = [...pixel.getImageData(0, 0, 1, 1).data].map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ground = luminance(getComputedStyle(document.body).backgroundColor);
      return [...document.querySelectorAll(selector)].map((shape) => {
        const ink = luminance(getComputedStyle(shape)[by]);
        return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
      });
    },
    { selector, by },
  );

describe.each(['light', 'dark'] as const)('in %s forced colours', (colorScheme) => {
  it('the popup shows which team of its list is the active one, and which face was chosen', async () => {
    const tab = await an.context.newPage();
    await tab.goto('data:text/html,<title>Ticket</title>');
    await showAddress(an, `https://${colorScheme}.acme.test/`);
    const popup = await openPopup(an, tab);
    await popup.emulateMedia({ colorScheme, forcedColors: 'active' });
    const field = popup.getByRole('combobox');
    await field.press('ArrowDown');
    await popup.mouse.move(0, 0);
    const pictureOfSecond = async (selected: boolean) => {
      const second = popup.locator(`[role="option"]:nth-child(2)[aria-selected="${selected}"]`);
      return (await second.screenshot()).toString('base64');
    };
    const before = await pictureOfSecond(false);
    await field.press('ArrowDown');
    expect(await pictureOfSecond(true)).not.toBe(before);
    await field.press('ArrowDown');
    expect(await pictureOfSecond(false), 'as before once another is').toBe(before);
    await field.fill('leg');
    await field.press('Enter');
    await popup.getByRole('radio', { name: 'Good', exact: true }).click();
    await popup.getByRole('radio', { name: 'Good', exact: true, checked: true }).waitFor();
    const chosen = await contrasts(popup, '[aria-checked="true"] .face circle', 'fill');
    const others = await contrasts(popup, '[aria-checked="false"] .face circle', 'stroke');
    expect([chosen.length, others.length]).toEqual([1, 4]);
    for (const ratio of [...chosen, ...others]) expect(ratio).toBeGreaterThanOrEqual(3);
    await popup.close();
  });

  it('the bars, dots and lines of the summary pages stand out from the ground', async () => {
    const page = await an.context.newPage();
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    await signInToPages(page, play.stack.origin, personAt('an@acme.test').subject);
    for (const [path, shapes] of [
      ['/', { '.dot': 'fill', '.ci .band': 'stroke', '.spark path': 'stroke', '.face circle': 'stroke' }],
      [`/teams/${TEAM.it}`, { '.bar[data-score] rect': 'fill', '.trend .line': 'stroke', '.pt:not(.few)': 'fill' }],
      [`/teams/${TEAM.it}`, { '.bar:not([data-score]) rect': 'fill', '.pt.few': 'stroke', '.trend text': 'fill' }],
    ] as const) {
      await page.goto(`${play.stack.origin}${path}`);
      for (const [shape, by] of Object.entries(shapes)) {
        const ratios = await contrasts(page, shape, by);
        expect(ratios.length, shape).toBeGreaterThan(0);
        expect(Math.min(...ratios), shape).toBeGreaterThanOrEqual(3);
      }
    }
    await page.close();
  });
});

// What cover.test.ts shows in Chromium, where Firefox goes its own way: what a page lays over a row borrows no click.
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { rowEn } from '../../shared/messages/row.en.ts';
import { clickFace } from '../stack/firefox.ts';
import { until } from '../stack/harness.ts';
import { rowsInFirefox } from './rows-in-firefox.ts';
import { stageInFirefox } from './stage-firefox.ts';

const play = stageInFirefox();

const scores = async () =>
  (await play.stack.db().prepare('SELECT score FROM rating').all<{ score: number }>()).results.map(
    ({ score }) => score,
  );

interface Over {
  style?: string;
  inert?: boolean;
  /** Of the whole page. */
  sheet?: string;
}

/** The sample page with something over it, made by a script: the page's policy allows no style in markup. */
async function open(over: Over): Promise<Page> {
  await play.stack.db().prepare('DELETE FROM rating').run();
  const page = await play.firefox.browser.newPage();
  await page.goto(`${play.stack.sample}/?as=an@acme.test#t-vpn`);
  await page.waitForSelector('hearback-rating');
  await page.evaluate(({ style = '', inert = false, sheet = '' }) => {
    const cover = document.createElement('div');
    cover.style.cssText = style;
    cover.inert = inert;
    cover.id = 'over';
    document.documentElement.append(cover);
    const rules = new CSSStyleSheet();
    rules.replaceSync(sheet);
    document.adoptedStyleSheets = [rules];
  }, over);
  return page;
}
const uncover = (page: Page) =>
  page.evaluate(() => {
    document.adoptedStyleSheets = [];
    document.querySelector('#over')?.remove();
  });
const says = async (page: Page) => (await rowsInFirefox(page))[0]?.says ?? '';

const OVER_ALL = 'position: fixed; inset: 0; z-index: 99; pointer-events: none';
it.each([
  ['lies over it', { style: `${OVER_ALL}; background: #fff` }],
  ['insists on letting the pointer through', { style: `${OVER_ALL} !important; background: #fff` }],
  [
    'goes away by a style as it is pressed',
    { style: `${OVER_ALL}; background: #fff`, sheet: 'html:has(:active) #over { display: none }' },
  ],
  ['is inert', { style: `${OVER_ALL}; background: #fff`, inert: true }],
  [
    'is generated, on a page whose policy allows no style but its own',
    { sheet: `body::after { content: ''; ${OVER_ALL}; background: #fff }` },
  ],
])('in Firefox a click does not count through something that %s', async (_, over) => {
  const page = await open(over);
  await clickFace(page, 'Very good');
  await until('the row to refuse the click', async () => (await says(page)).includes(rowEn.covered));
  await uncover(page);
  await until('the faces to come back', async () => !(await says(page)).includes(rowEn.covered));
  await clickFace(page, 'Poor');
  await until('the rating', async () => (await scores()).length > 0);
  expect(await scores()).toEqual([2]);
  await page.close();
});

it('in Firefox a click counts under an empty layer, and on a page that filters and scales everything', async () => {
  const page = await open({ style: OVER_ALL, sheet: 'body { filter: invert(0.9); scale: 0.98 }' });
  await clickFace(page, 'Good');
  await until('the rating', async () => (await scores()).join() === '4');
  await page.close();
});

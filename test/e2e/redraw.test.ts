// What a site draws anew is noticed by the style sheet alone: on one page of each site, everything is replaced by a copy.
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { FOUND } from '../../extension/page/finder.ts';
import { siteAt } from '../../extension/sites/index.ts';
import { SITE_IDS } from '../../shared/words.ts';
import type { Expected } from '../pages/expected/expected.ts';
import { until } from '../stack/harness.ts';
import { pagesInChromium, pageText } from './reader.ts';

const FILES = import.meta.glob<{ expected?: Expected[] }>('../pages/expected/*.ts', { eager: true });
const own = Object.values(FILES)
  .flatMap(({ expected = [] }) => expected)
  .flatMap((one) => {
    const site = one.beside ? undefined : siteAt(new URL(one.address), one.set ?? null);
    return site ? [{ ...one, site }] : [];
  });
const firsts = own.filter(({ site }, index) => own.findIndex((other) => other.site === site) === index);

const css = readFileSync(new URL('../../extension/entrypoints/page.content/finder.css', import.meta.url), 'utf8');
const pages = pagesInChromium();
afterEach(() => pages.closeAll());

/** As the browser runs the content script and its sheet: before anything of the page. */
const listen = `
  window.announced = new Set();
  addEventListener('animationstart', (event) => {
    if (event.animationName === ${JSON.stringify(FOUND)}) announced.add(event.target);
  }, true);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(css)});
  document.adoptedStyleSheets = [sheet];`;

const bodies = (anchor: string) =>
  `[...document.querySelectorAll(${JSON.stringify(anchor)})].filter((body) => body.checkVisibility())`;

it('holds every site', () => {
  expect(firsts.map(({ site }) => site.id).toSorted()).toEqual([...SITE_IDS].toSorted());
});

describe.each(firsts.map((one) => [one.site.id, one] as const))('%s', (_id, { page: name, address, site }) => {
  it('announces each message body, and each one of a copy of the page', async () => {
    const page = await pages.open(address, pageText(name), { before: listen });
    const all = () => page.evaluate(`${bodies(site.anchor)}.every((body) => announced.has(body))`);
    expect(await page.evaluate(`${bodies(site.anchor)}.length`)).toBeGreaterThan(0);
    await until('all bodies announced', async () => (await all()) === true);
    await page.evaluate('document.body.replaceChildren(...document.body.cloneNode(true).childNodes)');
    await until('all new bodies announced', async () => (await all()) === true);
  });
});

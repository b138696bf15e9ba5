// What a page that says what our element is, or puts the row into a box of its own making, learns of it: nothing.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Score } from '../../shared/words.ts';
import { clickFace, type Driven, rowSays, rowsOf, theRow, until } from '../stack/harness.ts';
import { answered, openPage, webmail } from './hostile-page.ts';
import { stage } from './stage.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});
afterEach(async () => {
  for (const page of an.context.pages().slice(1)) await page.close();
});

const withScript = (html: string, script: string) => html.replace('<title>', `<script>${script}</script><title>`);
const defining = (constructed: string) =>
  `customElements.define('hearback-rating', class extends HTMLElement { constructor() { super(); ${constructed} } });`;

describe('a page that defines our element', () => {
  it('gets no way into the closed root, and can put the focus on no face', async () => {
    const html = webmail(answered('t-defined'));
    const page = await openPage(an, withScript(html, defining('(window.all ??= []).push(this.attachInternals());')));
    await clickFace(page, 4, 'IT');
    await rowSays(page, 'saved');
    // Its class was made of the row: it would have been told.
    expect(await page.evaluate('all.length')).toBe(1);
    expect(await page.evaluate('all.map((one) => String(one.shadowRoot))')).toEqual(['null']);
  });

  it('keeps no row away by a root of its own', async () => {
    const html = webmail(answered('t-rooted'));
    const page = await openPage(an, withScript(html, defining("this.attachShadow({ mode: 'open' });")));
    const { faces } = await theRow(page, 'IT');
    expect(faces.map(({ name }) => name)).toEqual(['Very poor', 'Poor', 'OK', 'Good', 'Very good']);
  });
});

describe('a page in whose scroller the row stands', () => {
  const scrolled = (id: string) =>
    webmail(
      answered(id),
      '.thread { overflow-x: auto; scroll-padding-inline: 0 calc(100% - 40px) } article { width: 3000px }',
    );
  const LEFT = `(() => { const box = document.querySelector('.thread'); const left = box.scrollLeft; box.scrollLeft = 0; return left })()`;
  /** The keyboard stands right before the row. */
  const toRow = `(() => { const body = document.querySelector('[data-mail=m2] .mail-body'); body.tabIndex = 0; body.focus(); })()`;

  it('learns no face from how far the focus scrolls it', async () => {
    const page = await openPage(an, scrolled('t-scrolled'));
    await theRow(page, 'IT');
    await page.evaluate(toRow);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    const lefts: unknown[] = [];
    for (const name of ['Very poor', 'Poor', 'OK', 'Good', 'Very good']) {
      await until(`the focus on ${name}`, async () =>
        (await rowsOf(page))[0]?.faces.some((face) => face.focused && face.name === name),
      );
      await until('the page to have scrolled', () => page.evaluate('document.querySelector(".thread").scrollLeft > 0'));
      lefts.push(await page.evaluate(LEFT));
      await page.keyboard.press('ArrowRight');
    }
    expect(lefts).toEqual(lefts.map(() => lefts[0]));
  });

  it('learns no rating from how far Tab scrolls it', async () => {
    const lefts: unknown[] = [];
    for (const score of [1, 5] as const) {
      const plain = await openPage(an, webmail(answered('t-tabbed')));
      await theRow(plain, 'IT');
      await clickFace(plain, score, 'IT');
      await rowSays(plain, 'saved');
      const page = await openPage(an, scrolled('t-tabbed'));
      await until('the rating', async () => (await rowsOf(page))[0]?.faces[score - 1]?.checked);
      await page.evaluate(toRow);
      await page.keyboard.press('Tab');
      await until('the page to have scrolled', () => page.evaluate('document.querySelector(".thread").scrollLeft > 0'));
      lefts.push(await page.evaluate(LEFT));
      await page.close();
      await plain.close();
    }
    expect(lefts[0]).toBe(lefts[1]);
  });
});

it('a page whose own text is tiny learns no rating from the size of the largest text', async () => {
  const told = `window.sizes = []; new PerformanceObserver((list) => { for (const { size } of list.getEntries()) sizes.push(size) }).observe({ type: 'largest-contentful-paint', buffered: true })`;
  const html = withScript(webmail(answered('t-painted'), 'body { font-size: 1px } article { width: 262px }'), told);
  const seen = new Map<Score, unknown>();
  for (const score of [1, 4, 5] as const) {
    const page = await openPage(an, html);
    await clickFace(page, score, 'IT');
    await rowSays(page, 'saved');
    await page.reload();
    await until('the rating', async () => (await rowsOf(page))[0]?.faces[score - 1]?.checked);
    seen.set(
      score,
      await until('the largest text', () => page.evaluate('sizes.some((size) => size > 4000) && sizes.join()')),
    );
    await page.close();
  }
  expect(new Set(seen.values()).size, [...seen.values()].join(' / ')).toBe(1);
});

// What is remembered of a message is forgotten with whatever the page does to it, also where nobody could see it.
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { bundle, pagesInChromium } from './reader.ts';

const pages = pagesInChromium();
let parts = '';
beforeAll(async () => {
  parts = await bundle('./memory.parts.ts');
});
afterEach(() => pages.closeAll());

const LOOK = `
  const memory = parts.createMemory(new AbortController().signal);
  const by = {};
  window.look = () => {
    memory.update();
    const read = [];
    const root = document.querySelector('main');
    memory.read((once) => {
      for (const at of root.querySelectorAll('article')) once(at, by, () => (read.push(at.id), { element: at }));
    });
    memory.listen(root, root);
    return read.join(' ');
  };`;

const opened = async () => {
  const page = await pages.open(
    'http://127.0.0.1:9/',
    '<!doctype html><body><main><div class="list"><article id="a"><p>one</p></article><article id="b">two</article></div></main>',
    { before: parts + LOOK },
  );
  expect(await look(page)).toBe('a b');
  expect(await look(page)).toBe('');
  return page;
};
const look = (page: Page) => page.evaluate('look()');

it('reads a message anew in which a text changed, and no other', async () => {
  const page = await opened();
  await page.evaluate(() => {
    const text = document.querySelector('#a p')?.firstChild;
    if (text) text.nodeValue = 'three';
  });
  expect(await look(page)).toBe('a');
});

it('reads only what came in beside the others', async () => {
  const page = await opened();
  await page.evaluate(() => document.querySelector('.list')?.append(document.createElement('article')));
  expect(await look(page)).toBe('');
  expect(await page.evaluate(() => document.querySelectorAll('article').length)).toBe(3);
});

it.each(['article', '.list'])(
  'reads a message anew that was changed while it (%s) was out of the page',
  async (what) => {
    const page = await opened();
    await page.evaluate(async (selector) => {
      const away = document.querySelector(selector);
      const parent = away?.parentNode;
      away?.remove();
      // What is changed in the same task is heard of.
      await new Promise((resolve) => setTimeout(resolve));
      away?.querySelector('p')?.replaceChildren('three');
      await new Promise((resolve) => setTimeout(resolve));
      if (away) parent?.prepend(away);
    }, what);
    expect(await look(page)).toContain('a');
  },
);

it('reads a message anew that was taken out before the last look, was changed, and came back after it', async () => {
  const page = await opened();
  await page.evaluate(() => Object.assign(window, { away: document.querySelector('#a') }).away?.remove());
  expect(await look(page)).toBe('');
  await page.evaluate(() => {
    const away: unknown = Reflect.get(window, 'away');
    if (!(away instanceof Element)) throw new Error('nothing was taken out');
    away.querySelector('p')?.replaceChildren('three');
    document.querySelector('.list')?.prepend(away);
  });
  expect(await look(page)).toBe('a');
});

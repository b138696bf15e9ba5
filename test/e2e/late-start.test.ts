// Rows where the page may have been there first: the mouse works, keys do nothing, and of two scripts one makes way.
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Driven, until } from '../stack/harness.ts';
import { BOTH, clicksOn, main, openPage, rowsAre, thread, webmail } from './hostile-page.ts';
import { stage } from './stage.ts';
import { background } from './toolbar.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});
afterEach(async () => {
  for (const page of an.context.pages().slice(1)) await page.close();
});
const { rateIt } = clicksOn(play);

describe('where the page may have been first', () => {
  /** As the extension does where a server is allowed while its pages are open; the script that was there makes way. */
  const startAnew = async (page: Page) => {
    await (await background(an)).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true });
      const [{ js = [] } = {}] = chrome.runtime.getManifest().content_scripts ?? [];
      await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, files: js });
    });
    await until(
      'the rows of the script that came late',
      async () => (await page.locator('hearback-rating:not([data-first])').count()) === BOTH.length,
    );
  };
  /** Tab from the last element before the row goes past it. */
  const tabGoesPast = async (page: Page) => {
    await page.evaluate(() => {
      for (const body of document.querySelectorAll<HTMLElement>('.mail-body')) body.tabIndex = 0;
      document.querySelector<HTMLElement>('[data-mail="m4"] .mail-body')?.focus();
    });
    await page.keyboard.press('Tab');
    return page.evaluate(() => document.activeElement?.closest('[data-mail]')?.getAttribute('data-mail'));
  };

  it('as after document.open(), rows come back, the mouse works and Tab leads past them', async () => {
    const html = webmail(main(thread('t-open')));
    const page = await openPage(an, html);
    await rowsAre(page, BOTH);
    expect(await tabGoesPast(page), 'before').toBe('m4');
    await page.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
    }, html);
    await rowsAre(page, BOTH);
    expect(await tabGoesPast(page)).toBe('m5');
    await rateIt(page, 3);
  });

  it('as after document.open() where the script is then started once more, the first makes way', async () => {
    const html = webmail(main(thread('t-twice')));
    const page = await openPage(an, html);
    await rowsAre(page, BOTH);
    await page.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
    }, html);
    await rowsAre(page, BOTH);
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('hearback-rating')) row.setAttribute('data-first', '');
    });
    await startAnew(page);
    await page.evaluate(() => {
      const first = (node: Node) => node instanceof Element && node.hasAttribute('data-first');
      new MutationObserver((records) => {
        if (records.some(({ addedNodes }) => [...addedNodes].some(first))) document.title = 'the first fights';
      }).observe(document, { childList: true, subtree: true });
    });
    // Each script looks once a second whether its rows stand, so what puts them back has looked between one time and the next.
    for (let time = 0; time < 3; time++) {
      await page.evaluate(() => {
        for (const row of document.querySelectorAll('hearback-rating')) row.remove();
      });
      await rowsAre(page, BOTH);
    }
    expect(await page.title()).toBe('Mail');
    await rateIt(page, 2);
  });

  it('as where the script is started in an open page, the mouse works and Tab leads past the rows', async () => {
    const page = await openPage(an, webmail(main(thread('t-late'))));
    await rowsAre(page, BOTH);
    expect(await tabGoesPast(page), 'before').toBe('m4');
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('hearback-rating')) row.setAttribute('data-first', '');
    });
    await startAnew(page);
    await rowsAre(page, BOTH);
    expect(await tabGoesPast(page)).toBe('m5');
    await rateIt(page, 1);
  });
});

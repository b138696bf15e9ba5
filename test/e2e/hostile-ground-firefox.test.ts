// What hostile-ground.test.ts shows in Chromium, where Firefox goes other ways: sheets, policies, events and `document.open()`.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { TEAM } from '../stack/acme.ts';
import { until } from '../stack/harness.ts';
import { main, thread, webmail } from './hostile-page.ts';
import { rowsInFirefox } from './rows-in-firefox.ts';
import { stageInFirefox } from './stage-firefox.ts';

const ORIGIN = 'http://127.0.0.1:18085';
const play = stageInFirefox();

async function openPage(html: string, headers: Record<string, string> = {}): Promise<Page> {
  const page = await play.firefox.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.url().startsWith(ORIGIN);
    const answer = isPage ? { status: 200, body: html } : { status: 404, body: '' };
    void request.respond({ ...answer, contentType: 'text/html; charset=utf-8', headers }).catch(() => {});
  });
  await page.goto(`${ORIGIN}/`);
  return page;
}

const twoRows = (page: Page) =>
  until('the rows of Human Resources and IT', async () => {
    const rows = await rowsInFirefox(page);
    const places = await page.evaluate(() =>
      [...document.querySelectorAll('hearback-rating')].map((row) => row.parentElement?.getAttribute('data-mail')),
    );
    const found = rows.map(({ name }, at) => `${places[at]} ${name}`).join();
    return found === 'm3 How was Human Resources’s answer?,m4 How was IT’s answer?' && rows;
  });
/** A click on the row of IT, with the mouse; the server has it. */
async function rateIt(page: Page, score: number): Promise<void> {
  await twoRows(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const row = document.querySelector('[data-mail="m4"] hearback-rating');
        new IntersectionObserver((_, observer) => {
          observer.disconnect();
          setTimeout(resolve, 200);
        }).observe(row ?? document.body);
      }),
  );
  const [x, y] = (await twoRows(page))[1]?.faces[score - 1] ?? [0, 0];
  await page.mouse.click(x, y);
  const newest = 'SELECT score FROM rating WHERE team = ?1 ORDER BY id DESC';
  await until(`${score} for IT`, async () => {
    const found = await play.stack.db().prepare(newest).bind(TEAM.it).first<{ score: number }>();
    return found?.score === score;
  });
}
/** Tab from the message before the row of IT: in which message the focus is then. */
async function tabTo(page: Page): Promise<string | null | undefined> {
  await page.evaluate(() => {
    for (const body of document.querySelectorAll<HTMLElement>('.mail-body')) body.tabIndex = 0;
    document.querySelector<HTMLElement>('[data-mail="m4"] .mail-body')?.focus();
  });
  await page.keyboard.press('Tab');
  return page.evaluate(() => document.activeElement?.closest('[data-mail]')?.getAttribute('data-mail'));
}

describe('in Firefox', () => {
  it('rows stand, 36 px high, under a policy that allows no script, style or sink', async () => {
    const page = await openPage(webmail(main(thread('t-policy'))), {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    await twoRows(page);
    const heights = await page.$$eval('hearback-rating', (rows) => rows.map((row) => row.clientHeight));
    expect(heights).toEqual([36, 36]);
    await rateIt(page, 4);
    await page.close();
  });

  it('rows stand where animations are forbidden, sheets are wiped and everything is drawn anew', async () => {
    const page = await openPage(webmail(main(thread('t-wiped')), '* { animation: none !important }'));
    await twoRows(page);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
      for (const sheet of document.querySelectorAll('style, link')) sheet.remove();
      const all = document.querySelector('main');
      const copy = all?.cloneNode(true);
      if (!(copy instanceof Element)) return;
      for (const row of copy.querySelectorAll('hearback-rating')) row.remove();
      all?.replaceWith(copy);
    });
    await twoRows(page);
    const heights = await page.$$eval('hearback-rating', (rows) => rows.map((row) => row.clientHeight));
    expect(heights).toEqual([36, 36]);
    await rateIt(page, 2);
    await page.close();
  });

  it('the page hears neither the click nor the keys of a row, and hears its own', async () => {
    const listen = `<script>
      window.heard = [];
      for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick', 'keydown', 'keypress', 'keyup', 'beforeinput'])
        for (const target of [window, document])
          for (const capture of [true, false]) target.addEventListener(type, (event) => heard.push(type + ' ' + (event.key ?? event.clientX)), capture);
    </script>`;
    const page = await openPage(webmail(main(thread('t-heard'))).replace('<head>', `<head>${listen}`));
    const heard = () => page.evaluate(() => Reflect.get(window, 'heard').splice(0).join());
    await twoRows(page);
    await page.mouse.click(300, 5);
    await page.keyboard.press('x');
    expect(await heard()).toMatch(/click 300.*keydown x/);
    await rateIt(page, 5);
    expect(await heard()).toBe('');

    expect(await tabTo(page)).toBe('m4');
    await heard();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', ' '] as const) await page.keyboard.press(key);
    await until('the third face', async () => (await rowsInFirefox(page))[1]?.checked === 3);
    expect(await heard()).toBe('');
    await page.close();
  });

  it('a page that defines our element gets no way into the closed root, and hears what is dragged over a row', async () => {
    const script = `<script>
      customElements.define('hearback-rating', class extends HTMLElement {
        constructor() { super(); (window.all ??= []).push(this.attachInternals()); }
      });
      addEventListener('dragover', ({ target }) => { window.over = target.localName; });
    </script>`;
    const html = webmail(`<a href="https://wiki.acme.test/vpn">The guide</a>${main(thread('t-defined'))}`);
    const page = await openPage(html.replace('<head>', `<head>${script}`));
    await rateIt(page, 4);
    // Its class was made of both rows: it would have been told.
    expect(await page.evaluate('all.map((one) => String(one.shadowRoot)).join()')).toBe('null,null');

    // Without a window Firefox ends no drag that a driver began: of it the page hears all but the drop.
    const [x, y] = (await twoRows(page))[1]?.faces[2] ?? [0, 0];
    await (await page.$('a'))?.hover();
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 5 });
    await until('the link over the row', () => page.evaluate('over === "hearback-rating"'));
    await page.mouse.up();
    await page.close();
  });

  it('after document.open() rows come back, the mouse works and Tab leads past them', async () => {
    const html = webmail(main(thread('t-open')));
    const page = await openPage(html);
    await twoRows(page);
    expect(await tabTo(page), 'before').toBe('m4');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('hearback-rating');
    await page.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
    }, html);
    await twoRows(page);
    expect(await tabTo(page)).toBe('m5');
    await rateIt(page, 3);
    await page.close();
  });

  it('a script that is started once more after document.open() has the rows to itself', async () => {
    const html = webmail(main(thread('t-twice')));
    const page = await openPage(html);
    await twoRows(page);
    await page.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
    }, html);
    await twoRows(page);
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('hearback-rating')) row.setAttribute('data-first', '');
    });
    const options = await play.firefox.open('options.html');
    await options.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
      const [{ js = [] } = {}] = chrome.runtime.getManifest().content_scripts ?? [];
      await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, files: js });
    });
    await options.close();
    await page.bringToFront();
    const second = () => page.$$eval('hearback-rating:not([data-first])', (rows) => rows.length);
    await until('the rows of the second', async () => (await second()) === 2);
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
      await twoRows(page);
    }
    expect(await page.title()).toBe('Mail');
    await page.close();
  });
});

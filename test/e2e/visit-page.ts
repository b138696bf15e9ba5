// A visit on a small webmail in Chromium: our script runs in the page itself, as first as the browser would run it, in open roots.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import { until } from '../stack/harness.ts';
import { rateWith } from './open-row.ts';
import { bundle, type Opened, pagesInChromium } from './reader.ts';

const css = readFileSync(new URL('../../extension/entrypoints/page.content/finder.css', import.meta.url), 'utf8');

const MAILS: [id: string, from: string][] = [
  ['m1', 'an'],
  ['m2', 'it-help'],
  ['m3', 'hr'],
  ['m4', 'bich'],
  ['m5', 'bao'],
];
export const mail = ([id, from]: [string, string], expanded = true) =>
  `<article class="mail" data-mail="${id}" data-expanded="${expanded}"><header class="mail-head"><a class="from" href="mailto:${from}@acme.test">${from}</a>
  <span class="to"><a href="mailto:an@acme.test">an</a></span></header>${expanded ? `<div class="mail-body"><p>Body of ${id}</p></div>` : ''}<footer>foot</footer></article>`;
export const thread = (id = 't', mails = MAILS) =>
  `<section class="thread" data-thread="${id}">${mails.map((one) => mail(one)).join('')}</section>`;
export const webmail = (inside = thread(), style = '') =>
  `<!doctype html><html lang="en"><head><title>Mail</title><style>${style}</style></head>
  <body><main data-app="sample-webmail" data-user="an@acme.test">${inside}</main></body></html>`;

/** Call at the top of a test file. */
export function visits() {
  const pages = pagesInChromium();
  let parts = '';
  beforeAll(async () => {
    parts = await bundle('./visit.parts.ts');
  });
  afterEach(() => pages.closeAll());

  /** As the browser runs the content script and its sheet: before anything of the page. */
  const asContentScript = () => `${parts}
    for (const [id, team] of [['it-help', 3], ['bich', 3], ['hr', 4], ['finance', 5], ['an', 8]])
      parts.teams.set('mail:' + id + '@acme.test', team);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(css)});
    document.adoptedStyleSheets = [sheet];
    parts.start();`;
  return {
    pages,
    asContentScript,
    open: (html = webmail(), opened: Opened = {}) =>
      pages.open('http://127.0.0.1:9/', html, { before: asContentScript(), ...opened }),
  };
}

/** Each row with the message it stands under and the team it asks about. */
export const rows = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('hearback-rating')].map((host) => {
      const message =
        host.closest('[data-mail]')?.getAttribute('data-mail') ??
        host.closest('[data-legacy-message-id]')?.getAttribute('data-legacy-message-id');
      const after = host.previousElementSibling?.className ?? null;
      const team = host.shadowRoot?.querySelector<HTMLElement>('.q .long')?.dataset.t?.replace(/\D/g, '') || 'none';
      return `${message ?? 'nowhere'} ${after} ${team}`;
    }),
  );
export const rowsAre = (page: Page, expected: string[]) =>
  until(`rows ${expected.join(', ')}`, async () => (await rows(page)).join() === expected.join());
export const BOTH = ['m3 mail-body 4', 'm4 mail-body 3'];

/** Onto what stands in a row, and until the row may be clicked: before that it says so. */
export async function moveTo(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to point at');
  await page.mouse.move(box.x + 9, box.y + 9);
  await until('the row to be long enough in sight', () =>
    page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300, true))),
  );
}

export const rowUnder = (page: Page, message: string) => page.locator(`[data-mail="${message}"] hearback-rating`);
export const rate = (page: Page, message: string, name: string) => {
  const row = rowUnder(page, message);
  const face = row.getByRole('radio', { name, exact: true });
  return rateWith(row, name, async () => (await face.getAttribute('aria-checked')) === 'true');
};

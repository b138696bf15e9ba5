// Rows on show in a page of Chromium, in open roots, for the tests of the row: the page, its rows, what they were rated.
import type { Page } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import type { RowState } from '../../extension/protocol.ts';
import { rowEn } from '../../shared/messages/row.en.ts';
import { rowVi } from '../../shared/messages/row.vi.ts';
import type { Language } from '../../shared/words.ts';
import { rateWith } from './open-row.ts';
import { bundle, pagesInChromium } from './reader.ts';
import type { Shown } from './row.parts.ts';

export const STATES: Record<string, RowState> = {
  idle: { kind: 'idle' },
  saving: { kind: 'saving', score: 4 },
  saved: { kind: 'saved', score: 5 },
  queued: { kind: 'queued', score: 2, until: 'online' },
  'queued until somebody signs in': { kind: 'queued', score: 2, until: 'signIn' },
  counted: { kind: 'counted', score: 1, on: '2026-11-23' },
  closed: { kind: 'closed', score: 3 },
  'rejected for the own team': { kind: 'rejected', score: 3, why: 'own_team' },
  'rejected for an unknown team': { kind: 'rejected', score: 3, why: 'unknown_team' },
  'rejected as too old': { kind: 'rejected', score: 3, why: 'too_old' },
};
const ADDRESS = 'https://mail.google.com/mail/u/0/';
export const PAGE = (body: string, style = '') =>
  `<!doctype html><html lang="en"><head><title>Mail</title><style>body { font: 14px/1.5 sans-serif } ${style}</style></head>
<body><main><h1>Mail</h1>${body}</main></body></html>`;

export interface Of {
  into?: string;
  state?: RowState;
  teamName?: string;
  language?: Language;
  explain?: number | null;
}
const shown = ({
  into = 'main',
  state = { kind: 'idle' },
  teamName = 'IT',
  language = 'en',
  explain = null,
}: Of): Shown => ({
  into,
  state,
  subject: { teamName, language, words: language === 'vi' ? rowVi : rowEn, explain },
});
export async function show(page: Page, ...rows: Of[]): Promise<void> {
  await page.evaluate(`for (const row of ${JSON.stringify(rows.map(shown))}) parts.show(row)`);
}
export const rated = (page: Page) => page.evaluate('parts.rated');
export const answer = (page: Page, state: RowState) => page.evaluate(`parts.answerWith(${JSON.stringify(state)})`);
export const row = (page: Page) => page.locator('hearback-rating');
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel ?? null);
/** Call at the top of a test file. */
export function rowsOnShow() {
  const pages = pagesInChromium();
  let parts = '';
  beforeAll(async () => {
    parts = await bundle('./row.parts.ts');
  });
  afterEach(() => pages.closeAll());

  const openPage = (html: string, look: Parameters<typeof pages.open>[2] = {}) =>
    pages.open(ADDRESS, html, { ...look, before: parts });
  return {
    openPage,
    /** A page with one row. */
    async open(look: Parameters<typeof pages.open>[2] = {}) {
      const page = await openPage(PAGE('<button>before</button><p>Body</p>'), look);
      await show(page, {});
      return page;
    },
  };
}

export async function rate(page: Page, name: string): Promise<void> {
  const before = String(await rated(page)).length;
  await rateWith(row(page), name, async () => String(await rated(page)).length > before);
}

// Servers that a company set up itself, as tests play them: issues in Redmine's structure under the servers' own addresses.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SetSite } from '../../shared/words.ts';
import { type Driven, theRow } from '../stack/harness.ts';

export const LOCAL = 'http://127.0.0.1:18082';
export const OWN = 'https://tickets.acme.test';
export const OWN_SITES: readonly SetSite[] = [
  { origin: LOCAL, site: 'redmine' },
  // As people write them: with a slash, and one that is no origin, which must not take the others with it.
  { origin: `${OWN}/`, site: 'redmine' },
  { origin: 'tickets.acme.example', site: 'redmine' },
];

export const issue = readFileSync(new URL('../pages/redmine.html', import.meta.url), 'utf8');
const mail = readFileSync(new URL('../pages/gmail.html', import.meta.url), 'utf8');
export const issueWithOneAnswer = readFileSync(new URL('../pages/redmine-newest-first.html', import.meta.url), 'utf8');

/** Opens an issue. */
export async function openIssue(driven: Driven, origin: string, number: number, text = issue): Promise<Page> {
  const page = await driven.context.newPage();
  await play(page, origin, text);
  await page.goto(`${origin}/issues/${number}`);
  return page;
}

/** A conversation of a site that needs nobody's permission. */
export async function openMail(driven: Driven): Promise<Page> {
  const page = await driven.context.newPage();
  await play(page, 'https://mail.google.com', mail);
  await page.goto('https://mail.google.com/mail/u/0/#inbox/FMfcgzQabc');
  return page;
}

/** No row stands on a page that was opened before another one, and there one stands already. */
export async function hasNone(page: Page, openedLater: Page): Promise<void> {
  await theRow(openedLater, 'IT');
  await page.bringToFront();
  // Whoever looks at a page that is in front again looks once more.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.locator('hearback-rating').count()).toBe(0);
  for (const one of [page, openedLater]) await one.close();
}

/** Plays a server under its own address; nothing leaves the machine. */
async function play(page: Page, origin: string, html: string): Promise<void> {
  await page.route(`${origin}/**`, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.fulfill({ status: 404 }),
  );
}

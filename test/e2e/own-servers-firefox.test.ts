// The way of a click that allows the company's own server, in Firefox, which in tests grants what the page of an extension asks for
// in the turn of a click without showing its own question.
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { until } from '../stack/harness.ts';
import { stageInFirefox } from './stage-firefox.ts';

const OWN = 'https://tickets.acme.test';
const html = readFileSync(new URL('../pages/redmine-newest-first.html', import.meta.url), 'utf8');
const play = stageInFirefox({
  sites: [{ origin: OWN, site: 'redmine' }],
  preferences: { 'extensions.webextOptionalPermissionPrompts': false },
});

async function openIssue(): Promise<Page> {
  const page = await play.firefox.browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const answer =
      request.isNavigationRequest() && request.url().startsWith(OWN)
        ? { status: 200, contentType: 'text/html; charset=utf-8', body: html }
        : { status: 404, body: '' };
    void request.respond(answer).catch(() => {});
  });
  await page.goto(`${OWN}/issues/7`);
  return page;
}
/** A click that the browser asks for. */
async function allow(origins: string[]): Promise<void> {
  const options = await play.firefox.open('options.html');
  await options.evaluate((patterns) => {
    const button = document.createElement('button');
    button.id = 'allow';
    button.textContent = 'Allow';
    button.onclick = () => void chrome.permissions.request({ origins: patterns });
    document.body.prepend(button);
  }, origins);
  await options.click('#allow');
  await until('the permission', () =>
    options.evaluate((patterns) => chrome.permissions.contains({ origins: patterns }), origins),
  );
  await options.close();
}
const rows = (page: Page) => page.$$eval('#journal-11-notes + hearback-rating', (all) => all.length).catch(() => 0);

it('has no rows before it is allowed, rows at once and after a reload when it is, and none once that is taken back', async () => {
  const page = await openIssue();
  expect(await rows(page)).toBe(0);
  const popup = await play.firefox.open('popup.html');
  await popup.locator('::-p-aria([role="button"][name="Allow Hearback on tickets.acme.test"])').click();
  await until('a row in the open tab', async () => (await rows(page)) === 1);
  await page.reload();
  await until('a row after a reload', async () => (await rows(page)) === 1);

  await popup.bringToFront();
  await until('no more question', () =>
    popup.$$eval('button', (all) => all.every((one) => !one.textContent?.startsWith('Allow'))),
  );
  await popup.evaluate((origins) => chrome.permissions.remove({ origins }), [`${OWN}/*`]);
  await popup.waitForSelector('::-p-aria([role="button"][name="Allow Hearback on tickets.acme.test"])');
  expect(await popup.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
  const after = await openIssue();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await rows(after)).toBe(0);
});

it('has rows as well where the browser closes the popup while it asks, as Chromium does', async () => {
  const page = await openIssue();
  // The popup's own question; nobody is there any more to tell of the answer.
  await allow([`${OWN}/*`]);
  await until('a row in the open tab', async () => (await rows(page)) === 1);
});

it('gives back what it was allowed once the company has taken the server from its list, whatever else was allowed', async () => {
  const WIDE = 'https://*.vendor.example/*';
  await allow([`${OWN}/*`, WIDE]);
  const options = await play.firefox.open('options.html');
  const allowed = () => options.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
  const before = await allowed();
  expect(before).toEqual(expect.arrayContaining([`${OWN}/*`, WIDE, 'https://mail.google.com/*']));
  // As an update of the extension loses it.
  await options.evaluate(() => chrome.scripting.unregisterContentScripts());
  await play.stack.db().prepare('DELETE FROM site_origin').run();
  await options.evaluate(() => chrome.alarms.create('refresh', { when: Date.now() }));
  await until('what was allowed to go', async () => !(await allowed()).includes(`${OWN}/*`));
  expect((await allowed()).toSorted()).toEqual(before.filter((pattern) => pattern !== `${OWN}/*`).toSorted());
  await options.close();
});

// The same extension in Firefox: somebody signs in, rates with one click and sees it saved.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personAt, TEAM } from '../stack/acme.ts';
import { clickFace, type DrivenFirefox, driveFirefox, signIn, useServer } from '../stack/firefox.ts';
import { until } from '../stack/harness.ts';
import { type Stack, startStack } from '../stack/stack.ts';

const state = mkdtempSync(join(tmpdir(), 'hearback-firefox-'));
let stack: Stack;
let firefox: DrivenFirefox;

beforeAll(async () => {
  stack = await startStack({ state, history: false });
  firefox = await driveFirefox();
});
afterAll(async () => {
  await firefox?.close();
  await stack?.stop();
  rmSync(state, { recursive: true, force: true });
});

const ratings = async () =>
  (await stack.db().prepare('SELECT team, customer, score FROM rating').all<Record<string, number>>()).results;

describe('in Firefox', () => {
  it('says to the browser what it sends, which whoever installs it agrees to', async () => {
    const options = await firefox.open('options.html');
    const held = await options.evaluate(() => chrome.permissions.getAll());
    expect(held).toMatchObject({ data_collection: ['authenticationInfo', 'browsingActivity', 'websiteActivity'] });
    await options.close();
  });

  it('somebody signs in, rates with one click and sees it saved: one rating', async () => {
    await useServer(firefox, stack.origin);
    await signIn(firefox, personAt('an@acme.test').subject);

    const page = await firefox.browser.newPage();
    await page.goto(`${stack.sample}/?as=an@acme.test#t-vpn`);
    await page.waitForSelector('hearback-rating[data-state="idle"]');
    await clickFace(page, 'Good');
    await page.waitForSelector('hearback-rating[data-state="saved"]');

    await until('the rating in the database', async () => (await ratings()).length > 0);
    expect(await ratings()).toEqual([{ team: TEAM.it, customer: TEAM.sales, score: 4 }]);
  });
});

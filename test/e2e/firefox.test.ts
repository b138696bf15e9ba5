// The same extension in Firefox: somebody signs in, rates with one click and sees it saved.
import { describe, expect, it } from 'vitest';
import { personAt, TEAM } from '../stack/acme.ts';
import { clickFace, signIn, useServer } from '../stack/firefox.ts';
import { until } from '../stack/harness.ts';
import { stageInFirefox } from './stage-firefox.ts';

const play = stageInFirefox({ signedIn: false });

const ratings = async () =>
  (await play.stack.db().prepare('SELECT team, customer, score FROM rating').all<Record<string, number>>()).results;

describe('in Firefox', () => {
  it('says to the browser what it sends, which whoever installs it agrees to', async () => {
    const options = await play.firefox.open('options.html');
    const held = await options.evaluate(() => chrome.permissions.getAll());
    expect(held).toMatchObject({ data_collection: ['authenticationInfo', 'browsingActivity', 'websiteActivity'] });
    await options.close();
  });

  it('somebody signs in, rates with one click and sees it saved: one rating', async () => {
    await useServer(play.firefox, play.stack.origin);
    await signIn(play.firefox, personAt('an@acme.test').subject);

    const page = await play.firefox.browser.newPage();
    await page.goto(`${play.stack.sample}/?as=an@acme.test#t-vpn`);
    await page.waitForSelector('hearback-rating[data-state="idle"]');
    await clickFace(page, 'Good');
    await page.waitForSelector('hearback-rating[data-state="saved"]');

    await until('the rating in the database', async () => (await ratings()).length > 0);
    expect(await ratings()).toEqual([{ team: TEAM.it, customer: TEAM.sales, score: 4 }]);
  });
});

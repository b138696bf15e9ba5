// An update as people get it: a company's policy installed the extension, the browser finds a newer version where the policy says, and puts
// it in while mail and tickets are open and a click waits for the server.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personAt } from '../stack/acme.ts';
import { clickFace, type Driven, rowSays, signIn, theRow, until } from '../stack/harness.ts';
import { policedChromium } from '../stack/policy.ts';
import { SHELF_ID, startShelf } from './shelf.ts';
import { openThread, scoresIn, stage } from './stage.ts';
import { background } from './toolbar.ts';

const OWN = 'https://tickets.acme.test';
const play = stage({
  sites: [{ origin: OWN, site: 'redmine' }],
  redirects: [`https://${SHELF_ID}.chromiumapp.org/`],
});
const ticket = readFileSync(new URL('../pages/redmine-newest-first.html', import.meta.url), 'utf8');

let shelf: Awaited<ReturnType<typeof startShelf>>;
beforeAll(async () => {
  shelf = await startShelf([`${OWN}/*`]);
});
afterAll(() => shelf?.stop());

it('keeps who is signed in, what waits to be sent and the company’s own servers, and asks to reload what was open', async (context) => {
  shelf.lay('1.0.0');
  const policed = policedChromium({
    ExtensionInstallForcelist: [`${SHELF_ID};${shelf.list}`],
    // Else nothing may look into what a policy installed, a test neither.
    DeveloperToolsAvailability: 1,
    '3rdparty': { extensions: { [SHELF_ID]: { server: play.stack.origin } } },
  });
  if ('why' in policed) {
    console.log(`not tried: ${policed.why}`);
    return context.skip(policed.why);
  }
  const browser = await play.browser({ installed: SHELF_ID, chromium: policed.path });
  const version = async () => (await background(browser)).evaluate(() => chrome.runtime.getManifest().version);
  expect(await version()).toBe('1.0.0');
  // A browser that has just installed an extension learns a moment later what the policy says for it.
  await until('the policy', async () =>
    (await background(browser)).evaluate(async () => 'server' in (await chrome.storage.managed.get('server'))),
  );
  await signIn(browser, personAt('an@acme.test').subject);

  const mail = await openThread(browser, play.stack, 't-vpn');
  await clickFace(mail, 4);
  await rowSays(mail, 'saved');
  const other = await openThread(browser, play.stack, 't-advance');
  await theRow(other);
  const issue = await openIssue(browser);
  await theRow(issue, 'IT');
  await until('the first rating', async () => (await scoresIn(play.stack)).join() === '4');
  await play.stack.killWorker();
  await clickFace(other, 2);
  await rowSays(other, 'queued');

  shelf.lay('1.0.1');
  const options = await browser.open('options.html');
  const ready = await options.evaluate(async () => {
    const laid = new Promise<{ version: string }>((resolve) => chrome.runtime.onUpdateAvailable.addListener(resolve));
    await chrome.runtime.requestUpdateCheck();
    return (await laid).version;
  });
  expect(ready).toBe('1.0.1');
  // The browser puts it in once the background sleeps, and one that is looked into never does.
  await options.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await until('the newer version', async () => (await version().catch(() => '')) === '1.0.1');

  // Tabs that were open: the row of the older version stands alone, and says so.
  await clickFace(mail, 1);
  await says(mail, 'Hearback was updated: reload the page');
  await play.stack.startWorker();
  await until('what waited', async () => (await scoresIn(play.stack)).join() === '4,2', 75_000);
  // On the company's own server the browser put nothing in, the extension does.
  await until('the registration', () => registered(browser));
  await theRow(issue, 'IT');
  await clickFace(issue, 5, 'IT');
  await rowSays(issue, 'saved');
  await until('the rating of the ticket', async () => (await scoresIn(play.stack)).join() === '4,2,5');
  for (const page of [mail, other, issue]) expect(await page.locator('hearback-rating').count()).toBe(1);

  await other.reload();
  await rowSays(other, 'saved');
  expect((await theRow(other)).faces.map(({ checked }) => checked)).toEqual([false, true, false, false, false]);
  await issue.reload();
  await rowSays(issue, 'saved');
  expect((await scoresIn(play.stack)).join()).toBe('4,2,5');
  await browser.close();
  policed.remove();
}, 150_000);

const registered = async (browser: Driven) =>
  (await background(browser)).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).some(
      ({ matches }) => matches?.join() === 'https://tickets.acme.test/*',
    ),
  );

/** Waits for words of the row, as they are read out. */
async function says(page: Page, words: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await until(words, async () => {
    const { nodes } = await cdp.send('Accessibility.getFullAXTree', {});
    return nodes.some(({ name }) => String(name?.value ?? '').includes(words));
  });
  await cdp.detach();
}

async function openIssue({ context }: Driven): Promise<Page> {
  const page = await context.newPage();
  await page.route(`${OWN}/**`, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: ticket })
      : route.fulfill({ status: 404 }),
  );
  await page.goto(`${OWN}/issues/7`);
  return page;
}

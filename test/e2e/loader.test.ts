// What runs on a page of a known site as long as there is nothing to read: the loader alone. The script of a visit follows what it reads.
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clickFace, type Driven, rowSays, theRow, until } from '../stack/harness.ts';
import { LOADER, loaderWaits, scriptsIn, VISIT } from '../stack/loader.ts';
import { pageText } from './reader.ts';
import { openThread, scoresIn, stage } from './stage.ts';
import { background, openPopup } from './toolbar.ts';

const REDMINE = 'http://127.0.0.1:18083';
const SERVICENOW = 'https://acme.service-now.com';
const play = stage({
  sites: [
    { origin: REDMINE, site: 'redmine' },
    { origin: SERVICENOW, site: 'servicenow' },
  ],
});
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

const INBOX =
  '<!doctype html><title>Inbox</title><body><div role="main"><table><tr><td>Scanner</td></tr></table></div></body>';
const GMAIL = 'https://mail.google.com/mail/u/0/';
const gmail = pageText('gmail.html');

const open: Page[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});

/** Opens a text under an address, and another in the frames of it; nothing leaves the machine. */
async function visit(address: string, html: string, framed = ''): Promise<Page> {
  const page = await an.context.newPage();
  open.push(page);
  await page.route(`${new URL(address).origin}/**`, (route) => {
    const request = route.request();
    if (request.resourceType() !== 'document') return route.fulfill({ status: 404 });
    const body = request.frame() === page.mainFrame() ? html : framed;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto(address);
  return page;
}

/** The page draws a conversation into itself, and says so to nobody. */
const draw = (page: Page, html: string) =>
  page.evaluate((text) => {
    document.body.innerHTML = new DOMParser().parseFromString(text, 'text/html').body.innerHTML;
  }, html);

describe('the script of a visit', () => {
  it('is not put into a page without a conversation, and comes with the first one that is drawn there', async () => {
    const inbox = await visit(`${GMAIL}#inbox`, INBOX);
    await loaderWaits(inbox);
    await inbox.evaluate(() => dispatchEvent(new Event('hashchange')));
    // What is opened later is long done by now.
    await theRow(await visit(`${GMAIL}#inbox/FMfcgzQabc`, gmail), 'IT');
    expect(await scriptsIn(inbox)).toEqual([LOADER]);
    await draw(inbox, gmail);
    await theRow(inbox, 'IT');
    expect(await scriptsIn(inbox)).toEqual([LOADER, VISIT]);
    // Another conversation needs nothing more.
    await draw(inbox, INBOX);
    await until('no row', async () => (await inbox.locator('hearback-rating').count()) === 0);
    await draw(inbox, gmail);
    await theRow(inbox, 'IT');
    expect(await scriptsIn(inbox)).toEqual([LOADER, VISIT]);
  });

  it('is not put into pages of an own server that show no ticket', async () => {
    const list = await visit(`${REDMINE}/issues/new`, '<body class="controller-issues"><form></form></body>');
    await loaderWaits(list);
    await list.evaluate(() => dispatchEvent(new Event('hashchange')));
    const issue = await visit(`${REDMINE}/issues/7`, pageText('redmine.html'));
    await theRow(issue, 'IT');
    expect(await scriptsIn(list)).toEqual([LOADER]);
    expect(await scriptsIn(issue)).toEqual([LOADER, VISIT]);
  });

  it('comes where the page forbids all animations, too', async () => {
    const forbid = '<style>html body .adn.adn .ii.gt.ii.gt { animation: none !important }</style>';
    const inbox = await visit(`${GMAIL}#inbox`, forbid + INBOX);
    await loaderWaits(inbox);
    await draw(inbox, gmail);
    const animations = () =>
      inbox.locator('.ii.gt').evaluateAll((all) => all.map((one) => getComputedStyle(one).animationName));
    expect(new Set(await animations())).toEqual(new Set(['none']));
    await theRow(inbox, 'IT');
  });

  it('comes to a page that wrote itself anew while nothing was there, and knows that the page was first at the keys', async () => {
    const takesKeys = async (page: Page) => {
      await page
        .locator('.ii.gt:has(+ hearback-rating)')
        .last()
        .evaluate((body) => {
          body.setAttribute('tabindex', '0');
          if (body instanceof HTMLElement) body.focus();
        });
      await page.keyboard.press('Tab');
      return page.evaluate(() => document.activeElement?.localName === 'hearback-rating');
    };
    const before = await visit(`${GMAIL}#inbox`, INBOX);
    await loaderWaits(before);
    await draw(before, gmail);
    await theRow(before, 'IT');
    expect(await takesKeys(before)).toBe(true);

    const rewritten = await visit(`${GMAIL}#inbox`, INBOX);
    await loaderWaits(rewritten);
    await rewritten.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, gmail);
    await theRow(rewritten, 'IT');
    expect(await takesKeys(rewritten)).toBe(false);
  });

  it('comes into a frame that shows a ticket', async () => {
    const around =
      '<iframe src="/incident.do?sys_id=9c573169c611228700193229fff72400" width="900" height="600"></iframe>';
    const page = await visit(`${SERVICENOW}/nav_to.do`, around, pageText('servicenow.html'));
    await theRow(page, 'IT');
    await theRow(page, 'Human Resources');
    expect(await page.frameLocator('iframe').locator('hearback-rating').count()).toBeGreaterThan(1);
  });

  it('comes where the address alone names a conversation, and says that nothing of it is found', async () => {
    const desk = await visit('https://acme.zendesk.com/agent/dashboard', '<h1>Nothing that is known</h1>');
    await loaderWaits(desk);
    expect(await scriptsIn(desk)).toEqual([LOADER]);
    await desk.evaluate(() => history.pushState(null, '', '/agent/tickets/42'));
    await until('the script', async () => (await scriptsIn(desk)).includes(VISIT));
    const reported = async () => (await play.stack.db().prepare('SELECT site, field FROM site_health').all()).results;
    await until('the report', async () => (await reported()).length > 0, 90_000);
    expect(await reported()).toEqual([{ site: 'zendesk', field: 'root' }]);
  });
});

it('a picture of the page can be taken where nothing was found, and needs no more than the loader', async () => {
  const page = await visit(`${GMAIL}#inbox`, INBOX);
  await loaderWaits(page);
  const popup = await openPopup(an, page);
  open.push(popup);
  await popup.getByText('Something is not recognised here?').click();
  await popup.getByRole('button', { name: 'Show the picture' }).click();
  const picture = await popup.getByRole('textbox', { name: 'Something is not recognised here?' }).inputValue();
  expect(picture).toContain('<div role="main">');
  expect(picture).not.toContain('Scanner');
  expect(await scriptsIn(page)).toEqual([LOADER]);
});

it('a content script that starts once more ends the first: one row, that counts once', async () => {
  const page = await openThread(an, play.stack, 't-advance');
  open.push(page);
  await theRow(page);
  const first = await page.locator('hearback-rating').elementHandle();
  await page.evaluate(() => {
    const put = { rows: 0 };
    Object.assign(window, { put });
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node.nodeName === 'HEARBACK-RATING') put.rows += 1;
    }).observe(document, { childList: true, subtree: true });
  });
  const rowsPut = () => page.evaluate(() => Reflect.get(Reflect.get(window, 'put'), 'rows'));
  // As an update of the extension starts it in pages that are open.
  await (await background(an)).evaluate(async (file) => {
    const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*', active: true });
    if (tab?.id === undefined) throw new Error('no tab');
    await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, files: [file] });
  }, LOADER);
  await until('another row', async () => (await first?.evaluate((row) => row.isConnected)) === false);
  await theRow(page);
  expect(await rowsPut()).toBe(1);
  // The page draws itself anew: whoever still lives puts a row, and takes away what is not theirs.
  await page.evaluate(() => {
    const main = document.querySelector('main');
    const copy = main?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error('no webmail');
    for (const row of copy.querySelectorAll('hearback-rating')) row.remove();
    main?.replaceWith(copy);
  });
  await until('the row again', async () => (await rowsPut()) > 1);
  await clickFace(page, 4);
  await rowSays(page, 'saved');
  await until('the one rating', async () => (await scoresIn(play.stack)).join() === '4');
  expect(await rowsPut()).toBe(2);
});

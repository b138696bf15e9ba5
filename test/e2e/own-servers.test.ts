// The company's own servers: a configured origin is read by its description, unknown authors are asked about once.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownHosts } from '../../extension/sites/hosts.ts';
import { TEAM } from '../stack/acme.ts';
import { extensionAt } from '../stack/browser.ts';
import { clickFace, considered, type Driven, inSight, rowSays, rowsOf, theRow, until } from '../stack/harness.ts';
import { stage } from './stage.ts';
import { background, openPopup, showAddress } from './toolbar.ts';

const LOCAL = 'http://127.0.0.1:18082';
const OWN = 'https://tickets.acme.test';
const play = stage({
  sites: [
    { origin: LOCAL, site: 'redmine' },
    // As people write them: with a slash, and one that is no origin, which must not take the others with it.
    { origin: `${OWN}/`, site: 'redmine' },
    { origin: 'tickets.acme.example', site: 'redmine' },
  ],
});

const html = readFileSync(new URL('../pages/redmine.html', import.meta.url), 'utf8');
const mail = readFileSync(new URL('../pages/gmail.html', import.meta.url), 'utf8');
const oneAnswer = readFileSync(new URL('../pages/redmine-newest-first.html', import.meta.url), 'utf8');

/** Opens an issue; the server is played under its own address, nothing leaves the machine. */
async function openIssue(driven: Driven, origin: string, issue: number, text = html): Promise<Page> {
  const page = await driven.context.newPage();
  await page.route(`${origin}/**`, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: text })
      : route.fulfill({ status: 404 }),
  );
  await page.goto(`${origin}/issues/${issue}`);
  return page;
}

/** A conversation of a site that needs nobody's permission. */
async function openMail(driven: Driven): Promise<Page> {
  const page = await driven.context.newPage();
  await page.route('https://mail.google.com/**', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: mail })
      : route.fulfill({ status: 404 }),
  );
  await page.goto('https://mail.google.com/mail/u/0/#inbox/FMfcgzQabc');
  return page;
}

/** No row stands on a page that was opened before another one, and there one stands already. */
async function hasNone(page: Page, openedLater: Page): Promise<void> {
  await theRow(openedLater, 'IT');
  await page.bringToFront();
  // Whoever looks at a page that is in front again looks once more.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.locator('hearback-rating').count()).toBe(0);
  for (const one of [page, openedLater]) await one.close();
}

/** Clicks "Choose" on the line that asks, found as a screen reader finds it. */
async function clickChoose(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Accessibility.enable');
  const node = await until('a button to choose', async () => {
    const { nodes } = await cdp.send('Accessibility.getFullAXTree', {});
    return nodes.find((one) => one.role?.value === 'button' && one.name?.value === 'Choose')?.backendDOMNodeId;
  });
  await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: node });
  const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: node });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.content;
  await inSight(page);
  await page.mouse.click((x1 + x3) / 2, (y1 + y3) / 2);
  await cdp.detach();
}

const newestScore = (team: number) =>
  until(`a rating of team ${team}`, async () => {
    const row = await play.stack
      .db()
      .prepare('SELECT score FROM rating WHERE team = ?1 ORDER BY id DESC')
      .bind(team)
      .first<{ score: number }>();
    return row?.score;
  });

describe('an issue on a server that the company set up', () => {
  let browser: Driven;
  beforeAll(async () => {
    browser = await play.browserOf('an@acme.test');
  });

  it('has rows by full names, and a click is saved', async () => {
    const page = await openIssue(browser, LOCAL, 7);
    await theRow(page, 'IT');
    await theRow(page, 'Human Resources');
    expect(await rowsOf(page)).toHaveLength(2);
    await clickFace(page, 5, 'IT');
    await rowSays(page, 'saved');
    expect(await newestScore(TEAM.it)).toBe(5);
    await page.close();
  });

  it('asks once which team an unknown author is of, and has faces for it from then on', async () => {
    const page = await openIssue(browser, LOCAL, 8);
    await rowSays(page, 'ask');
    expect(await page.locator('#journal-15-notes + hearback-rating[data-state="ask"]').count()).toBe(1);
    const popup = await openPopup(browser, page);
    const team = popup.getByRole('combobox', { name: 'Which team is Old Vendor of?' });
    await team.fill('legal');
    await team.press('Enter');
    await popup.getByRole('radiogroup', { name: /Legal/ }).waitFor();
    await popup.close();
    await clickFace(page, 2, 'Legal');
    await rowSays(page, 'saved');
    expect(await newestScore(TEAM.legal)).toBe(2);
    expect(await page.locator('hearback-rating[data-state="ask"]').count()).toBe(0);
    await page.close();

    const another = await openIssue(browser, LOCAL, 9);
    await theRow(another, 'Legal');
    expect(await another.locator('hearback-rating[data-state="ask"]').count()).toBe(0);
    await another.close();
  });

  it('asks no more after "none of them"', async () => {
    const vendor = html.replaceAll('/users/40', '/users/41').replaceAll('Old Vendor', 'New Vendor');
    const page = await openIssue(browser, LOCAL, 10, vendor);
    await rowSays(page, 'ask');
    const popup = await openPopup(browser, page);
    await popup.getByRole('button', { name: 'None of them' }).click();
    await until('the line to go', async () => (await page.locator('hearback-rating[data-state="ask"]').count()) === 0);
    await popup.close();
    await page.reload();
    await theRow(page, 'IT');
    await considered(browser, page, '/10');
    expect(await page.locator('hearback-rating[data-state="ask"]').count()).toBe(0);
    await page.close();
  });

  it('opens the popup at a click on the line and at Enter, of which the page sees nothing', async () => {
    const vendor = html.replaceAll('/users/40', '/users/42').replaceAll('Old Vendor', 'Third Vendor');
    const page = await openIssue(browser, LOCAL, 11, vendor);
    await rowSays(page, 'ask');
    await page.evaluate(() => {
      for (const type of ['pointerdown', 'mousedown', 'click', 'keydown']) {
        addEventListener(type, () => document.body.setAttribute('data-heard', type), true);
      }
    });
    await (await background(browser)).evaluate(() => {
      Reflect.set(globalThis, 'opened', 0);
      const count = async () => void Reflect.set(globalThis, 'opened', Reflect.get(globalThis, 'opened') + 1);
      Object.assign(chrome.action, { openPopup: count });
    });
    const opened = (times: number) =>
      until(`the popup to be opened ${times} times`, async () =>
        (await background(browser)).evaluate((wanted) => Reflect.get(globalThis, 'opened') === wanted, times),
      );
    await clickChoose(page);
    await opened(1);
    const inLine = () => page.evaluate(() => document.activeElement?.matches('hearback-rating[data-state="ask"]'));
    // From the body's end backwards the line comes first.
    await until('the focus in the line', async () => {
      if (await inLine()) return true;
      await page.keyboard.press('Shift+Tab');
      return inLine();
    });
    await page.evaluate(() => document.body.removeAttribute('data-heard'));
    await page.keyboard.press('Enter');
    await opened(2);
    expect(await page.locator('body').getAttribute('data-heard')).toBeNull();
    await page.close();
  });

  it('says where to click where the browser does not open the popup, in one line however narrow', async () => {
    const vendor = html.replaceAll('/users/40', '/users/43').replaceAll('Old Vendor', 'Fourth Vendor');
    const page = await openIssue(browser, LOCAL, 12, vendor);
    await rowSays(page, 'ask');
    await (await background(browser)).evaluate(() => {
      const refuse = async () => {
        throw new Error('no window in front');
      };
      Object.assign(chrome.action, { openPopup: refuse });
    });
    await page.setViewportSize({ width: 300, height: 800 });
    await clickChoose(page);
    const cdp = await page.context().newCDPSession(page);
    await until('the words', async () => {
      const { nodes } = await cdp.send('Accessibility.getFullAXTree', {});
      return nodes.some((one) => String(one.name?.value ?? '').includes('Click Hearback in the toolbar'));
    });
    const line = page.locator('hearback-rating[data-state="ask"]');
    expect((await line.boundingBox())?.height).toBe(36);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });

  it('keeps no name, account or address of an author on disk', async () => {
    const options = await browser.open('options.html');
    const stored = await options.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('hearback');
        request.onsuccess = () => resolve(request.result);
      });
      const rows = await Promise.all(
        [...db.objectStoreNames].map(
          (name) =>
            new Promise((resolve) => {
              const request = db.transaction(name).objectStore(name).getAll();
              request.onsuccess = () => resolve([name, request.result]);
            }),
        ),
      );
      db.close();
      return JSON.stringify(rows);
    });
    expect(stored).toContain('answerers');
    for (const word of ['Vendor', '18082/40', 'users/40', 'issues/']) expect(stored).not.toContain(word);
    await options.close();
  });

  it('offers to be allowed where the browser has not allowed it, naming the server', async () => {
    const popup = await openPopup(browser, null);
    await popup.getByRole('button', { name: 'Allow Hearback on tickets.acme.test' }).waitFor();
    await popup.close();
    const page = await openIssue(browser, OWN, 7);
    await hasNone(page, await openIssue(browser, LOCAL, 13));
  });

  it('offers it first on a page of that server, and says nothing of what is there before it was looked at', async () => {
    const page = await openIssue(browser, OWN, 7);
    await showAddress(browser, page.url());
    const popup = await openPopup(browser, page);
    const first = popup.getByRole('main').getByRole('button').first();
    expect(await first.textContent()).toBe('Allow Hearback on tickets.acme.test');
    await popup.getByText('Answers are not recognised on this page.').waitFor();
    expect(await popup.getByText('No answer from another team').count()).toBe(0);
    await popup.close();
    await page.close();
  });
});

describe('a server that the build of a company names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-granted-'));
  let browser: Driven;
  beforeAll(async () => {
    // As `HEARBACK_HOSTS` writes it.
    cpSync(extensionAt('chrome-mv3'), folder, { recursive: true });
    const file = join(folder, 'manifest.json');
    const manifest: { host_permissions: string[] } = JSON.parse(readFileSync(file, 'utf8'));
    const allowed = [...manifest.host_permissions, ...ownHosts(OWN)];
    writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: allowed }));
    browser = await play.browserOf('an@acme.test', { extension: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const registered = async () =>
    (await background(browser)).evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches),
    );

  it('is worked on without a click, in the production build, and loopback is not', async () => {
    await until('the registration', async () => (await registered()).includes(`${OWN}/*`));
    const page = await openIssue(browser, OWN, 7, oneAnswer);
    await clickFace(page, 4, 'IT');
    await until('the rating', async () => (await newestScore(TEAM.it)) === 4);
    await page.close();
    const popup = await openPopup(browser, null);
    await popup.getByRole('button', { name: /sign out/i }).waitFor();
    expect(await popup.getByRole('button', { name: /^Allow/ }).count()).toBe(0);
    await popup.close();
    const local = await openIssue(browser, LOCAL, 7, oneAnswer);
    await hasNone(local, await openIssue(browser, OWN, 8, oneAnswer));
  });

  it('is registered again after it was lost, as an update of the extension loses it', async () => {
    await (await background(browser)).evaluate(() => chrome.scripting.unregisterContentScripts());
    expect(await registered()).toEqual([]);
    const options = await browser.open('options.html');
    await options.evaluate(() => chrome.runtime.sendMessage({ kind: 'granted' }));
    expect(await registered()).toEqual([`${OWN}/*`]);
    await options.close();
  });

  it('is left alone once the company has taken it from its list', async () => {
    await play.stack.db().prepare('DELETE FROM site_origin WHERE origin = ?1').bind(`${OWN}/`).run();
    // What the alarm does twice a day.
    const options = await browser.open('options.html');
    await options.getByRole('textbox').fill(play.stack.origin);
    await options.getByRole('button', { name: 'Save' }).click();
    await until('the registration to go', async () => (await registered()).length === 0);
    await options.close();
    const page = await openIssue(browser, OWN, 7, oneAnswer);
    await hasNone(page, await openMail(browser));
  });
});

// The company's own servers: a configured origin is read by its description, unknown authors are asked about once.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEAM } from '../stack/acme.ts';
import { clickFace, considered, type Driven, inSight, rowSays, rowsOf, theRow, until } from '../stack/harness.ts';
import { hasNone, issue, LOCAL, OWN, OWN_SITES, openIssue } from './own-servers.ts';
import { newestScore, stage } from './stage.ts';
import { background, openPopup, showAddress } from './toolbar.ts';

const play = stage({ sites: OWN_SITES });

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
    expect(await newestScore(play.stack, TEAM.it)).toBe(5);
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
    expect(await newestScore(play.stack, TEAM.legal)).toBe(2);
    expect(await page.locator('hearback-rating[data-state="ask"]').count()).toBe(0);
    await page.close();

    const another = await openIssue(browser, LOCAL, 9);
    await theRow(another, 'Legal');
    expect(await another.locator('hearback-rating[data-state="ask"]').count()).toBe(0);
    await another.close();
  });

  it('asks no more after "none of them"', async () => {
    const vendor = issue.replaceAll('/users/40', '/users/41').replaceAll('Old Vendor', 'New Vendor');
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
    const vendor = issue.replaceAll('/users/40', '/users/42').replaceAll('Old Vendor', 'Third Vendor');
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
    // Before it was in sight for a moment it asks to be pressed again, and keeps the focus for it.
    await page.keyboard.press('Enter');
    expect(await inLine()).toBe(true);
    await inSight(page);
    await page.evaluate(() => document.body.removeAttribute('data-heard'));
    await page.keyboard.press('Enter');
    await until('the popup to be opened once more', async () =>
      (await background(browser)).evaluate(() => Reflect.get(globalThis, 'opened') > 1),
    );
    expect(await page.locator('body').getAttribute('data-heard')).toBeNull();
    await page.close();
  });

  it('says where to click where the browser does not open the popup, in one line however narrow', async () => {
    const vendor = issue.replaceAll('/users/40', '/users/43').replaceAll('Old Vendor', 'Fourth Vendor');
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

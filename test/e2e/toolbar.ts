// The popup as a click on the toolbar shows it: told which tab it was called for, and allowed to see that tab's address.
import axeCore from 'axe-core';
import type { Page, Worker } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { CHROME_ID } from '../../extension/identity.ts';
import type { Driven } from '../stack/harness.ts';
import type { Stage } from './stage.ts';

/** The extension's background; a new one each time the browser started it again. */
export async function background({ context }: Driven): Promise<Worker> {
  return context.serviceWorkers().at(-1) ?? context.waitForEvent('serviceworker');
}

/** @param tab null: a page that extensions may not look at */
export async function openPopup(driven: Driven, tab: Page | null): Promise<Page> {
  const id = tab === null ? null : await tabOf(driven, tab);
  const popup = await driven.context.newPage();
  await popup.setViewportSize({ width: 360, height: 600 });
  // In a tab of its own it would find itself; everything else is as the toolbar opens it.
  await popup.addInitScript((called) => {
    Object.assign(chrome.tabs, { query: async () => (called === null ? [] : [{ id: called }]) });
  }, id);
  await popup.goto(`chrome-extension://${CHROME_ID}/popup.html`);
  await popup.getByRole('main').waitFor();
  return popup;
}

/** What `activeTab` grants at a click on the toolbar, which nothing but a person can make: the tab's address is seen. */
export async function showAddress(driven: Driven, url: string): Promise<void> {
  await (await background(driven)).evaluate((address) => {
    const { get } = chrome.tabs;
    Object.assign(chrome.tabs, { get: async (id: number) => ({ ...(await get(id)), url: address }) });
  }, url);
}

/** An, signed in, on a page that no description reads. Call at the top of a test file. */
export function anywhere(play: Stage) {
  let at: { an: Driven; tab: Page } | null = null;
  beforeAll(async () => {
    const an = await play.browserOf('an@acme.test');
    const tab = await an.context.newPage();
    await tab.goto('data:text/html,<title>Ticket</title>');
    at = { an, tab };
  });
  const open = () => {
    if (!at) throw new Error('the browser is not running');
    return at;
  };
  return {
    get an() {
      return open().an;
    },
    /** The popup as it opens on a page of this address. */
    async popupAt(address: string): Promise<Page> {
      const { an, tab } = open();
      await showAddress(an, address);
      return openPopup(an, tab);
    },
  };
}

async function tabOf(driven: Driven, page: Page): Promise<number> {
  await page.bringToFront();
  const id = await (await background(driven)).evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
  if (id === undefined) throw new Error('the tab has no id');
  return id;
}

/** What axe-core finds wrong with a page, in words. */
export async function flaws(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const axe: typeof axeCore = Reflect.get(window, 'axe');
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
}

/** Nothing is wrong with it, light or dark. */
export async function spotless(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await flaws(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

export const badge = async (driven: Driven): Promise<string> =>
  (await background(driven)).evaluate(() => chrome.action.getBadgeText({}));

// Drives a real Firefox with the extension in it, by WebDriver BiDi, the way a person would: opens pages, signs in, clicks faces.
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import { GECKO_ID } from '../../extension/identity.ts';
import { extensionAt } from './browser.ts';
import { findFirefox } from './browsers.mjs';
import { until } from './harness.ts';

export interface DrivenFirefox {
  browser: Browser;
  /** A page of the extension in a tab of its own. */
  open(page: 'popup.html' | 'options.html'): Promise<Page>;
  close(): Promise<void>;
}

/**
 * @param preferences of the profile, beside those that every test needs
 * @param executablePath the program to start, where it is not the one that is found
 */
export async function driveFirefox(
  preferences: Record<string, unknown> = {},
  executablePath = findFirefox(),
): Promise<DrivenFirefox> {
  if (!executablePath) throw new Error('no Firefox: "npm run setup -- --firefox" gets one');
  // The address of an extension's pages is random in each profile, unless it is set beforehand.
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    args: ['--remote-allow-system-access'],
    defaultViewport: { width: 1200, height: 800 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: uuid }),
      'intl.accept_languages': 'en-GB',
      ...preferences,
    },
  });
  // A copy: Firefox reads the files when it needs them, and somebody may build anew meanwhile.
  const copy = mkdtempSync(join(tmpdir(), 'hearback-extension-'));
  cpSync(extensionAt('firefox-mv3-dev'), copy, { recursive: true });
  await browser.installExtension(copy);
  return {
    browser,
    open: async (name) => {
      const page = await browser.newPage();
      // The protocol never tells that a page of an extension has loaded: it is looked at instead.
      page.goto(`moz-extension://${uuid}/${name}`).catch(() => {});
      await until(`${name} of the extension`, () =>
        page
          .evaluate(() => document.readyState === 'complete' && document.querySelector('button') !== null)
          .catch(() => false),
      );
      return page;
    },
    close: async () => {
      await browser.close();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}

/** Tells the extension which server to use, on its own options page. */
export async function useServer({ open }: DrivenFirefox, origin: string): Promise<void> {
  const page = await open('options.html');
  await page.locator('input').fill(origin);
  await page.locator('::-p-aria([role="button"][name="Save"])').click();
  await until('the answer of the options page', () =>
    page.$$eval('[role="status"]', (all) => all.some((one) => /\S/.test(one.textContent ?? ''))).catch(() => false),
  );
  await page.close();
}

/** Signs in from the popup: the window of the identity provider opens, the persona is chosen in it. */
export async function signIn({ browser, open }: DrivenFirefox, subject: string): Promise<void> {
  const popup = await open('popup.html');
  await popup.locator('::-p-aria([role="button"][name="Sign in"])').click();
  const persona = await until('the page of the identity provider', async () => {
    for (const page of await browser.pages()) {
      const button = await page.$(`button[value="${subject}"]`).catch(() => null);
      if (button) return button;
    }
    return null;
  });
  // The window goes away with this click, so nobody answers it.
  persona.click().catch(() => {});
  await popup.waitForSelector('::-p-aria([role="button"][name="Sign out"])');
  await popup.close();
}

/**
 * Clicks a face of the one row on the page in its middle, with the mouse. The row's closed shadow root is shown to nobody but the
 * protocol, which walks through it.
 */
export async function clickFace(page: Page, name: string): Promise<void> {
  const [x, y] = await until(`the face "${name}"`, () => middleOfFace(page, name));
  // A click counts once the row has been in sight for a moment.
  await page.$eval(
    'hearback-rating',
    (row) =>
      new Promise((resolve) => {
        new IntersectionObserver((_, observer) => {
          observer.disconnect();
          setTimeout(resolve, 200);
        }).observe(row);
      }),
  );
  await page.mouse.click(x, y);
}

async function middleOfFace(page: Page, name: string): Promise<[x: number, y: number] | null> {
  const browser = page.browser();
  if (!(browser instanceof BidiBrowser)) throw new Error('not driven by WebDriver BiDi');
  const { connection } = browser;
  const { result: tree } = await connection.send('browsingContext.getTree', { maxDepth: 0 });
  const context = tree.contexts.find(({ url }) => url === page.url())?.context;
  if (!context) return null;
  const ask = { target: { context }, awaitPromise: false } as const;
  const { result: host } = await connection.send('script.evaluate', {
    ...ask,
    expression: "document.querySelector('hearback-rating')",
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  if (host.type !== 'success' || host.result.type !== 'node') return null;
  const sharedId = host.result.value?.shadowRoot?.sharedId;
  if (!sharedId) return null;
  const { result: middle } = await connection.send('script.callFunction', {
    ...ask,
    functionDeclaration: `(root, name) => {
      const face = [...root.querySelectorAll('[role="radio"]')].find((radio) => radio.ariaLabel === name);
      const box = face?.getBoundingClientRect();
      return box ? [box.x + box.width / 2, box.y + box.height / 2] : [];
    }`,
    arguments: [{ sharedId }, { type: 'string', value: name }],
  });
  if (middle.type !== 'success' || middle.result.type !== 'array') return null;
  const [x, y] = (middle.result.value ?? []).map((one) => (one.type === 'number' ? Number(one.value) : Number.NaN));
  return x === undefined || y === undefined ? null : [x, y];
}

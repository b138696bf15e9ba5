// Drives a real Chromium with the extension in it, the way a person would: opens pages, signs in, clicks faces.
// The row lives in a closed shadow root: it is found by role and name in the accessibility tree, as a screen reader finds it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { CHROME_ID } from '../../extension/identity.ts';
import type { Score } from '../../shared/words.ts';
import { extensionAt, findChromium, loadFlags, quietFlags, updatingFlags } from './browser.ts';

export interface BrowserOptions {
  build?: 'chrome-mv3' | 'chrome-mv3-dev';
  /** The folder of another build, or several folders with commas between. */
  extension?: string;
  /** The id of an extension that this browser's policy installs and keeps up to date; no build of ours is loaded then. */
  installed?: string;
  /** The program to start, where it is not the one that is found. */
  chromium?: string;
  /** A profile to open again; without it a fresh one, removed at the end. */
  profile?: string;
  locale?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
  /** Keeps pages for the way back, as browsers do; most tests want each page anew. */
  keepsPages?: true;
}

export interface Driven {
  context: BrowserContext;
  profile: string;
  /** A page of the extension in a tab of its own. */
  open(page: 'popup.html' | 'options.html'): Promise<Page>;
  /** Ends the browser as a crash does: nothing is asked, nothing is written any more. */
  kill(): Promise<void>;
  /** Ends it properly and removes the profile, unless the caller brought it. */
  close(): Promise<void>;
}

export const newProfile = () => mkdtempSync(join(tmpdir(), 'hearback-profile-'));
export const removeProfile = (profile: string) =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

export async function driveBrowser(options: BrowserOptions = {}): Promise<Driven> {
  const executablePath = options.chromium ?? findChromium();
  if (!executablePath) throw new Error('no Chromium: "npm run setup -- --browser" gets one');
  const profile = options.profile ?? newProfile();
  const locale = options.locale ?? 'en-GB';
  const id = options.installed ?? CHROME_ID;
  const flags = options.installed
    ? updatingFlags()
    : [
        ...quietFlags(),
        ...loadFlags(copied(options.extension ?? extensionAt(options.build ?? 'chrome-mv3-dev'), profile)),
      ];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    args: ['--headless=new', `--lang=${locale}`, ...flags],
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-background-networking',
      ...(options.keepsPages ? ['--disable-back-forward-cache'] : []),
    ],
    locale,
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1200, height: 800 },
    env: { ...process.env, LANGUAGE: locale.replace('-', '_') },
  });
  const process_ = await processOf(context);
  return {
    context,
    profile,
    open: async (name) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${name}`);
      return page;
    },
    kill: async () => {
      const closed = new Promise((resolve) => context.once('close', resolve));
      process.kill(process_, 'SIGKILL');
      await closed;
    },
    close: async () => {
      await context.close();
      if (!options.profile) removeProfile(profile);
    },
  };
}

/** Copies: somebody may build anew while a browser runs, and it would load half of one and half of the other. */
function copied(folders: string, profile: string): string {
  const copies = folders.split(',').map((folder, at) => {
    const copy = join(profile, `hearback-extension-${at}`);
    rmSync(copy, { recursive: true, force: true });
    cpSync(folder, copy, { recursive: true });
    return copy;
  });
  return copies.join(',');
}

/** The id of the browser's main process. */
async function processOf(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error('a persistent context without a browser');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const main = processInfo.find((one) => one.type === 'browser');
  if (!main) throw new Error('the browser does not name its process');
  return main.id;
}

/** Asks again until the answer is neither false nor null nor undefined; the ceiling is only there to end a broken test. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  ceiling = 30_000,
): Promise<T> {
  const end = Date.now() + ceiling;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${ceiling / 1000} s in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Tells the extension which server to use, on its own options page. */
export async function useServer(driven: Driven, origin: string): Promise<void> {
  const page = await driven.open('options.html');
  await page.getByRole('textbox').fill(origin);
  await page.getByRole('button', { name: /save|lưu/i }).click();
  await page.getByRole('status').filter({ hasText: /\S/ }).waitFor();
  await page.close();
}

/**
 * Signs in from the popup: the window of the identity provider opens and the persona is chosen in it. Where the browser has a session
 * with the server already, no window shows, and where the extension found it by itself there is nothing to click.
 */
export async function signIn(driven: Driven, subject: string): Promise<void> {
  const popup = await driven.open('popup.html');
  const inWindow = (page: Page) => void choosePersona(page, subject).catch(() => {});
  driven.context.on('page', inWindow);
  // While there is one to sign in with, nobody is signed in, or somebody whose sign-in has ended.
  const ask = popup.getByRole('button', { name: /^(sign(ing)? in|đăng nhập|đang đăng nhập)/i });
  const end = popup.getByRole('button', { name: /sign out|đăng xuất/i });
  await ask.or(end).first().waitFor();
  await ask.click({ timeout: 5000 }).catch(async (error: unknown) => {
    if ((await ask.count()) > 0) throw error;
  });
  await ask.waitFor({ state: 'detached' });
  await end.first().waitFor({ state: 'attached' });
  driven.context.off('page', inWindow);
  await popup.close();
}

/** Stops the extension's background, as the browser does after half a minute without work. The next message starts it again. */
export async function stopBackground(driven: Driven): Promise<void> {
  const page = await driven.open('options.html');
  await withCdp(page, async (cdp) => {
    await cdp.send('ServiceWorker.enable');
    const stopped = new Promise<void>((resolve) => {
      cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
      });
    });
    await cdp.send('ServiceWorker.stopAllWorkers');
    await stopped;
  });
  await page.close();
}

/** Waits until the extension has considered a conversation (a part of its id), so that a row that is due would stand. */
export async function considered(driven: Driven, page: Page, conversation: string): Promise<void> {
  await until(`the extension to consider ${conversation}`, async () => {
    const background = driven.context.serviceWorkers().at(-1);
    const seen = await background?.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
    return seen?.includes(conversation);
  });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200))));
}

/** Signs in on the summary pages. */
export async function signInToPages(page: Page, origin: string, subject: string): Promise<void> {
  await page.goto(`${origin}/auth/sign-in`);
  await choosePersona(page, subject);
  await page.waitForURL(`${origin}/**`);
}

async function choosePersona(page: Page, subject: string): Promise<void> {
  await page.locator(`button[value="${subject}"]`).click();
}

interface Face {
  name: string;
  checked: boolean;
  focused: boolean;
  node: number;
}

export interface Row {
  /** The accessible name of the group. */
  name: string;
  faces: Face[];
}

/** The rows of a page, from its accessibility tree. */
export async function rowsOf(page: Page): Promise<Row[]> {
  return withCdp(page, async (cdp) => {
    await cdp.send('Accessibility.enable');
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const frames = [frameTree, ...(frameTree.childFrames ?? [])].map((one) => one.frame.id);
    const found: Row[] = [];
    for (const frameId of frames) {
      const { nodes } = await cdp.send('Accessibility.getFullAXTree', { frameId });
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const facesUnder = (id: string): Face[] => {
        const node = byId.get(id);
        if (!node) return [];
        if (node.role?.value === 'radio' && node.backendDOMNodeId !== undefined) {
          const is = (name: string) =>
            String(node.properties?.find((one) => one.name === name)?.value.value) === 'true';
          const name = String(node.name?.value ?? '');
          return [{ name, checked: is('checked'), focused: is('focused'), node: node.backendDOMNodeId }];
        }
        return (node.childIds ?? []).flatMap(facesUnder);
      };
      for (const node of nodes) {
        if (node.role?.value !== 'radiogroup') continue;
        found.push({ name: String(node.name?.value ?? ''), faces: facesUnder(node.nodeId) });
      }
    }
    return found;
  });
}

/** Waits for the one row of a page, or of a team on it, and gives it. */
export const theRow = (page: Page, team = '', ceiling?: number): Promise<Row> =>
  until(
    `one row ${team}`,
    async () => {
      const rows = (await rowsOf(page)).filter((row) => row.name.includes(team));
      return rows.length === 1 && rows[0]?.faces.length === 5 ? rows[0] : null;
    },
    ceiling,
  );

/** Clicks the n-th face of the row (1 Very poor to 5 Very good) in its middle, with the mouse. */
export async function clickFace(page: Page, score: Score, team = ''): Promise<void> {
  const { x, y } = await middleOfFace(page, score, team);
  await inSight(page);
  await page.mouse.click(x, y);
}

/** A click counts once the row has been in sight for a moment, which is shorter than a person needs and longer than a program. */
export async function inSight(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      for (const row of document.querySelectorAll('hearback-rating')) {
        await new Promise<void>((resolve) => {
          const watch: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
            trackVisibility: true,
            delay: 100,
          };
          const observer = new IntersectionObserver(() => {
            observer.disconnect();
            setTimeout(resolve, 200);
          }, watch);
          observer.observe(row);
        });
      }
    });
  }
}

export async function middleOfFace(page: Page, score: Score, team = ''): Promise<{ x: number; y: number }> {
  const face = (await theRow(page, team)).faces[score - 1];
  if (!face) throw new Error(`the row has no face ${score}`);
  return withCdp(page, async (cdp) => {
    await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: face.node });
    const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: face.node });
    const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.content;
    return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
  });
}

/** With the focus in a row: moves it to a face by arrows, as somebody does who listens where they are, and rates with Space. */
export async function rateByKeys(page: Page, score: Score, team = ''): Promise<void> {
  const at = await until('a face with the focus', async () => {
    const index = (await theRow(page, team)).faces.findIndex((face) => face.focused);
    return index >= 0 && index + 1;
  });
  for (let step = at; step < score; step++) await page.keyboard.press('ArrowRight');
  for (let step = at; step > score; step--) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
}

/** Waits until the row says so; development builds only. */
export const rowSays = (page: Page, state: string, ceiling?: number): Promise<true> =>
  until(
    `a row that says "${state}"`,
    async () => {
      for (const frame of page.frames()) {
        if ((await frame.locator(`hearback-rating[data-state="${state}"]`).count()) > 0) return true;
      }
      return null;
    },
    ceiling,
  );

async function withCdp<T>(page: Page, work: (cdp: CDPSession) => Promise<T>): Promise<T> {
  const cdp = await page.context().newCDPSession(page);
  try {
    return await work(cdp);
  } finally {
    await cdp.detach().catch(() => {});
  }
}

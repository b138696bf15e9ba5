// Opens a page in Chromium, a stored one or a live one, and reads it with one site's description, or with a newer one beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type BrowserContext, chromium, type Frame } from 'playwright-core';
import { build } from 'vite';
import type { Expected } from '../pages/expected/expected.ts';
import { findChromium } from './browsers.mjs';
import { type Described, fileOf } from './site-description.ts';
import type { Tried } from './try-site.parts.ts';
import { report } from './try-site-report.ts';

export interface Trial extends Described {
  /** A file, or an address. */
  page: string;
  /** The address that a file is read under. */
  at?: string;
  as?: string;
  listed?: Record<string, number>;
  /** Opens a window and waits until somebody has signed in and opened a conversation. */
  window?: boolean;
}

/** Prints what is found; false where nothing is. */
export async function trySite(trial: Trial, print: (line: string) => void): Promise<boolean> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: "npm run setup -- --browser" gets one');
  const parts = await bundleParts();
  const { site, newer = null } = trial;
  const called = newer ? `${site.id}, version ${newer.version} of the description` : site.id;
  const browser = await chromium.launch({
    executablePath,
    headless: !trial.window,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { frames, expected } = await open(context, trial);
    const reader = {
      as: trial.as ?? expected?.reader ?? 'an@acme.test',
      listed: { ...expected?.listed, ...trial.listed },
    };
    const results: { address: string; tried: Tried }[] = [];
    for (const frame of frames) {
      // A frame that is going away, or holds a picture, has nothing to say.
      const tried = await frame
        .evaluate<Tried>(`(() => {${parts}\nreturn parts.tryRead(${JSON.stringify([site, newer?.site ?? null])})})()`)
        .catch((error: unknown) => (frame === frames[0] ? Promise.reject(error) : null));
      if (tried) results.push({ address: frame.url(), tried });
    }
    const good = results.filter(({ tried }) => tried.conversation?.messages.length);
    for (const { address, tried } of good.length > 0 ? good : results) {
      print(`${called} on ${address}`);
      for (const text of report(tried, reader)) print(text);
    }
    return good.length > 0;
  } finally {
    await browser.close();
  }
}

async function open(context: BrowserContext, trial: Trial): Promise<{ frames: Frame[]; expected?: Expected }> {
  const page = await context.newPage();
  if (/^https?:\/\//.test(trial.page)) {
    await page.goto(trial.page);
    if (trial.window) {
      const terminal = createInterface({ input: process.stdin, output: process.stdout });
      await terminal.question('Sign in, open a conversation, then press Enter here. ');
      terminal.close();
    } else {
      // Many sites draw after loading; what is there after a few quiet seconds is what is read.
      await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
    }
    return { frames: (context.pages().at(-1) ?? page).frames() };
  }
  const file = fileOf(trial.page);
  if (!existsSync(file)) throw new Error(`there is no page ${file}`);
  const expected = await expectationOf(basename(file));
  const html = Object.entries(expected?.swap ?? {}).reduce(
    (text, [word, by]) => text.replaceAll(word, by),
    readFileSync(file, 'utf8'),
  );
  const address = trial.at ?? expected?.address ?? addressIn(html) ?? `https://${trial.site.id}.example/`;
  // A stored page reaches nobody: it is the only answer there is, beside what its expectation holds.
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.href === address.split('#')[0]) {
      return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    }
    const answer = expected?.answers?.[url.pathname] ?? expected?.answers?.[url.search];
    if (!answer || url.origin !== new URL(address).origin) return route.abort();
    return route.fulfill({
      body: answer.body,
      contentType: answer.type ?? 'application/json',
      status: answer.status ?? 200,
    });
  });
  await page.goto(address);
  return { frames: page.frames(), ...(expected ? { expected } : {}) };
}

/** The page's line in test/pages/expected, where it has one: its address, its reader and what is listed. */
async function expectationOf(page: string): Promise<Expected | undefined> {
  const folder = new URL('../pages/expected/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const { expected = [] }: { expected?: Expected[] } = await import(new URL(name, folder).href);
    const found = expected.find((one) => one.page === page);
    if (found) return found;
  }
  return undefined;
}

/** Browsers note where they saved a page from. */
function addressIn(html: string): string | undefined {
  return /<!-- (?:saved from url=\(\d+\)|page url: )(https?:\/\/[^\s]+)/.exec(html.slice(0, 2000))?.[1];
}

async function bundleParts(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'development',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: new URL('./try-site.parts.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'parts',
        fileName: 'parts',
      },
    },
    define: { 'import.meta.env.MODE': JSON.stringify('development') },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('the reader gave no bundle');
  return chunk.code;
}

// Puts parts of the content script into real pages in Chromium: the project's own ones under the addresses of the sites they
// imitate. Nothing of these tests needs the extension, the stack or a network.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { findChromium } from '../stack/browsers.mjs';

const own = new URL('../pages/', import.meta.url);
/** Pages of others that may lie beside the project; tests of them run where they do. */
const beside = new URL('../../../shared/pages/', import.meta.url);

export const hasBeside = (name: string) => existsSync(new URL(name, beside));
/** The pages of a folder; none where it is not there. */
export const pageNames = (where: 'own' | 'beside') => {
  const folder = where === 'own' ? own : beside;
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
};
export const pageText = (name: string, where: 'own' | 'beside' = 'own') =>
  readFileSync(new URL(name, where === 'own' ? own : beside), 'utf8');

/** Bundles a module for a page; its exports stand under `window.parts`. */
export async function bundle(entry: string, mode: 'production' | 'development' = 'production'): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    mode,
    build: {
      write: false,
      minify: false,
      lib: { entry: new URL(entry, import.meta.url).pathname, formats: ['iife'], name: 'parts', fileName: 'parts' },
    },
    define: { 'import.meta.env.MODE': JSON.stringify(mode) },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} gave no bundle`);
  return `${chunk.code}\nwindow.parts = parts;`;
}

export interface Opened {
  /** Answers of the site beside the page, by path or by query. */
  answers?: Record<string, { body: string; type?: string; status?: number }>;
  /** Runs before any script of the page. */
  before?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
}

/** Call at the top of a test file: one Chromium for it, and pages that it opens. */
export function pagesInChromium() {
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('no Chromium: "npm run setup -- --browser" gets one');
    browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  });
  afterAll(() => browser?.close());

  return {
    /** Opens a text as if the site had sent it. Every other request of the page fails. */
    async open(address: string, html: string, { answers = {}, before, ...look }: Opened = {}): Promise<Page> {
      const context = await browser.newContext({ ...look, bypassCSP: false });
      contexts.push(context);
      const page = await context.newPage();
      await page.route('**/*', (route) => {
        const url = new URL(route.request().url());
        if (url.href === address.split('#')[0])
          return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
        const answer =
          url.origin === new URL(address).origin ? (answers[url.pathname] ?? answers[url.search]) : undefined;
        if (!answer) return route.abort();
        return route.fulfill({
          body: answer.body,
          contentType: answer.type ?? 'application/json',
          status: answer.status ?? 200,
        });
      });
      if (before) await page.addInitScript({ content: before });
      await page.goto(address);
      return page;
    },
    async closeAll() {
      for (const context of contexts.splice(0)) await context.close();
    },
  };
}

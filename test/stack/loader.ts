// Looks at what of the extension runs in a page of Chromium: the loader alone, or the script of a visit as well.
import type { CDPSession, Page } from 'playwright-core';
import { CHROME_ID } from '../../extension/identity.ts';
import { until } from './harness.ts';

export const LOADER = 'content-scripts/page.js';
export const VISIT = 'visit.js';
const ORIGIN = `chrome-extension://${CHROME_ID}`;

/** The scripts of the extension in the page, by their files. */
export const scriptsIn = (page: Page): Promise<string[]> =>
  withCdp(page, async (cdp) => {
    const files: string[] = [];
    cdp.on('Debugger.scriptParsed', ({ url }) => {
      if (url.startsWith(`${ORIGIN}/`)) files.push(url.slice(ORIGIN.length + 1));
    });
    await cdp.send('Debugger.enable');
    return files.toSorted();
  });

/** Until the loader knows what to wait for, has looked for it once and found nothing. */
export const loaderWaits = (page: Page): Promise<true> =>
  until('the loader to wait', () =>
    withCdp(page, async (cdp) => {
      const worlds: number[] = [];
      cdp.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin === ORIGIN) worlds.push(context.id);
      });
      await cdp.send('Runtime.enable');
      const [contextId] = worlds;
      if (contextId === undefined) return false;
      const expression = `Reflect.has(globalThis, Symbol.for('hearback visit'))`;
      const { result } = await cdp.send('Runtime.evaluate', { expression, contextId });
      return result.value === true;
    }),
  );

async function withCdp<T>(page: Page, work: (cdp: CDPSession) => Promise<T>): Promise<T> {
  const cdp = await page.context().newCDPSession(page);
  try {
    return await work(cdp);
  } finally {
    await cdp.detach();
  }
}

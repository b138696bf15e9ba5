// What the content script costs a tab of a known site on which nothing can be rated: memory over the same page elsewhere.
import type { Page } from 'playwright-core';
import { driveBrowser } from '../stack/harness.ts';
import { LOADER, loaderWaits, scriptsIn } from '../stack/loader.ts';
import { median, type Section } from './figure.ts';
import { buildProduction } from './sizes.ts';

const SITE = 'https://mail.google.com/';
/** No description knows it, so nothing of ours runs there. */
const ELSEWHERE = 'https://bare.example/';
const ROUNDS = 5;
const INBOX = `<!doctype html><title>Inbox</title><div role="main">${'<p>From somebody, about something</p>'.repeat(50)}</div>`;

export async function idle(): Promise<Section> {
  await buildProduction();
  const driven = await driveBrowser({ build: 'chrome-mv3' });
  try {
    await driven.context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: INBOX }));
    const heaps: Record<string, number[]> = { [SITE]: [], [ELSEWHERE]: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [address, values] of Object.entries(heaps)) {
        const page = await driven.context.newPage();
        await page.goto(address);
        if (address === SITE) await settled(page);
        values.push(await heapOf(page));
        await page.close();
      }
    }
    const [ours, bare] = [median(heaps[SITE] ?? []), median(heaps[ELSEWHERE] ?? [])];
    return {
      title: 'An idle tab of a known site',
      figures: [
        {
          what: `memory over the bare page (${bare.toFixed(2)} MB)`,
          value: ours - bare,
          unit: 'MB',
          budget: { most: 1.5, of: 'value' },
          gate: true,
        },
      ],
    };
  } finally {
    await driven.close();
  }
}

/** It has asked how to read the frame, has looked, and found nothing. */
async function settled(page: Page): Promise<void> {
  await loaderWaits(page);
  const scripts = await scriptsIn(page);
  if (scripts.join() !== LOADER) throw new Error(`not the loader alone: ${scripts.join(', ')}`);
}

/** MB of JavaScript, without its rubbish: the page's own and the content script's. */
async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  for (let pass = 0; pass < 2; pass += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value;
  if (used === undefined) throw new Error('Chromium tells no heap');
  return used / 1e6;
}

// What the content script costs a tab of a known site on which nothing can be rated: memory over the same page elsewhere, beside
// what a content script of a few lines costs.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { driveBrowser } from '../stack/harness.ts';
import { LOADER, loaderWaits, scriptsIn } from '../stack/loader.ts';
import { median, type Section } from './figure.ts';
import { addressOf, buildFinders } from './finders/build.ts';
import { buildProduction, PRODUCTION } from './sizes.ts';

const SITE = 'https://mail.google.com/';
/** No description knows it, so nothing of ours runs there. */
const ELSEWHERE = 'https://bare.example/';
const SMALL = addressOf('animation');
const ROUNDS = 5;
const INBOX = `<!doctype html><title>Inbox</title><div role="main">${'<p>From somebody, about something</p>'.repeat(50)}</div>`;

export async function idle(): Promise<Section> {
  await buildProduction();
  const finders = await buildFinders();
  const driven = await driveBrowser({ extension: `${PRODUCTION},${finders}` });
  try {
    await driven.context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: INBOX }));
    const heaps = new Map<string, number[]>([SITE, SMALL, ELSEWHERE].map((address) => [address, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [address, values] of heaps) {
        const page = await driven.context.newPage();
        await page.goto(address);
        // It has asked how to read the frame, has looked, and found nothing.
        if (address === SITE) await loaderWaits(page);
        values.push(await heapOf(page));
        const scripts = await scriptsIn(page);
        if (scripts.join() !== (address === SITE ? LOADER : ''))
          throw new Error(`on ${address}: ${scripts.join(', ')}`);
        await page.close();
      }
    }
    const of = (address: string) => median(heaps.get(address) ?? []);
    const bare = of(ELSEWHERE);
    return {
      title: 'An idle tab of a known site',
      figures: [
        {
          what: `memory over the bare page (${bare.toFixed(2)} MB)`,
          value: of(SITE) - bare,
          unit: 'MB',
          beside: { what: 'a content script of 15 lines', value: of(SMALL) - bare },
          budget: { most: 1.5, of: 'value' },
          gate: true,
        },
      ],
    };
  } finally {
    await driven.close();
    rmSync(finders, { recursive: true, force: true });
  }
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

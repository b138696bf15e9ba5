// Script time on a busy page: our content script beside the cheapest and the usual ways to find messages, in one browser, in turn.
import { rmSync } from 'node:fs';
import type { BrowserContext, CDPSession } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium, quietFlags } from '../stack/browser.ts';
import { busyPage } from './busy-page.ts';
import { type Figure, median, type Section } from './figure.ts';
import { addressOf, buildFinders, FINDERS } from './finders/build.ts';
import { PRODUCTION } from './sizes.ts';

const ROUNDS = 5;
const OURS = 'https://mail.google.com/mail/u/0/';
const PAGES = { ours: OURS, ...Object.fromEntries(FINDERS.map((finder) => [finder, addressOf(finder)])) };

interface TraceEvent {
  name: string;
  ts: number;
  dur?: number;
  tid: number;
  args?: { data?: { url?: string } };
}

/** Ms in which a content script ran: its calls, and the microtasks, of which the page itself has none. */
function scriptTime(events: readonly TraceEvent[]): number {
  const spans = events
    .filter(({ name, args }) =>
      name === 'FunctionCall' ? args?.data?.url?.startsWith('chrome-extension://') : name === 'RunMicrotasks',
    )
    .sort((a, b) => a.ts - b.ts);
  let total = 0;
  const until = new Map<number, number>();
  for (const { ts, dur = 0, tid } of spans) {
    const end = until.get(tid) ?? 0;
    total += Math.max(0, ts + dur - Math.max(ts, end));
    until.set(tid, Math.max(end, ts + dur));
  }
  return total / 1000;
}

async function trace(cdp: CDPSession, work: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'], excludedCategories: ['*'] },
  });
  await work();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  return events;
}

async function busyFrames(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  try {
    await page.goto(address);
    const cdp = await context.newCDPSession(page);
    return scriptTime(await trace(cdp, () => page.evaluate('run()')));
  } finally {
    await page.close();
  }
}

export async function scriptTimes(): Promise<Section> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium');
  const finders = await buildFinders();
  const context = await chromium.launchPersistentContext('', {
    executablePath,
    headless: false,
    args: ['--headless=new', ...quietFlags(`${PRODUCTION},${finders}`)],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const times = new Map<string, number[]>(Object.keys(PAGES).map((name) => [name, []]));
  try {
    const body = busyPage();
    await context.route('https://**', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, address] of Object.entries(PAGES)) {
        times.get(name)?.push(await busyFrames(context, address));
      }
    }
  } finally {
    await context.close();
    rmSync(finders, { recursive: true, force: true });
  }
  if (process.env.DEBUG) console.error(times);
  const time = (name: string) => median(times.get(name) ?? []);
  const what = 'content script, 120 busy frames';
  const figures: Figure[] = [
    {
      what,
      value: time('ours'),
      unit: 'ms',
      beside: { what: 'animation finder alone', value: time('animation') },
      budget: { most: 1.5, of: 'ratio' },
      gate: true,
    },
    {
      what,
      value: time('ours'),
      unit: 'ms',
      beside: { what: 'querySelectorAll per mutation', value: time('query') },
      budget: { most: 0.2, of: 'ratio' },
      gate: true,
    },
    {
      what,
      value: time('ours'),
      unit: 'ms',
      beside: { what: "WXT's autoMount, one anchor", value: time('wxt') },
      gate: false,
    },
  ];
  return { title: 'Script time on the page (8,000 rows, 6 messages arrive)', figures };
}

// Script time on a busy page: our content script beside the cheapest and the usual ways to find messages, in one browser, in turn.
// Somebody is signed in and a row stands from the start; it moves along as messages arrive.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession } from 'playwright-core';
import { personAt } from '../stack/acme.ts';
import { driveBrowser, signIn, useServer } from '../stack/harness.ts';
import { startStack } from '../stack/stack.ts';
import { busyPage } from './busy-page.ts';
import { type Figure, median, type Section } from './figure.ts';
import { addressOf, buildFinders, FINDERS } from './finders/build.ts';
import { buildProduction, PRODUCTION } from './sizes.ts';

const ROUNDS = 3;
const OURS = 'https://mail.google.com/mail/u/0/';
const PAGES = { ours: OURS, ...Object.fromEntries(FINDERS.map((finder) => [finder, addressOf(finder)])) };

interface TraceEvent {
  name: string;
  ts: number;
  dur?: number;
  /** Microseconds that the thread itself ran, as against waited for a processor. */
  tdur?: number;
  tid: number;
  args?: { data?: { url?: string } };
}

interface Times {
  /** All scripts of the page together, in ms. */
  page: number;
  /** The content script alone: its calls, and the microtasks, of which the page itself has none. */
  own: number;
}

function timesOf(events: readonly TraceEvent[], name: string): Times {
  const isCall = ({ name }: TraceEvent) => name === 'FunctionCall';
  const isMicrotasks = ({ name }: TraceEvent) => name === 'RunMicrotasks';
  const isExtensions = ({ args }: TraceEvent) => args?.data?.url?.startsWith('chrome-extension://') ?? false;
  if (!events.some((event) => isCall(event) && isExtensions(event)))
    throw new Error(`no content script ran on ${name}`);
  return {
    page: covered(events.filter((event) => isCall(event) || isMicrotasks(event))),
    own: covered(events.filter((event) => (isCall(event) && isExtensions(event)) || isMicrotasks(event))),
  };
}

/** Ms of processor time in the spans; those that lie within others are not counted twice. */
function covered(spans: readonly TraceEvent[]): number {
  let total = 0;
  const ends = new Map<number, number>();
  for (const { ts, dur = 0, tdur = dur, tid } of spans.toSorted((a, b) => a.ts - b.ts)) {
    if (ts < (ends.get(tid) ?? 0)) continue;
    ends.set(tid, ts + dur);
    total += tdur;
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

async function busyFrames(context: BrowserContext, address: string): Promise<Times> {
  const page = await context.newPage();
  try {
    await page.goto(address);
    const row = page.locator('hearback-rating');
    if (address === OURS) await row.waitFor();
    const cdp = await context.newCDPSession(page);
    const times = timesOf(await trace(cdp, () => page.evaluate('run()')), address);
    // It did its work: the row went along, to the newest message.
    if (address === OURS) await page.locator(`[role="listitem"]:last-child hearback-rating`).waitFor();
    return times;
  } finally {
    await page.close();
  }
}

export async function scriptTimes(): Promise<Section> {
  await buildProduction();
  const state = mkdtempSync(join(tmpdir(), 'hearback-bench-'));
  const finders = await buildFinders();
  const stack = await startStack({ state, history: false });
  const driven = await driveBrowser({ extension: `${PRODUCTION},${finders}` });
  const times = new Map<string, Times[]>(Object.keys(PAGES).map((name) => [name, []]));
  try {
    await useServer(driven, stack.origin);
    await signIn(driven, personAt('an@acme.test').subject);
    const body = busyPage();
    await driven.context.route('https://**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, address] of Object.entries(PAGES)) {
        times.get(name)?.push(await busyFrames(driven.context, address));
      }
    }
  } finally {
    await driven.close();
    await stack.stop();
    for (const folder of [state, finders]) rmSync(folder, { recursive: true, force: true });
  }
  if (process.env.DEBUG) console.error(times);
  const time = (name: string, of: keyof Times) => median((times.get(name) ?? []).map((one) => one[of]));
  const figures: Figure[] = [
    {
      what: 'all scripts of the page, with our content script',
      value: time('ours', 'page'),
      unit: 'ms',
      beside: { what: 'with an animation finder alone', value: time('animation', 'page') },
      budget: { most: 1.5, of: 'ratio' },
      gate: true,
    },
    {
      what: 'our content script by itself',
      value: time('ours', 'own'),
      unit: 'ms',
      beside: { what: 'a querySelectorAll per mutation', value: time('query', 'own') },
      budget: { most: 0.2, of: 'ratio' },
      gate: true,
    },
    {
      what: 'our content script by itself, which also reads and asks',
      value: time('ours', 'own'),
      unit: 'ms',
      beside: { what: 'finding by animation, nothing else', value: time('animation', 'own') },
      gate: false,
    },
    {
      what: 'our content script by itself',
      value: time('ours', 'own'),
      unit: 'ms',
      beside: { what: "WXT's autoMount, for one message", value: time('wxt', 'own') },
      gate: false,
    },
  ];
  return { title: 'Script time on a busy page: 8,000 rows, 120 frames, 6 messages arrive (median)', figures };
}

// Script time on a busy page: our content script beside the cheapest and the usual ways to find messages, in one browser, in turn.
// Somebody is signed in and a row stands from the start; it goes along as messages arrive by themselves: nobody touches the page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { personAt } from '../stack/acme.ts';
import { driveBrowser, signIn, useServer } from '../stack/harness.ts';
import { startStack } from '../stack/stack.ts';
import { busyPage } from './busy-page.ts';
import { type Figure, median, type Section } from './figure.ts';
import { addressOf, buildFinders, FINDERS } from './finders/build.ts';
import { buildProduction, PRODUCTION } from './sizes.ts';
import { asks, covered, isScript, ownSpans, stands, type TraceEvent, trace } from './trace.ts';

const ROUNDS = 3;
const GMAIL = 'https://mail.google.com/';
const OURS = `${GMAIL}mail/u/0/`;
/** The same, with the row and without anything that arrives. */
const STILL = `${GMAIL}mail/u/1/`;
/** The same, with a list of so few names that a query costs next to nothing. */
const PLAIN = `${GMAIL}mail/u/2/`;
const PLAIN_QUERY = `${addressOf('query')}plain`;
const PAGES = {
  ours: OURS,
  still: STILL,
  plain: PLAIN,
  plainQuery: PLAIN_QUERY,
  ...Object.fromEntries(FINDERS.map((finder) => [finder, addressOf(finder)])),
};

interface Times {
  /** All scripts of the page together, in ms. */
  page: number;
  /** The content script alone: its calls, and the microtasks, of which the page itself has none. */
  own: number;
}

function timesOf(events: readonly TraceEvent[]): Times {
  return { page: covered(events.filter(isScript)), own: covered(ownSpans(events)) };
}

async function busyFrames(context: BrowserContext, address: string): Promise<Times> {
  const page = await context.newPage();
  try {
    await page.goto(address);
    if (address.startsWith(GMAIL)) await page.locator('hearback-rating').waitFor();
    const cdp = await context.newCDPSession(page);
    const events = await trace(cdp, async () => {
      await asks(cdp, 'run()');
      // Until its work is done, however late: the row went along, to the newest message.
      if (address === OURS || address === PLAIN) await stands(cdp, '[role="listitem"]:last-child hearback-rating');
    });
    return timesOf(events);
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
    await driven.context.route(/^https:/, (route) => {
      const url = route.request().url();
      const body = busyPage({ arriving: url !== STILL, named: url !== PLAIN && url !== PLAIN_QUERY });
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    });
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
  const figure = (what: string, name: string, than: string, peer: string, of: keyof Times = 'own') => ({
    what,
    value: time(name, of),
    unit: 'ms' as const,
    beside: { what: than, value: time(peer, of) },
  });
  const atMost = (most: number) => ({ budget: { most, of: 'ratio' as const }, gate: true });
  const QUERY = 'a querySelectorAll per mutation';
  const OWN = 'our content script by itself';
  const figures: Figure[] = [
    {
      ...figure('all scripts of the page', 'ours', 'with an animation finder alone', 'animation', 'page'),
      ...atMost(1.5),
    },
    { ...figure(OWN, 'ours', QUERY, 'query'), ...atMost(0.2) },
    {
      ...figure('the same on a page with so few names that Chromium need not walk it', 'plain', QUERY, 'plainQuery'),
      gate: false,
    },
    { ...figure(`${OWN}, where a row stands and nothing arrives`, 'still', QUERY, 'query'), gate: false },
    {
      ...figure(`${OWN}, which also reads and asks`, 'ours', 'finding by animation, nothing else', 'animation'),
      gate: false,
    },
    { ...figure(OWN, 'ours', "WXT's autoMount, for one message", 'wxt'), gate: false },
  ];
  return { title: 'Script time on a busy page: 8,000 rows, 120 frames, 6 messages arrive (median)', figures };
}

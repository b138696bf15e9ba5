// What somebody feels: how soon the row stands under an opened message, how soon a click is kept, and that nothing above it moves.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { personAt } from '../stack/acme.ts';
import { buildExtension } from '../stack/extension.ts';
import { driveBrowser, inSight, middleOfFace, signIn } from '../stack/harness.ts';
import { loaderWaits } from '../stack/loader.ts';
import { startStack } from '../stack/stack.ts';
import { type Figure, median, type Section } from './figure.ts';

/** Conversations of the sample webmail in which An finds a row. */
const THREADS = ['t-advance', 't-contract', 't-campaign', 't-delivery', 't-vpn'];

export async function felt(): Promise<Section> {
  const state = mkdtempSync(join(tmpdir(), 'hearback-bench-'));
  const stack = await startStack({ state, history: false });
  try {
    await buildExtension('development', stack.origin);
    const driven = await driveBrowser();
    try {
      await signIn(driven, personAt('an@acme.test').subject);
      const page = await driven.context.newPage();
      await page.goto(`${stack.sample}/?as=an@acme.test#t-lunch`);
      await page.locator('section.thread[data-thread="t-lunch"] .mail-body').first().waitFor();

      const first: Opened[] = [];
      for (const thread of THREADS)
        first.push(await openFirst(driven.context, `${stack.sample}/?as=an@acme.test`, thread));
      const opened: Opened[] = [];
      const online: number[] = [];
      for (const thread of THREADS) {
        opened.push(await open(page, thread));
        online.push(await click(page, 4));
      }
      stack.gate.close();
      const offline: number[] = [];
      for (const thread of THREADS) {
        opened.push(await open(page, thread));
        offline.push(await click(page, 5));
      }
      return { title: 'What somebody feels, in the sample webmail', figures: figures(first, opened, online, offline) };
    } finally {
      await driven.close();
    }
  } finally {
    await stack.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

function figures(first: Opened[], opened: Opened[], online: number[], offline: number[]): Figure[] {
  const all = [...first, ...opened];
  const ms = (what: string, values: readonly number[], most: number): Figure => ({
    what,
    value: median(values),
    unit: 'ms',
    budget: { most, of: 'value' },
    gate: false,
  });
  return [
    ms(
      'first message of a tab opened -> row visible (median)',
      first.map((one) => one.ms),
      100,
    ),
    ms(
      'message opened -> row visible (median)',
      opened.map((one) => one.ms),
      100,
    ),
    ms('click -> kept, online (median)', online, 50),
    ms('click -> kept, server unreachable (median)', offline, 50),
    {
      what: `shift of what stands above the row, ${Math.min(...all.map((one) => one.compared))} elements or more`,
      value: Math.max(...all.map((one) => one.shift)),
      unit: 'px',
      budget: { most: 0, of: 'value' },
      gate: true,
    },
  ];
}

interface Opened {
  ms: number;
  /** The farthest that an element before the row moved when it came. Pixels. */
  shift: number;
  /** How many elements stood there before it. */
  compared: number;
}

/** In a tab of its own, which showed nothing but the list until then: the script of a visit is not there yet. */
async function openFirst(context: BrowserContext, inbox: string, thread: string): Promise<Opened> {
  const page = await context.newPage();
  await page.goto(inbox);
  await page.locator(`a[href="#${thread}"]`).waitFor();
  await loaderWaits(page);
  const opened = await open(page, thread);
  await page.close();
  return opened;
}

/** Chooses a conversation in the list and waits for the frame in which its row stands. */
function open(page: Page, thread: string): Promise<Opened> {
  return page.evaluate(
    (id) =>
      new Promise<Opened>((resolve) => {
        const place = (element: Element) => {
          const { left, top } = element.getBoundingClientRect();
          return [left + scrollX, top + scrollY] as const;
        };
        let before = new Map<Element, readonly [number, number]>();
        const started = performance.now();
        const frame = () => {
          const host = document.querySelector(`section.thread[data-thread="${id}"] hearback-rating`);
          if (!host || host.getBoundingClientRect().height === 0) {
            before = new Map([...document.querySelectorAll('body *')].map((element) => [element, place(element)]));
            requestAnimationFrame(frame);
            return;
          }
          const ms = performance.now() - started;
          const moves = [...before]
            .filter(([one]) => one.isConnected && host.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
            .map(([one, [left, top]]) => {
              const [x, y] = place(one);
              return Math.max(Math.abs(x - left), Math.abs(y - top));
            });
          resolve({ ms, shift: Math.max(0, ...moves), compared: moves.length });
        };
        document.querySelector<HTMLElement>(`a[href="#${id}"]`)?.click();
        requestAnimationFrame(frame);
      }),
    thread,
  );
}

/** Clicks a face and gives the ms until the row says that the click is kept: "saved", or "kept" where the server cannot be reached. */
async function click(page: Page, score: 4 | 5): Promise<number> {
  const { x, y } = await middleOfFace(page, score);
  await inSight(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const kept = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const host = document.querySelector<HTMLElement>('hearback-rating');
        const watch = new MutationObserver(() => {
          if (host?.dataset.state !== 'saved' && host?.dataset.state !== 'queued') return;
          watch.disconnect();
          resolve(performance.timeOrigin + performance.now());
        });
        if (host) watch.observe(host, { attributeFilter: ['data-state'] });
      }),
  );
  const clicked = performance.timeOrigin + performance.now();
  await page.mouse.up();
  return (await kept) - clicked;
}

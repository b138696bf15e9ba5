// The loader: all of ours that runs on a page of a known site as long as there is nothing to read. It keeps the page from being first at
// the keys, asks how to read this frame, and has the script of a visit put in where there is something.

import type { IsolatedWorldContentScriptDefinition } from 'wxt';
import { browser } from 'wxt/browser';
import { openDoor, type StartVisit } from '../../page/door.ts';
import { createFinder } from '../../page/finder.ts';
import { createGuard } from '../../page/guard.ts';
import type { Background } from '../../page/visit.ts';
import { startWaiting } from '../../page/waiting.ts';
import type { Notice, RequestKind, Requests } from '../../protocol.ts';
import './finder.css';

// What `defineContentScript` would return, without the bytes of it.
export default {
  // The configuration of the build says them.
  matches: [],
  allFrames: true,
  runAt: 'document_start',
  main: (ctx) => begin(ctx.signal),
} satisfies IsolatedWorldContentScriptDefinition;

/** Once it has come it is kept: a site may be switched off and on again. */
let start: StartVisit | null = null;

async function begin(signal: AbortSignal): Promise<void> {
  // At once, or the page would be first.
  const vain = new AbortController();
  const ended = AbortSignal.any([signal, vain.signal]);
  const guard = createGuard(window, document.readyState !== 'loading', ended);
  const finder = createFinder(window, ended);
  const waitFor = startWaiting(window, finder, guard, (ask) =>
    background.ask('visit', ask).finally(() => {
      if (start === null && gone()) vain.abort();
    }),
  );
  // What the browser made ready before anybody opened it is not the tab's frame yet: nothing could be found again under its number.
  if (document.prerendering) await new Promise((open) => document.addEventListener('prerenderingchange', open));
  let answer = await background.ask('site', {}).catch(() => null);
  if (signal.aborted) return;
  let visit: AbortController | null = null;
  let begun = false;
  enter();

  function enter(): void {
    visit?.abort();
    if (answer === null) {
      vain.abort();
      return;
    }
    const { signs, ...ways } = answer;
    visit = new AbortController();
    if (start === null) {
      openDoor(come);
      waitFor(signs);
    } else start(window, { ...ways, background, finder, guard, signal: AbortSignal.any([ended, visit.signal]) });
  }

  function come(given: StartVisit): void {
    if (start !== null || ended.aborted) return;
    start = given;
    enter();
  }

  // For the popup, where its reader asks for a picture of the page: it is made there, and nothing of it is sent.
  browser.runtime.onMessage.addListener((asked: { kind?: string }, _sender, respond) => {
    if (asked.kind === 'page' && answer !== null && !ended.aborted) {
      respond({ html: document.documentElement.outerHTML, address: location.href });
    }
  });

  // Somebody signed in, the site was switched off or on, or there is a newer description of it.
  background.onNotice(async ({ kind }) => {
    if (kind !== 'refresh' || begun || signal.aborted) return;
    const now = await background.ask('site', {}).catch(() => answer);
    if (begun || signal.aborted || JSON.stringify(now) === JSON.stringify(answer)) return;
    answer = now;
    if (!vain.signal.aborted) return enter();
    // The guard was given up with the visit.
    begun = true;
    await begin(signal);
  });
}

/** A background that is just starting may miss a message; one that is being replaced will. */
const TRIES_MS = [0, 100, 500];

/** Replaced or removed, the script lives on without an extension. Its rows stay and say so to whoever clicks. */
const gone = () => !browser.runtime?.id;

const background: Background = {
  gone,
  async ask<K extends RequestKind>(kind: K, ask: Requests[K]['ask']): Promise<Requests[K]['answer'] | null> {
    for (const wait of TRIES_MS) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      if (gone()) break;
      const answer = await browser.runtime.sendMessage({ kind, ...ask }).catch(() => undefined);
      if (answer !== undefined) return answer;
    }
    throw new Error('nobody answered');
  },
  onNotice(listener) {
    browser.runtime.onMessage.addListener((notice: Notice) => {
      if (notice.kind === 'state' || notice.kind === 'refresh') listener(notice);
    });
  },
};

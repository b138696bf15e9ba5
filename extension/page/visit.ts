// One visit to a page: finds the conversation, asks the background which of its messages can be rated, keeps rows under them.
import type { HealthField } from '../../shared/sites/health.ts';
import type { Notice, RequestKind, Requests } from '../protocol.ts';
import type { SiteDescription } from '../sites/description.ts';
import { createCalm } from './calm.ts';
import type { Finder } from './finder.ts';
import type { Guard } from './guard.ts';
import { createHealth } from './health.ts';
import { createReading } from './reading.ts';
import { createRows } from './rows.ts';
import { createTurns } from './turns.ts';

/** The way to the background. A question that nobody answers rejects; null says that there is nothing for this page. */
export interface Background {
  ask<K extends RequestKind>(kind: K, ask: Requests[K]['ask']): Promise<Requests[K]['answer'] | null>;
  onNotice(listener: (notice: Notice) => void): void;
  /** The extension this script belongs to was replaced or removed. */
  gone(): boolean;
}

export interface VisitOptions {
  site: SiteDescription;
  /** From the company's server: used wherever it finds no less than the other. */
  newer?: SiteDescription | null;
  /** Its selectors: what this browser cannot read is not used. */
  selectors?: readonly string[];
  background: Background;
  // Made before any script of the page ran.
  finder: Finder;
  guard: Guard;
  /** Ends the visit: rows go away, nothing is left running. */
  signal: AbortSignal;
  /** For tests that look inside. */
  root?: ShadowRootMode;
}

// In seconds, as the finder counts them.
/** Where nothing was heard of, all is read this often: who reads, for instance, is named outside the conversation. */
const ALL_AFTER = 5;

export function startVisit(window: Window, options: VisitOptions): void {
  const { background, finder, guard, signal, root } = options;
  const { document, location, navigator } = window;
  const health = createHealth(
    (field) => {
      const newer = BY_NEWER.includes(field) || reading.site() !== options.site;
      void background.ask('unwell', { field, newer }).catch(() => {});
    },
    () => performance.now(),
  );
  const reading = createReading(document, options, health.say, signal);
  const calm = createCalm(window, settle, signal);
  const rows = createRows(options.site, background, guard, isCurrent, signal, root);
  const turns = createTurns((failed) => {
    if (failed) fresh = false;
    setTimeout(calm);
  });
  let url = new URL(location.href);
  /** What was last asked about. */
  let asked: string | null = null;
  /** The last answer was asked for since the background last said that there is something new. */
  let fresh = false;
  /** The next calm moment is for a look. */
  let due = false;
  /** Something came that can wait for the next tick. */
  let came = false;
  let seconds = 0;
  let readAt = -ALL_AFTER;

  finder.report({
    anchor: () => reading.site().anchor,
    changed,
    appeared,
    back: askAgain,
    rewritten,
    tick,
    shown: () => reading.page()?.bodies.values() ?? [],
  });
  background.onNotice((notice) => {
    if (signal.aborted) return;
    if (notice.kind === 'state') {
      rows.showState(notice.place, notice.state);
      return;
    }
    turns.reset();
    askAgain();
  });
  changed();

  function rewritten(): void {
    guard.renew();
    rows.makeLate();
    changed();
  }

  /**
   * Whoever comes back may have signed in elsewhere; and while the browser kept the page for the way back, the tab may have shown
   * others, and the background forgot this one.
   */
  function askAgain(): void {
    fresh = false;
    changed();
  }

  /** The signals of one moment become one look. */
  function changed(): void {
    due = true;
    calm();
  }

  /** What comes by itself where a row stands can wait. What somebody opens with a click or a key is looked at without delay. */
  function appeared(): void {
    came = rows.stand() === true && !navigator.userActivation.isActive;
    if (!came) changed();
  }

  function tick(): void {
    seconds += 1;
    const lost = rows.stand() === false || reading.page()?.root.isConnected === false || location.href !== url.href;
    if (came || reading.heard() || lost || isTimeForAll() || turns.again()) changed();
  }

  function isTimeForAll(): boolean {
    return seconds - readAt >= ALL_AFTER;
  }

  function settle(): void {
    if (due || !reading.page()?.root.isConnected) look();
    else place();
  }

  function place(): void {
    rows.place(reading.page());
    reading.listen();
  }

  /** @returns false where time was up */
  function look(): boolean {
    if (!document.body) return true;
    const elsewhere = location.href !== url.href;
    if (elsewhere) url = new URL(location.href);
    const all = elsewhere || isTimeForAll();
    due = false;
    came = false;
    if (all) readAt = seconds;
    const read = reading.look(url, all);
    if (read) ask();
    place();
    if (read) health.look(url.href, () => reading.faults(url));
    else setTimeout(changed);
    return read;
  }

  /** Before a click counts: the page may show something else since the last look. */
  function isCurrent(): boolean {
    while (!look());
    return reading.text() === asked;
  }

  function ask(): void {
    if (!turns.free()) return;
    const page = reading.page();
    const text = reading.text();
    const question = reading.question(url);
    if (question) {
      void turns.take(async () => {
        await question();
        due = true;
      });
    } else if (!(fresh && text === asked)) {
      const conversation = page?.conversation ?? null;
      fresh = true;
      void turns.take(async () => {
        // Also that there is none: the popup would still offer the last.
        const offers = await background.ask('offers', { conversation });
        // The page may have moved on meanwhile.
        due ||= !fresh || reading.text() !== text;
        if (signal.aborted || reading.page()?.conversation.id !== conversation?.id) return;
        if (conversation) rows.draw(offers, conversation.id);
        // At once: no click may come to a row that stands under what is another's by now.
        place();
        asked = text;
      });
    }
  }
}

/** What only a newer description can have. */
const BY_NEWER: readonly HealthField[] = ['selector', 'fallback'];

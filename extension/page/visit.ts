// One visit to a page: finds the conversation, asks the background which of its messages can be rated, keeps rows under them.
import type { Notice, Offers, RequestKind, Requests, SeenConversation } from '../protocol.ts';
import type { SiteDescription } from '../sites/description.ts';
import { findConversation, type ReadPage, readPage, type ShownConversation } from '../sites/reader.ts';
import { type Extra, readAddress, readSite } from '../sites/site-reads.ts';
import { startFinder } from './finder.ts';
import type { Guard } from './guard.ts';
import { createRows } from './rows.ts';

/** The way to the background. A question that nobody answers rejects; null says that there is nothing for this page. */
export interface Background {
  ask<K extends RequestKind>(kind: K, ask: Requests[K]['ask']): Promise<Requests[K]['answer'] | null>;
  onNotice(listener: (notice: Notice) => void): void;
  /** The extension this script belongs to was replaced or removed. */
  gone(): boolean;
}

export interface VisitOptions {
  site: SiteDescription;
  background: Background;
  /** Made before any script of the page ran. */
  guard: Guard;
  /** Ends the visit: rows go away, nothing is left running. */
  signal: AbortSignal;
  /** For tests that look inside. */
  root?: ShadowRootMode;
}

/** What the site's own answers told of the conversation that is shown. */
interface Told {
  /** Where it was read: another address is another conversation. */
  from: string;
  extra: Extra;
  /** Messages that the answers should have held and did not: not asked for twice. */
  missing: ReadonlySet<string>;
}

/** After a failed read or question the next is tried in 1 s, 2 s, 4 s, ... up to a minute. */
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

export function startVisit(window: Window, { site, background, guard, signal, root }: VisitOptions): void {
  const { document } = window;
  const rows = createRows(site, background, guard, signal, root);
  let told: Told | null = null;
  let offered: { reading: string; conversation: string; offers: Offers | null } | null = null;
  let shown: ShownConversation | null = null;
  let bodies: Iterable<Element> = [];
  let read: SeenConversation | null = null;
  let due = false;
  let busy = false;
  let failures = 0;
  let notBefore = 0;

  startFinder(window, site, { changed, rewritten, shown: () => bodies }, signal);
  background.onNotice((notice) => {
    if (signal.aborted) return;
    if (notice.kind === 'state') {
      rows.showState(notice.place, notice.state);
      return;
    }
    if (offered) offered.reading = '';
    failures = 0;
    notBefore = 0;
    changed();
  });
  changed();

  function rewritten(): void {
    guard.renew();
    rows.makeLate();
    changed();
  }

  /** The signals of one moment become one look. */
  function changed(): void {
    if (due || signal.aborted) return;
    due = true;
    // Not an animation frame: a tab in the background has none.
    setTimeout(() => {
      due = false;
      look();
    });
  }

  function look(): void {
    if (signal.aborted) return;
    const url = new URL(window.location.href);
    shown = document.body && findConversation(document, url, site, shown?.root ?? null);
    if (shown === null) {
      bodies = [];
      rows.place(null, null);
      return;
    }
    const { word } = shown;
    const from = site.reads.map((read) => readAddress(read, word, url)?.href).join(' ');
    const known = told?.from === from ? told : null;
    const page = readPage(document, url, site, shown, known?.extra ?? null, read);
    read = page?.conversation ?? null;
    bodies = page ? [...page.bodies.values()] : [];
    rows.place(page, page && offered?.conversation === page.conversation.id ? offered.offers : null);

    if (busy || Date.now() < notBefore) return;
    const missing = page ? missingMessages(page, known) : [];
    if (site.reads.length > 0 && (known === null || missing.some((id) => !known.missing.has(id)))) {
      step(async () => {
        const extra = await readSite(site, word, url, fetch.bind(window), signal);
        told = { from, extra, missing: new Set(missing) };
      });
    } else if (page !== null) {
      const reading = JSON.stringify(page.conversation);
      if (reading === offered?.reading) return;
      step(async () => {
        const offers = await background.ask('offers', { conversation: page.conversation });
        offered = { reading, conversation: page.conversation.id, offers };
      });
    }
  }

  /** One thing at a time, then another look: the page may have moved on. */
  async function step(work: () => Promise<void>): Promise<void> {
    busy = true;
    try {
      await work();
      failures = 0;
    } catch {
      notBefore = Date.now() + Math.min(FIRST_RETRY_MS * 2 ** failures++, LAST_RETRY_MS);
    }
    busy = false;
    changed();
  }
}

/** Comments that came in after the site was asked: a reason to ask once more. */
function missingMessages(page: ReadPage, known: Told | null): string[] {
  const listed = known?.extra.messages;
  if (!listed) return [];
  const ids = new Set(listed.map((message) => message.id));
  return [...page.bodies.keys()].filter((id) => !ids.has(id));
}

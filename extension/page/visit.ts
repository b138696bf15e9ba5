// One visit to a page: finds the conversation, asks the background which of its messages can be rated, keeps rows under them.

import type { HealthField } from '../../shared/sites/health.ts';
import { badSelector } from '../../shared/sites/selectors.ts';
import type { Notice, Offers, RequestKind, Requests, SeenConversation } from '../protocol.ts';
import type { SiteDescription } from '../sites/description.ts';
import { faultsOf } from '../sites/health.ts';
import { type Found, isPoorer } from '../sites/newer.ts';
import { findConversation, type ReadPage, readPage, type ShownConversation } from '../sites/reader.ts';
import { type Extra, readAddress, readSite } from '../sites/site-reads.ts';
import { startFinder } from './finder.ts';
import type { Guard } from './guard.ts';
import { createHealth } from './health.ts';
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
  /** From the company's server: used wherever it finds no less than the other. */
  newer?: SiteDescription | null;
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

export function startVisit(window: Window, options: VisitOptions): void {
  const { background, guard, signal, root } = options;
  const { document } = window;
  const health = createHealth(
    (field) =>
      void background.ask('unwell', { field, newer: BY_NEWER.has(field) || site !== options.site }).catch(() => {}),
    () => performance.now(),
  );
  const newer = understood(options.newer ?? null);
  /** The description in use. */
  let site = newer ?? options.site;
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

  startFinder(window, () => site.anchor, { changed, rewritten, shown: () => bodies }, signal);
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
  // Whoever comes back to a page without a row may have signed in elsewhere meanwhile.
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState !== 'visible' || !offered || (offered.offers?.offers.length ?? 0) > 0) return;
      offered.reading = '';
      changed();
    },
    { signal },
  );
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
    if (newer && document.body) choose(url, newer);
    shown = document.body && findConversation(document, url, site, shown?.root ?? null);
    if (shown === null) {
      bodies = [];
      rows.place(null, null);
      health.look(url.href, () => (document.body ? faultsOf(document, url, site, null, null) : []));
      return;
    }
    const { word } = shown;
    const from = site.reads.map((read) => readAddress(read, word, url)?.href).join(' ');
    const known = told?.from === from ? told : null;
    const page = readPage(document, url, site, shown, known?.extra ?? null, read);
    read = page?.conversation ?? null;
    bodies = page ? [...page.bodies.values()] : [];
    rows.place(page, page && offered?.conversation === page.conversation.id ? offered.offers : null);
    health.look(url.href, () => faultsOf(document, url, site, shown, page));

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

  function understood(description: SiteDescription | null): SiteDescription | null {
    const bad = description && badSelector(description, parses);
    if (bad !== null) health.say('selector');
    return bad === null ? description : null;
  }

  /** At each look anew: a page may have its old face in one place and its new one in another. */
  function choose(url: URL, newest: SiteDescription): void {
    const found = (by: SiteDescription) => findIn(document, url, by);
    const poorer = isPoorer(found(newest), () => found(options.site));
    if (poorer) health.say('fallback');
    const use = poorer ? options.site : newest;
    if (use === site) return;
    site = use;
    shown = null;
    told = null;
    read = null;
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

/** What only a newer description can have. */
const BY_NEWER: ReadonlySet<HealthField> = new Set(['selector', 'fallback']);

function parses(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

/** What the page alone tells by a description; what the site's own answers would add is the same for all. */
function findIn(document: Document, url: URL, by: SiteDescription): Found {
  const shown = findConversation(document, url, by, null);
  const page = shown && readPage(document, url, by, shown, {});
  const messages = page?.conversation.messages ?? [];
  return {
    messages: messages.length,
    authors: messages.filter(({ author, name }) => author !== null || name !== null).length,
    bodies: page?.bodies.size ?? 0,
  };
}

/** Comments that came in after the site was asked: a reason to ask once more. */
function missingMessages(page: ReadPage, known: Told | null): string[] {
  const listed = known?.extra.messages;
  if (!listed) return [];
  const ids = new Set(listed.map((message) => message.id));
  return [...page.bodies.keys()].filter((id) => !ids.has(id));
}

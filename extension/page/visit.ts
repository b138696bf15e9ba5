// One visit to a page: finds the conversation, asks the background which of its messages can be rated, keeps rows under them.

import type { HealthField } from '../../shared/sites/health.ts';
import { badSelector } from '../../shared/sites/selectors.ts';
import type { Notice, RequestKind, Requests } from '../protocol.ts';
import type { SiteDescription } from '../sites/description.ts';
import { faultsOf } from '../sites/health.ts';
import { type Found, isPoorer } from '../sites/newer.ts';
import { findConversation, type ReadPage, readPage, type ShownConversation } from '../sites/reader.ts';
import { type Extra, readAddress, readSite } from '../sites/site-reads.ts';
import { createCalm } from './calm.ts';
import type { Finder } from './finder.ts';
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
  // Made before any script of the page ran.
  finder: Finder;
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
/** Where nothing was heard of, only each so many seconds is a look. */
const LOOK_AFTER = 5;

export function startVisit(window: Window, options: VisitOptions): void {
  const { background, finder, guard, signal, root } = options;
  const { document } = window;
  const health = createHealth(
    (field) =>
      void background.ask('unwell', { field, newer: BY_NEWER.has(field) || site !== options.site }).catch(() => {}),
    () => performance.now(),
  );
  const newer = understood(options.newer ?? null);
  /** The description in use. */
  let site = newer ?? options.site;
  const calm = createCalm(window, settle, signal);
  const rows = createRows(site, background, guard, calm, signal, root);
  /** The first change in the conversation since the last look; heard of once, or a busy page would be heard all the time. */
  const touched = new MutationObserver(() => {
    touched.disconnect();
    dirty = true;
  });
  let told: Told | null = null;
  /** What was last asked about, and how many rows it got. */
  let asked: { reading: string; rows: number } | null = null;
  let shown: ShownConversation | null = null;
  let page: ReadPage | null = null;
  let address = '';
  let dirty = false;
  let seconds = 0;
  let due = false;
  /** The last answer was asked for since the background last said that there is something new. */
  let fresh = false;
  let busy = false;
  let failures = 0;
  let notBefore = 0;

  finder.report({ anchor: () => site.anchor, changed, rewritten, tick, shown: () => page?.bodies.values() ?? [] });
  background.onNotice((notice) => {
    if (signal.aborted) return;
    if (notice.kind === 'state') {
      rows.showState(notice.place, notice.state);
      return;
    }
    fresh = false;
    failures = 0;
    notBefore = 0;
    changed();
  });
  // Whoever comes back to a page without a row may have signed in elsewhere meanwhile.
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState !== 'visible' || asked?.rows !== 0) return;
      fresh = false;
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
    due = true;
    calm();
  }

  function tick(): void {
    seconds += 1;
    const heard =
      dirty || seconds >= LOOK_AFTER || window.location.href !== address || shown?.root.isConnected === false;
    if (heard || (failures > 0 && Date.now() >= notBefore)) changed();
  }

  function settle(): void {
    if (due || !page?.root.isConnected) look();
    else place();
  }

  function look(): void {
    if (!document.body) return;
    const url = new URL(window.location.href);
    touched.disconnect();
    due = false;
    dirty = false;
    seconds = 0;
    address = url.href;
    if (newer) choose(url, newer);
    shown = findConversation(document, url, site, shown?.root ?? null);
    read(url);
    place();
    health.look(url.href, () => faultsOf(document, url, site, shown, page));
    // Who reads is named outside the conversation.
    const around = shown && page?.conversation.self ? shown.root : document;
    touched.observe(around, { attributes: true, characterData: true, childList: true, subtree: true });
  }

  function read(url: URL): void {
    const before = page?.conversation ?? null;
    page = null;
    if (shown === null) return;
    const { word } = shown;
    const from = site.reads.map((read) => readAddress(read, word, url)?.href).join(' ');
    const known = told?.from === from ? told : null;
    page = readPage(document, url, site, shown, known?.extra ?? null, before);
    if (busy || Date.now() < notBefore) return;
    const missing = page ? missingMessages(page, known) : [];
    if (site.reads.length > 0 && (known === null || missing.some((id) => !known.missing.has(id)))) {
      step(async () => {
        const extra = await readSite(site, word, url, fetch.bind(window), signal);
        told = { from, extra, missing: new Set(missing) };
        due = true;
      });
    } else if (page !== null) {
      const { conversation } = page;
      const reading = JSON.stringify(conversation);
      if (fresh && reading === asked?.reading) return;
      fresh = true;
      step(async () => {
        const offers = await background.ask('offers', { conversation });
        // The page may have moved on meanwhile.
        due ||= !fresh || JSON.stringify(page?.conversation) !== reading;
        if (signal.aborted || page?.conversation.id !== conversation.id) return;
        rows.draw(offers, conversation.id);
        asked = { reading, rows: offers?.offers.length ?? 0 };
      });
    }
  }

  function place(): void {
    rows.place(page);
    // Of rows that were put in.
    touched.takeRecords();
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
    page = null;
  }

  /** One thing at a time. */
  async function step(work: () => Promise<void>): Promise<void> {
    busy = true;
    try {
      await work();
      failures = 0;
    } catch {
      fresh = false;
      notBefore = Date.now() + Math.min(FIRST_RETRY_MS * 2 ** failures++, LAST_RETRY_MS);
    }
    busy = false;
    calm();
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

// Reads the page at each look: by which description, which conversation is shown, what it holds. It asks the background nothing.
import type { HealthField } from '../../shared/sites/health.ts';
import { badSelector } from '../../shared/sites/selectors.ts';
import type { SeenConversation } from '../protocol.ts';
import type { SiteDescription } from '../sites/description.ts';
import { faultsOf } from '../sites/health.ts';
import type { ReadOnce } from '../sites/message.ts';
import { type Found, isPoorer } from '../sites/newer.ts';
import { findConversation, type ReadPage, readPage, type ShownConversation } from '../sites/reader.ts';
import { type Extra, readAddress, readSite } from '../sites/site-reads.ts';
import { readFirst } from '../sites/source.ts';
import { createMemory } from './memory.ts';

export interface Reading {
  /** The description in use. */
  readonly site: SiteDescription;
  readonly page: ReadPage | null;
  /** The conversation as it was last read, to be compared. */
  readonly text: string;
  /**
   * Reads what is new.
   * @param all whatever was heard, nothing that was read before counts
   * @returns false where time was up: the rest is read at the next look
   */
  look(url: URL, all: boolean): boolean;
  /** After a look: hears of what the page does from now on. */
  listen(): void;
  /** Something in the conversation changed since. */
  heard(): boolean;
  /** Another conversation stands there now. Asks for nothing that makes the browser lay the page out. */
  moved(url: URL): boolean;
  /** What must be asked of the site itself, if anything. */
  question(url: URL): (() => Promise<void>) | null;
  faults(url: URL): HealthField[];
}

/** What the site's own answers told of the conversation that is shown. */
interface Told {
  /** Where it was read: another address is another conversation. */
  from: string;
  extra: Extra;
  /** Messages that the answers should have held and did not: not asked for twice. */
  missing: ReadonlySet<string>;
}

/** A look takes no longer, or the page would stand still; each time that was not enough, the next may take longer. */
const SLICE_MS = 10;
const SLICE_GROWS = 1.5;

/** @param say tells of something that is wrong with the newer description */
export function createReading(
  document: Document,
  bundled: SiteDescription,
  given: SiteDescription | null,
  say: (field: HealthField) => void,
  signal: AbortSignal,
): Reading {
  const newer = understood(given);
  const memory = createMemory(signal);
  let site = newer ?? bundled;
  let told: Told | null = null;
  /** At the last look. */
  let extra: Extra | null = null;
  let address = '';
  let shown: ShownConversation | null = null;
  let page: ReadPage | null = null;
  let text = '';
  let slice = SLICE_MS;

  function understood(description: SiteDescription | null): SiteDescription | null {
    const bad = description && badSelector(description, parses);
    if (bad !== null) say('selector');
    return bad === null ? description : null;
  }

  function look(url: URL, all: boolean): boolean {
    const changed = memory.update() || all || url.href !== address;
    if (newer && changed) choose(url, newer);
    const before = shown;
    shown = findConversation(document, url, site, before?.root ?? null);
    const known: SeenConversation | null = page?.conversation ?? null;
    const same = shown?.root === before?.root && shown?.word === before?.word;
    if (!same) page = null;
    const heard = told?.from === addresses(url) ? told.extra : null;
    // What was read of a message hangs on these as well.
    if (all || !same || url.href !== address || heard !== extra) memory.clear();
    address = url.href;
    extra = heard;
    if (shown === null) return true;
    const until = performance.now() + slice;
    let late = false;
    const once: ReadOnce = (at, described, read) => {
      let message = memory.of(at, described);
      if (message !== undefined) return message;
      late = performance.now() > until;
      if (late) return undefined;
      message = read();
      memory.keep(at, described, message);
      return message;
    };
    const now = readPage(document, url, site, shown, extra, known, once);
    slice = late ? slice * SLICE_GROWS : SLICE_MS;
    if (late) return false;
    page = now;
    text = JSON.stringify(page?.conversation ?? null);
    return true;
  }

  const addresses = (url: URL) => site.reads.map((read) => shown && readAddress(read, shown.word, url)?.href).join(' ');

  /** Anew where something changed: a page may have its old face in one place and its new one in another. */
  function choose(url: URL, newest: SiteDescription): void {
    const found = (by: SiteDescription) => findIn(document, url, by);
    const poorer = isPoorer(found(newest), () => found(bundled));
    if (poorer) say('fallback');
    const use = poorer ? bundled : newest;
    if (use === site) return;
    site = use;
    shown = null;
    told = null;
    page = null;
  }

  return {
    get site() {
      return site;
    },
    get page() {
      return page;
    },
    get text() {
      return text;
    },
    look,
    listen() {
      // Who reads is named outside the conversation.
      memory.listen(shown && page?.conversation.self ? shown.root : document, shown?.root ?? null);
    },
    heard: memory.heard,
    moved(url) {
      if (shown === null) return false;
      const { root, word } = shown;
      return !root.isConnected || readFirst(site.conversation.id, { document, url, site, at: root }) !== word;
    },
    question(url) {
      if (shown === null || site.reads.length === 0) return null;
      const { word } = shown;
      const from = addresses(url);
      const known = told?.from === from ? told : null;
      const missing = page ? missingMessages(page, known) : [];
      if (known !== null && missing.every((id) => known.missing.has(id))) return null;
      return async () => {
        const extra = await readSite(site, word, url, fetch.bind(window), signal);
        told = { from, extra, missing: new Set(missing) };
      };
    },
    faults: (url) => faultsOf(document, url, site, shown, page),
  };
}

function parses(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

/** What the page alone tells by a description; what the site's own answers would add is the same for all. So many are enough. */
function findIn(document: Document, url: URL, by: SiteDescription): Found {
  const shown = findConversation(document, url, by, null);
  let left = 200;
  const page = shown && readPage(document, url, by, shown, {}, null, (_at, _by, read) => (left-- > 0 ? read() : null));
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

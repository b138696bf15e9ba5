// Reads the page at each look: by which description, which conversation is shown, what it holds. Of the background it asks only
// what a mail's header lines say.
import type { HealthField } from '../../shared/sites/health.ts';
import type { SeenConversation } from '../protocol.ts';
import type { SiteDescription } from '../sites/description.ts';
import { faultsOf } from '../sites/health.ts';
import { type Found, isPoorer } from '../sites/newer.ts';
import { findConversation, type ReadPage, readPage, type ShownConversation } from '../sites/reader.ts';
import { type Extra, readAddress, readSite } from '../sites/site-reads.ts';
import { createMemory } from './memory.ts';
import type { VisitOptions } from './visit.ts';

export interface Reading {
  /** The description in use. */
  site(): SiteDescription;
  page(): ReadPage | null;
  /** The conversation as it was last read, to be compared. */
  text(): string;
  /**
   * Reads what is new.
   * @param all whatever was heard, nothing that was read before counts
   * @returns false where time was up: the rest is read at the next look
   */
  look(url: URL, all: boolean): boolean;
  /** After a look: hears of what the page does from now on. */
  listen(): void;
  /** How many changes of the conversation since. */
  heard(): number;
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

/** @param say tells of something that is wrong with the newer description */
export function createReading(
  document: Document,
  { site: bundled, newer: given = null, selectors = [], background }: VisitOptions,
  say: (field: HealthField) => void,
  signal: AbortSignal,
): Reading {
  const newer = selectors.every(parses) ? given : null;
  if (newer !== given) say('selector');
  const memory = createMemory(signal);
  let site = newer ?? bundled;
  let told: Told | null = null;
  /** The site answers nothing to what the newer description asks. */
  let poor = false;
  /** At the last look. */
  let extra: Extra | null = null;
  let shown: ShownConversation | null = null;
  let page: ReadPage | null = null;
  let text = '';

  function look(url: URL, all: boolean): boolean {
    memory.update();
    if (newer) choose(url, newer);
    const before = shown;
    shown = findConversation(document, url, site, before?.root ?? null);
    const known: SeenConversation | null = page?.conversation ?? null;
    const same = shown?.root === before?.root && shown?.word === before?.word;
    if (!same) page = null;
    const heard = told?.from === addresses(url) ? told.extra : null;
    // What was read of a message hangs on these as well.
    if (all || !same || heard !== extra) memory.clear();
    extra = heard;
    if (shown === null) {
      text = '';
      return true;
    }
    const at = shown;
    const now = memory.read((once) => ({ page: readPage(document, url, site, at, extra, known, once) }));
    if (now === null) return false;
    page = now.page;
    text = page ? JSON.stringify(page.conversation) : '';
    return true;
  }

  const addresses = (url: URL) => site.reads.map((read) => shown && readAddress(read, shown.word, url)?.href).join(' ');

  /** Anew where something changed: a page may have its old face in one place and its new one in another. */
  function choose(url: URL, newest: SiteDescription): void {
    const found = (by: SiteDescription) => findIn(document, url, by);
    const poorer = poor || isPoorer(found(newest), () => found(bundled));
    if (poorer) say('fallback');
    const use = poorer ? bundled : newest;
    if (use === site) return;
    site = use;
    shown = null;
    told = null;
    page = null;
  }

  return {
    site: () => site,
    page: () => page,
    text: () => text,
    look,
    listen() {
      // Who reads is named outside the conversation.
      memory.listen(shown && page?.conversation.self ? shown.root : document, shown?.root ?? null);
    },
    heard: memory.heard,
    question(url) {
      if (shown === null || site.reads.length === 0) return null;
      const { word } = shown;
      const from = addresses(url);
      const known = told?.from === from ? told : null;
      const missing = page ? missingMessages(page, known) : [];
      if (known !== null && missing.every((id) => known.missing.has(id))) return null;
      return async () => {
        const toldBy = (by: SiteDescription) =>
          readSite(by, word, url, {
            get: fetch.bind(window),
            // Not here: what reads a mail's header lines would go to every page.
            parse: (source) => background.ask('headers', { source }),
            signal,
          });
        const extra = await toldBy(site);
        if (toldIn(extra) < site.reads.length) {
          // Where the newer one asks for the wrong thing, nothing on the page tells.
          poor = site !== bundled && toldIn(await toldBy(bundled)) > toldIn(extra);
          if (poor) say('fallback');
          else if (toldIn(extra) === 0) say('answer');
        }
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

/** How much the site's own answers hold. */
const toldIn = (extra: Extra) => Object.values(extra).flat().filter(Boolean).length;

/** So many messages are enough to compare two descriptions by. */
const SAMPLE = 50;

/** What the page alone tells by a description: messages, authors, recipients, bodies, who reads. */
export function findIn(document: Document, url: URL, by: SiteDescription): Found {
  const shown = findConversation(document, url, by, null);
  let left = SAMPLE;
  const page = shown && readPage(document, url, by, shown, {}, null, (_at, _by, read) => (left-- > 0 ? read() : null));
  if (!page) return [null];
  const { messages, self, selfName } = page.conversation;
  return [
    messages.length,
    messages.some(({ author, name }) => author ?? name),
    messages.some(({ recipients }) => recipients.length),
    page.bodies.size,
    self ?? selfName,
  ];
}

/** Comments that came in after the site was asked: a reason to ask once more. */
function missingMessages(page: ReadPage, known: Told | null): string[] {
  const listed = known?.extra.messages;
  if (!listed) return [];
  const ids = new Set(listed.map((message) => message.id));
  return [...page.bodies.keys()].filter((id) => !ids.has(id));
}

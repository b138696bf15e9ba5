// What `npm run site` puts into a page: it reads with the reader itself, and tells of each field where it was found.
import { findIn } from '../../extension/page/reading.ts';
import type { Account, SeenConversation } from '../../extension/protocol.ts';
import { siteAt } from '../../extension/sites/index.ts';
import { readMessage } from '../../extension/sites/message.ts';
import { isPoorer } from '../../extension/sites/newer.ts';
import { findConversation, readPage } from '../../extension/sites/reader.ts';
import { type Extra, readSite } from '../../extension/sites/site-reads.ts';
import { outside, readAll, type Scope } from '../../extension/sites/source.ts';
import type { MessageDescription, SiteDescription, Source } from '../../shared/sites/description.ts';
import { asking } from './asking.ts';

/** Where a source looks, in words; and what it found there. */
export interface Found {
  where: string;
  values: string[];
}

export interface TriedMessage {
  id: string;
  author: Account | null;
  /** Each source of the author that found anything. */
  authorFrom: Found[];
  nameFrom: Found[];
  toldByTheSite: boolean;
  own: boolean;
  internal: boolean;
  body: string;
}

export interface Tried {
  /** What stopped the reading, where something did. */
  problem: string | null;
  /** The extension would read this page by its own description, which finds something of which the newer one finds nothing. */
  poorer: boolean;
  /** Of each kind of message: how many elements match, stand in somebody's text (and are left alone), are ignored or lack an id. */
  kinds: { each: string; matching: number; inBodies: number; ignored: number; withoutId: number }[];
  reads: string;
  conversation: SeenConversation | null;
  conversationFrom: Found[];
  selfFrom: Found[];
  queueFrom: Found[];
  likeOwn: boolean;
  /** What the description says nothing of. */
  silent: string[];
  messages: TriedMessage[];
}

const NOTHING: Omit<Tried, 'problem'> = {
  poorer: false,
  kinds: [],
  reads: 'none needed',
  conversation: null,
  conversationFrom: [],
  selfFrom: [],
  queueFrom: [],
  likeOwn: false,
  silent: [],
  messages: [],
};

/**
 * The frame's conversation as a description has it, wherever the frame's address is.
 * @param own the description of the extension
 * @param newer read by this one, where there is one
 */
export async function tryRead([own, newer]: [SiteDescription, SiteDescription | null]): Promise<Tried> {
  const url = new URL(location.href);
  const tried = newer ?? own;
  const site = siteAt(url, tried.id, [tried]);
  if (!site) {
    const { query, paths } = tried;
    return {
      ...NOTHING,
      problem: `the description is not for this address (--at gives a stored page its own): it wants ${JSON.stringify({ query, paths })}`,
    };
  }
  const read = await readBy(site, url);
  const old = newer && siteAt(url, own.id, [own]);
  return { ...read, poorer: old ? isPoorer(findIn(document, url, site), () => findIn(document, url, old)) : false };
}

async function readBy(site: SiteDescription, url: URL): Promise<Tried> {
  const all: Scope = { document, url, site, at: document.documentElement };
  const kinds = site.messages.map((described) => count(described, all));
  const shown = findConversation(document, url, site, null);
  if (shown === null) {
    const roots = outside(document, site.root, site.bodies);
    const why =
      roots.length === 0
        ? `nothing matches the root ${site.root}`
        : !roots.some((root) => root.checkVisibility())
          ? `what matches the root ${site.root} is not shown`
          : `the root ${site.root} is there, but no source of the conversation's id finds anything`;
    return { ...NOTHING, kinds, problem: why };
  }
  const { extra, reads } = await answers(site, shown.word, url);
  const scope: Scope = { ...all, at: shown.root };
  const page = readPage(document, url, site, shown, extra);
  return {
    ...NOTHING,
    problem: null,
    kinds,
    reads,
    conversation: page?.conversation ?? null,
    conversationFrom: found(site.conversation.id, scope),
    selfFrom:
      extra.self === undefined ? found(site.self, all) : [{ where: 'the site’s own answer', values: [extra.self] }],
    queueFrom: found(site.queue ?? [], scope)
      .concat(found(site.queue ?? [], all))
      .slice(0, 1),
    likeOwn: site.likeOwn === true,
    silent: (['queue', 'selfName'] as const).filter((field) => site[field] === undefined),
    messages: site.messages.flatMap((described) =>
      outside(shown.root, described.each, site.bodies).flatMap((at) => tell(described, { ...scope, at }, extra)),
    ),
  };
}

async function answers(site: SiteDescription, word: string, url: URL): Promise<{ extra: Extra; reads: string }> {
  if (site.reads.length === 0) return { extra: {}, reads: NOTHING.reads };
  try {
    const extra = await readSite(site, word, url, asking(fetch.bind(window)));
    return {
      extra,
      reads: Object.keys(extra).length === 0 ? 'the site answered, but with nothing of use' : 'answered',
    };
  } catch (error) {
    return { extra: {}, reads: `failed (${error}): what only they tell is missing below` };
  }
}

function count(described: MessageDescription, scope: Scope): Tried['kinds'][number] {
  const matching = [...document.querySelectorAll(described.each)];
  const outsiders = outside(document, described.each, scope.site.bodies);
  const isIgnored = (at: Element) =>
    described.ignore !== undefined &&
    (at.matches(described.ignore) || outside(at, described.ignore, scope.site.bodies).length > 0);
  return {
    each: described.each,
    matching: matching.length,
    inBodies: matching.length - outsiders.length,
    ignored: outsiders.filter(isIgnored).length,
    withoutId: outsiders.filter((at) => readAll(described.id, { ...scope, at }).length === 0).length,
  };
}

function tell(described: MessageDescription, scope: Scope, extra: Extra): TriedMessage[] {
  const read = readMessage(scope, described, extra);
  if (!read) return [];
  const { at, site } = scope;
  const has = (selector: string | undefined) =>
    selector !== undefined && (at.matches(selector) || outside(at, selector, site.bodies).length > 0);
  const { id, author } = read.message;
  return [
    {
      id,
      author,
      authorFrom: found(described.author, scope),
      nameFrom: found(described.name ?? [], scope).slice(0, 1),
      toldByTheSite: extra.messages?.some((message) => message.id === id) ?? false,
      own: has(described.own),
      internal: has(described.internal),
      body: read.body ? `found: ${nameOf(read.body)}` : bodyless(at, id, described.body, site),
    },
  ];
}

function bodyless(at: Element, id: string, body: string, { bodies }: SiteDescription): string {
  const selector = body.replace('{id}', CSS.escape(id));
  const any = [...at.querySelectorAll(selector)];
  if (any.length === 0) return `none: nothing in it matches ${selector}`;
  const outer = any.filter((element) => !element.parentElement?.closest(bodies));
  return outer.length === 0 ? 'none: what matches stands in somebody’s text' : 'collapsed: it is there, but not shown';
}

const nameOf = (element: Element) =>
  element.localName +
  (element.id
    ? `#${element.id}`
    : [...element.classList]
        .map((name) => `.${name}`)
        .join('')
        .slice(0, 60));

function found(sources: readonly Source[], scope: Scope): Found[] {
  return sources
    .map((source) => ({ where: placeOf(source), values: readAll([source], scope) }))
    .filter(({ values }) => values.length > 0);
}

function placeOf(source: Source): string {
  if (source.from === 'join') return source.parts.map(placeOf).join(' and ');
  switch (source.from) {
    case 'attribute':
      return `${source.name} of ${source.of ?? 'the element itself'}`;
    case 'text':
      return `text of ${source.of}`;
    case 'query':
      return `?${source.name}= of the address`;
    case 'script':
      return `script, after ${source.value}`;
    case 'fixed':
      return `always "${source.text}"`;
    default:
      return `the ${source.from === 'title' ? 'title' : `address’s ${source.from}`}`;
  }
}

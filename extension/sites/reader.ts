// Reads a page by its site's description: which conversation is shown, what its messages are, and in which order they were written. Pure.
import type { SeenConversation, SeenMessage } from '../protocol.ts';
import type { SiteDescription } from './description.ts';
import { accountOn, asShown, type ReadMessage, type ReadOnce, readAccount, readMessage } from './message.ts';
import type { Extra } from './site-reads.ts';
import { outside, readFirst, type Scope } from './source.ts';

export interface ReadPage {
  conversation: SeenConversation;
  /** What the page itself shows of it. */
  shown: readonly ReadMessage[];
  root: Element;
  /** The body of each expanded message, by the message's id. A row stands after it. */
  bodies: ReadonlyMap<string, Element>;
}

export interface ShownConversation {
  root: Element;
  /** The site's own word for it, as it stands in the page. */
  word: string;
}

/**
 * The conversation that is shown; null where none is.
 * @param before the root it had at the last look: tried first, which saves a search of the whole page
 */
export function findConversation(
  document: Document,
  url: URL,
  site: SiteDescription,
  before: Element | null,
): ShownConversation | null {
  const at = (root: Element): ShownConversation | null => {
    const word = root.checkVisibility() ? readFirst(site.conversation.id, { document, url, site, at: root }) : null;
    return word === null ? null : { root, word };
  };
  const same = before?.isConnected && before.matches(site.root) ? at(before) : null;
  if (same) return same;
  for (const root of outside(document, site.root, site.bodies)) {
    const found = at(root);
    if (found) return found;
  }
  return null;
}

/**
 * @param extra what the site's own answers told; null while they are on their way
 * @param before what was read at the last look: who reads stands outside the conversation, and a search of the whole page is dear
 * @param once reads a message that is not known yet
 * @returns null where not enough is known of it yet, or where time was up before all messages were read
 */
export function readPage(
  document: Document,
  url: URL,
  site: SiteDescription,
  { root, word }: ShownConversation,
  extra: Extra | null,
  before: SeenConversation | null = null,
  once: ReadOnce = (_at, _described, read) => read(),
): ReadPage | null {
  if (site.reads.length > 0 && extra === null) return null;
  const scope = { document, url, site, at: root };
  // Who is reading often stands outside the conversation.
  const wide = { ...scope, at: document.documentElement };
  const shown = readMessages(scope, wide, extra, once);
  if (shown === null) return null;
  const id = conversationId(scope, word, extra);
  const known = before?.id === id ? before : null;
  const self = extra?.self === undefined ? null : accountOn(url, site.accounts, extra.self);
  const queue = readFirst(site.queue ?? [], scope) ?? readFirst(site.queue ?? [], wide);
  return {
    root,
    shown,
    conversation: {
      site: site.id,
      id,
      self: self ?? known?.self ?? readAccount(site.self, wide) ?? readAccount(site.self, scope),
      selfName: known?.selfName ?? readFirst(site.selfName ?? [], wide),
      kind: site.kind,
      queue: queue === null ? null : `${url.host}/${queue}`,
      messages: withHidden(shown, scope, extra),
    },
    bodies: new Map(shown.flatMap(({ message, body }) => (body === null ? [] : [[message.id, body]]))),
  };
}

function conversationId(scope: Scope, word: string, extra: Extra | null): string {
  const { conversation } = scope.site;
  if (conversation.thread && extra?.headers?.thread) return extra.headers.thread;
  const within = readFirst(conversation.within ?? [], scope);
  return [conversation.perHost ? scope.url.host : null, within, word].filter((part) => part !== null).join('/');
}

/** The messages that the page shows, in the order of writing as far as the page alone tells it. */
function readMessages(scope: Scope, wide: Scope, extra: Extra | null, once: ReadOnce): ReadMessage[] | null {
  const { site } = scope;
  const opening: ReadMessage[] = [];
  const shown: ReadMessage[] = [];
  for (const described of site.messages) {
    let before: ReadMessage | null = null;
    for (const at of outside(scope.at, described.each, site.bodies)) {
      const known = once(at, described, () => readMessage({ ...scope, at }, described, extra));
      if (known === undefined) return null;
      // Whatever `bodies` may have forgotten: what stands in somebody's text is no message.
      if (known === null || before?.body?.contains(at)) continue;
      const read = asShown(known);
      if (read.continues && before && isAnswer(before) === isAnswer(read)) {
        const { author, name } = before.message;
        // A name does not resolve a note, whoever wrote before.
        read.message = { ...read.message, author, name: read.internal ? null : name };
      }
      before = read;
      // What there is only once opened the conversation, wherever the page shows it.
      (described.id.some(({ from }) => from === 'fixed') ? opening : shown).push(read);
    }
  }
  if (site.messages.length > 1) shown.sort((a, b) => (follows(a.element, b.element) ? 1 : -1));
  if (site.newestFirst && outside(wide.at.ownerDocument, site.newestFirst, site.bodies).length > 0) {
    shown.reverse();
  }
  if (site.idsGrow) shown.sort((a, b) => numberIn(a) - numberIn(b));
  shown.unshift(...opening);
  return site.idsRepeat ? numbered(shown) : shown;
}

/** Whether the one stands after the other in the document. */
export const follows = (a: Element, b: Element) =>
  (b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
/** Notes included. */
const isAnswer = ({ internal, message }: ReadMessage) => internal || message.staff;
const numberIn = ({ message }: ReadMessage) => Number(/\d+$/.exec(message.id)?.[0] ?? 0);

function numbered(shown: ReadMessage[]): ReadMessage[] {
  const counts = new Map<string, number>();
  return shown.map((read) => {
    const { id } = read.message;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? read : { ...read, message: { ...read.message, id: `${id} ${count}` } };
  });
}

/** Comments that the page has not loaded count as well, and so does the opening of a ticket. */
function withHidden(shown: readonly ReadMessage[], { site, url }: Scope, extra: Extra | null): SeenMessage[] {
  const hidden = (id: string, author: string, sentAt: number | null): SeenMessage => ({
    id,
    author: accountOn(url, site.accounts, author),
    name: null,
    staff: false,
    recipients: [],
    sentAt,
    automatic: false,
    expanded: false,
  });
  const known = new Set(shown.map(({ message }) => message.id));
  const all = [
    ...(extra?.messages ?? []).filter((m) => !known.has(m.id)).map((m) => hidden(m.id, m.author, m.sentAt)),
    ...shown.map(({ message }) => message),
  ];
  // Where every time is known they decide.
  if (all.every((message) => message.sentAt !== null)) all.sort((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0));
  const { opening } = extra ?? {};
  return opening ? [hidden('opening', opening.author, opening.sentAt), ...all] : all;
}

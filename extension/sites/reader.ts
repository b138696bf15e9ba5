// Reads a page by its site's description: which conversation is shown, who wrote its messages, and where rows can stand. Pure.
import type { Account, SeenConversation, SeenMessage } from '../protocol.ts';
import type { SiteDescription } from './description.ts';
import type { Extra } from './site-reads.ts';
import { moment, outside, readAll, readFirst, type Scope } from './source.ts';

export interface ReadPage {
  conversation: SeenConversation;
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
    const word = readFirst(site.conversation.id, { document, url, site, at: root });
    return word === null ? null : { root, word };
  };
  const same = before?.isConnected && before.matches(site.root) && isShown(before) ? at(before) : null;
  if (same) return same;
  for (const root of outside(document, site.root, site.bodies)) {
    const found = isShown(root) ? at(root) : null;
    if (found) return found;
  }
  return null;
}

/**
 * @param extra what the site's own answers told; null while they are on their way
 * @returns null where not enough is known of it yet
 */
export function readPage(
  document: Document,
  url: URL,
  site: SiteDescription,
  { root, word }: ShownConversation,
  extra: Extra | null,
): ReadPage | null {
  if (site.reads.length > 0 && extra === null) return null;
  const scope = { document, url, site, at: root };
  const shown = outside(root, site.message.each, site.bodies).flatMap((element) => {
    const message = readMessage({ ...scope, at: element }, extra);
    return message === null ? [] : [message];
  });
  // Who is reading often stands outside the conversation.
  const wide = { ...scope, at: document.documentElement };
  const self = extra?.self ?? readFirst(site.self, wide) ?? readFirst(site.self, scope);
  return {
    root,
    conversation: {
      site: site.id,
      id: conversationId(scope, word, extra),
      self: self === null ? null : { kind: site.accounts, id: self },
      kind: site.kind,
      messages: inOrder(
        shown.map(({ message }) => message),
        site,
        extra,
      ),
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

function readMessage(scope: Scope, extra: Extra | null): { message: SeenMessage; body: Element | null } | null {
  const { site, at } = scope;
  const id = readFirst(site.message.id, scope);
  if (id === null) return null;
  const account = (name: string): Account => ({ kind: site.accounts, id: name });
  const told = extra?.messages?.find((message) => message.id === id);
  const authors = told ? [told.author] : readAll(site.message.author, scope);
  const [author] = authors;
  const recipients = new Set([...readAll(site.message.recipients, scope), ...(extra?.headers?.recipients ?? [])]);
  const sentAt = readFirst(site.message.sentAt, scope);
  const body = bodyOf(at, id, site);
  return {
    message: {
      id,
      // Two names in one header: whose word it is cannot be said.
      author: author !== undefined && authors.length === 1 ? account(author) : null,
      recipients: [...recipients].map(account),
      sentAt: told?.sentAt ?? extra?.headers?.sentAt ?? (sentAt === null ? null : moment(sentAt)),
      automatic:
        (site.message.automatic !== undefined && at.matches(site.message.automatic)) ||
        (extra?.headers?.automatic ?? false) ||
        (site.accounts === 'mail' && author !== undefined && isRobot(author)),
      expanded: body !== null,
    },
    body,
  };
}

/** The outermost one, where it is shown: what looks like a body further in was written by somebody. */
function bodyOf(message: Element, id: string, { message: { body }, bodies }: SiteDescription): Element | null {
  const found = [...message.querySelectorAll(body.replace('{id}', CSS.escape(id)))].find(
    (element) => !element.parentElement?.closest(bodies),
  );
  return found && isShown(found) ? found : null;
}

/** Comments that the page has not loaded count as well, and so does the opening of a ticket. */
function inOrder(shown: SeenMessage[], site: SiteDescription, extra: Extra | null): SeenMessage[] {
  const hidden = (id: string, author: string, sentAt: number | null): SeenMessage => ({
    id,
    author: { kind: site.accounts, id: author },
    recipients: [],
    sentAt,
    automatic: false,
    expanded: false,
  });
  const known = new Set(shown.map((message) => message.id));
  const all = [
    ...(extra?.messages ?? []).filter((m) => !known.has(m.id)).map((m) => hidden(m.id, m.author, m.sentAt)),
    ...shown,
  ];
  // Where every time is known they decide; else the page's order is the order of writing.
  if (all.every((message) => message.sentAt !== null)) all.sort((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0));
  const { opening } = extra ?? {};
  return opening ? [hidden('opening', opening.author, opening.sentAt), ...all] : all;
}

function isRobot(address: string): boolean {
  return /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?)\b/.test(address);
}

function isShown(element: Element): boolean {
  return element.checkVisibility();
}

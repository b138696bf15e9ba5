// Reads one message by its description: who wrote it, when, to whom, and where a row can stand. Pure.
import { type AccountKind, KINDS_WITHOUT_HOST } from '../../shared/words.ts';
import type { Account, SeenMessage } from '../protocol.ts';
import type { MessageDescription, SiteDescription, Source } from './description.ts';
import type { Extra } from './site-reads.ts';
import { moment, outside, readAll, readFirst, type Scope } from './source.ts';

export interface ReadMessage {
  kind: MessageDescription;
  message: SeenMessage;
  /** Where it stands on the page. */
  element: Element;
  /** Whether it is shown may change at any time. */
  body: Element | null;
  /** A note among those who answer. */
  internal: boolean;
  /** It leaves out who wrote it, for that stands before. */
  continues: boolean;
}

/** Reads a message, or tells what is known of it already; undefined where there is no time left to read. */
export type ReadOnce = (
  at: Element,
  described: MessageDescription,
  read: () => ReadMessage | null,
) => ReadMessage | null | undefined;

export function readMessage(scope: Scope, described: MessageDescription, extra: Extra | null): ReadMessage | null {
  const { site, at, url } = scope;
  const wide = { ...scope, at: scope.document.documentElement };
  const matches = (selector: string | undefined) =>
    selector !== undefined && (at.matches(selector) || outside(at, selector, site.bodies).length > 0);
  const id = readFirst(described.id, scope);
  if (id === null || matches(described.ignore)) return null;
  const told = extra?.messages?.find((message) => message.id === id);
  const own = matches(described.own);
  const named = own
    ? readAccount(site.self, wide)
    : told
      ? accountOn(url, site.accounts, told.author)
      : readAccount(described.author, scope);
  const author = extra?.headers?.from[1] ? null : named;
  const internal = matches(described.internal);
  const name = own || internal || site.kind === 'mail' ? null : readFirst(described.name ?? [], scope);
  const body = bodyOf(at, id, described.body, site);
  return {
    kind: described,
    element: at,
    internal,
    continues: described.begins !== undefined && !matches(described.begins),
    message: {
      id,
      author,
      name,
      ...(described.freeName && { free: described.freeName }),
      staff: !internal && (described.staff === true || matches(described.staff)),
      recipients: recipientsOf(described.recipients ?? [], scope, extra),
      sentAt: told?.sentAt ?? extra?.headers?.sentAt ?? moment(readFirst(described.sentAt ?? [], scope) ?? ''),
      automatic:
        matches(described.automatic) ||
        (extra?.headers?.automatic ?? false) ||
        (author?.kind === 'mail' && isRobot(author.id)),
      expanded: false,
    },
    body,
  };
}

/** The one account that these sources name. Two names in one header: whose word it is cannot be said. */
export function readAccount(sources: readonly Source[], scope: Scope): Account | null {
  for (const kind of new Set(sources.map((source) => kindOf(source, scope)))) {
    const [id, second] = readAll(
      sources.filter((source) => kindOf(source, scope) === kind),
      scope,
    );
    if (id !== undefined) return second === undefined ? accountOn(scope.url, kind, id) : null;
  }
  return null;
}

/** Each id is unique in the company. */
export const accountOn = (url: URL, kind: AccountKind, id: string): Account => ({
  kind,
  id: KINDS_WITHOUT_HOST.includes(kind) && !isOwnGitHub(url, kind) ? id : `${url.host}/${id}`,
});

/** A company's own GitHub gives its logins itself: on github.com somebody else may have the same. */
const isOwnGitHub = ({ host }: URL, kind: AccountKind) => kind === 'github' && host !== 'github.com';

const kindOf = (source: Source, { site }: Scope) => (source.from === 'join' ? undefined : source.kind) ?? site.accounts;

function recipientsOf(sources: readonly Source[], scope: Scope, extra: Extra | null): Account[] {
  const ids = new Set([...readAll(sources, scope), ...(extra?.headers?.recipients ?? [])]);
  return [...ids].map((id) => accountOn(scope.url, scope.site.accounts, id));
}

/** Whether a row can stand there is told of each message as the page is now, however long ago it was read. */
export function asShown(read: ReadMessage): ReadMessage {
  if (!read.body?.checkVisibility()) return { ...read, body: null };
  return { ...read, message: { ...read.message, expanded: true } };
}

/**
 * The outermost one: what looks like a body further in was written by somebody. One of which `bodies` knows nothing is none: a
 * description that forgets what people write would let their texts speak.
 */
function bodyOf(message: Element, id: string, selector: string, { bodies }: SiteDescription): Element | null {
  const found = message.querySelectorAll(
    selector.includes('{id}') ? selector.replace('{id}', CSS.escape(id)) : selector,
  );
  const first = [...found].find((element) => !element.parentElement?.closest(bodies));
  return first?.closest(bodies) || first?.querySelector(bodies) ? first : null;
}

export function isRobot(address: string): boolean {
  return /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|notifications?)\b/.test(address);
}

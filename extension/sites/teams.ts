// Which team wrote a message, by what the page shows of its author. Pure.
import { nameKey } from '../../shared/directory/format.ts';
import type { Account, SeenConversation, SeenMessage } from '../protocol.ts';

export interface Known {
  /** Accounts, full names and queues that the directory knows, by `accountKey`, with the team that is rated for them. */
  teams: ReadonlyMap<string, number>;
  /** What the reader said of authors whom nothing else tells, by `authorKey`; null: none of the teams. */
  told?: ReadonlyMap<string, number | null>;
}

/** A name as it is compared. */
export const nameWords = (name: string): string => nameKey(name) ?? name.toLowerCase();

/** A name is the same account whichever of its parts comes first. */
export const accountKey = ({ kind, id }: Account): string => `${kind}:${kind === 'name' ? nameKey(id) : id}`;

/**
 * By what an author is remembered where the directory does not know them; null where there is nothing to know them by, or where
 * a mail address that the company does not know says that they are from outside. On lists anybody may choose any name: there it
 * stands for the same person in one conversation only.
 */
export function authorKey(
  { author, name, free }: SeenMessage,
  { kind, id }: Pick<SeenConversation, 'kind' | 'id'>,
): string | null {
  if (author?.kind === 'mail') return null;
  if (author) return accountKey(author);
  if (name === null || free) return null;
  const known = nameWords(name);
  return kind === 'list' ? `name in ${id}:${known}` : `name:${known}`;
}

/** The queue's team, or the unique name's, is only asked for where the site itself vouches for them. */
export function accountsOf(message: SeenMessage, { kind, queue }: Pick<SeenConversation, 'kind' | 'queue'>): Account[] {
  const accounts: Account[] = message.author ? [message.author] : [];
  if (message.address !== undefined) accounts.push({ kind: 'mail', id: message.address });
  if (message.staff && queue !== null) accounts.push({ kind: 'queue', id: queue });
  const isOutside = message.author?.kind === 'mail';
  if (kind === 'ticket' && !isOutside && !message.free && message.name !== null && nameKey(message.name) !== null) {
    accounts.push({ kind: 'name', id: message.name });
  }
  return accounts;
}

/** undefined: nobody knows; null: the reader said that it is none of the teams. */
export function teamOf(
  message: SeenMessage,
  conversation: Pick<SeenConversation, 'id' | 'kind' | 'queue'>,
  { teams, told }: Known,
): number | null | undefined {
  for (const account of accountsOf(message, conversation)) {
    const team = teams.get(accountKey(account));
    if (team !== undefined) return team;
  }
  const key = conversation.kind === 'mail' ? null : authorKey(message, conversation);
  return key === null ? undefined : told?.get(key);
}

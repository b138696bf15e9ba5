// Decides which messages of a conversation are responses that the reader may rate (DESIGN.md section 1). Pure.
import type { Wait } from '../../shared/words.ts';
import type { Account, SeenConversation, SeenMessage } from '../protocol.ts';

export interface Me {
  /** The team that the reader belongs to, as it is rated. */
  team: number;
  /** The reader's own accounts, `${kind}:${id}`. */
  accounts: readonly string[];
}

export interface Response {
  message: string;
  team: number;
  wait: Wait | null;
}

/** Most people that a message may be addressed to and still be an answer to one of them. */
const MOST_RECIPIENTS = 10;

export const accountKey = ({ kind, id }: Account): string => `${kind}:${id}`;

/**
 * The newest expanded response of each other team, in the order of writing.
 * @param teamOf accounts that the directory knows, by `${kind}:${id}`, with the team that is rated for them
 */
export function chooseResponses(
  conversation: SeenConversation,
  teamOf: ReadonlyMap<string, number>,
  me: Me,
): Response[] {
  const mine = new Set(me.accounts);
  const { self, messages } = conversation;
  // Whom the page says is reading may be the reader under another address, or a shared mailbox of theirs, but nobody else's.
  if (self && (teamOf.get(accountKey(self)) ?? me.team) === me.team) mine.add(accountKey(self));

  const team = ({ author }: SeenMessage) => (author ? teamOf.get(accountKey(author)) : undefined);
  const isOurs = (message: SeenMessage) =>
    message.author !== null && (mine.has(accountKey(message.author)) || team(message) === me.team);

  const newest = new Map<number, Response>();
  messages.forEach((message, index) => {
    const by = team(message);
    if (by === undefined || isOurs(message) || !message.expanded || isBroadcast(message)) return;
    const asked = messages.slice(0, index).findLast(isOurs);
    if (!asked && !message.recipients.some((recipient) => mine.has(accountKey(recipient)))) return;
    newest.delete(by);
    newest.set(by, { message: message.id, team: by, wait: waitBetween(asked, message) });
  });
  return [...newest.values()];
}

function isBroadcast(message: SeenMessage): boolean {
  return message.automatic || message.recipients.length > MOST_RECIPIENTS;
}

function waitBetween(asked: SeenMessage | undefined, answered: SeenMessage): Wait | null {
  if (asked?.sentAt == null || answered.sentAt === null) return null;
  return waitBucket(answered.sentAt - asked.sentAt);
}

const HOUR = 60 * 60 * 1000;

/** @param ms from question to answer; negative (clocks that disagree) is no wait that can be told */
export function waitBucket(ms: number): Wait | null {
  if (!(ms >= 0)) return null;
  if (ms < HOUR) return '1h';
  if (ms < 4 * HOUR) return '4h';
  if (ms < 24 * HOUR) return '1d';
  return ms < 72 * HOUR ? '3d' : 'more';
}

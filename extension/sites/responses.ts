// Decides which messages of a conversation are responses that the reader may rate (DESIGN.md section 1). Pure.
import type { Wait } from '../../shared/words.ts';
import type { SeenConversation, SeenMessage } from '../protocol.ts';
import { accountKey, authorKey, type Known, nameWords, teamOf } from './teams.ts';

export interface Me {
  /** The team that the reader belongs to, as it is rated. */
  team: number;
  /** The reader's own accounts, by `accountKey`. */
  accounts: readonly string[];
  /** As the company writes it. */
  name?: string;
}

export interface Response {
  message: string;
  team: number;
  wait: Wait | null;
}

/** Most people that a message may be addressed to and still be an answer to one of them. */
const MOST_RECIPIENTS = 10;

/** The newest expanded response of each other team, in the order of writing. */
export function chooseResponses(conversation: SeenConversation, known: Known, me: Me): Response[] {
  const newest = new Map<number, Response>();
  for (const { message, asked } of answers(conversation, known, me)) {
    const team = teamOf(message, conversation, known);
    if (typeof team !== 'number') continue;
    newest.delete(team);
    newest.set(team, { message: message.id, team, wait: waitBetween(asked, message) });
  }
  return [...newest.values()];
}

/**
 * The newest answer by somebody of whom only the reader can say which team they are of. Never on mail: there an address that
 * the company does not know is an outsider's. Where the site marks who answers there, nobody else is asked
 * about, and nobody whose name it does not show.
 */
export function chooseUnknown(conversation: SeenConversation, known: Known, me: Me): SeenMessage | null {
  if (conversation.kind === 'mail') return null;
  const marked = conversation.messages.some(({ staff }) => staff);
  const unknown = answers(conversation, known, me).findLast(
    ({ message }) =>
      (message.staff || !marked) &&
      message.name !== null &&
      !message.free &&
      authorKey(message, conversation) !== null &&
      teamOf(message, conversation, known) === undefined,
  );
  return unknown?.message ?? null;
}

interface Answer {
  message: SeenMessage;
  /** The last message before it of the reader or their team. */
  asked: SeenMessage | undefined;
}

/** What others wrote to the reader, whoever they are. */
function answers(conversation: SeenConversation, known: Known, me: Me): Answer[] {
  const mine = new Set(me.accounts);
  const { self, selfName, messages } = conversation;
  // Whom the page says is reading may be the reader under another address, or a shared mailbox of theirs, but nobody else's.
  if (self && (known.teams.get(accountKey(self)) ?? me.team) === me.team) mine.add(accountKey(self));
  const names = new Set([me.name, selfName].flatMap((name) => (name ? nameWords(name) : [])));

  // A name says nothing where an account does: the directory knows it, or it is another one than the reader's on the same site.
  const isNameless = ({ author }: SeenMessage) =>
    author !== null && (known.teams.has(accountKey(author)) || author.kind === self?.kind);
  const isMine = (message: SeenMessage) => {
    const { author, name, address } = message;
    if (author !== null && mine.has(accountKey(author))) return true;
    if (address !== undefined && mine.has(`mail:${address}`)) return true;
    return name !== null && !isNameless(message) && names.has(nameWords(name));
  };
  const isOurs = (message: SeenMessage) => isMine(message) || teamOf(message, conversation, known) === me.team;

  return messages.flatMap((message, index) => {
    if (isOurs(message) || !message.expanded || isBroadcast(message)) return [];
    const asked = messages.slice(0, index).findLast(isOurs);
    const addressed = message.recipients.some((recipient) => mine.has(accountKey(recipient)));
    return asked || addressed ? [{ message, asked }] : [];
  });
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

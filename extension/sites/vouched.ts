// What a page says of people beside their accounts, as far as it can be believed: whose people a host holds, and what a sender
// may have put into a name, the page itself does not tell. Pure.
import type { SeenConversation, SeenMessage } from '../protocol.ts';
import type { SiteDescription } from './description.ts';
import { standsOn } from './hosts.ts';
import { isRobot } from './message.ts';
import type { Me } from './responses.ts';
import { accountKey, nameWords } from './teams.ts';

interface Ground {
  /** How people are shown is each reader's choice there. */
  likeOwn: boolean;
  /** Every company may have a host like this, and this company did not list it as its own. */
  anybodys: boolean;
}

/**
 * @param ways the descriptions that a page may be read by
 * @param set the sites that the company set for its origin; null: none
 */
export const groundOf = (ways: readonly SiteDescription[], url: URL, set: readonly string[] | null): Ground => ({
  likeOwn: ways.some((site) => site.likeOwn === true),
  anybodys:
    set === null && ways.some(({ hosts }) => hosts.some((host) => host.includes('*') && standsOn(url.hostname, host))),
});

/** The conversation without what nobody vouches for. */
export function vouched(conversation: SeenConversation, { likeOwn, anybodys }: Ground, me: Me): SeenConversation {
  const seen = likeOwn ? asOwnIsShown(conversation, me) : conversation;
  // At a client's or a supplier's somebody may have a colleague's name, and of what team the others are nobody here can say: as on
  // mail, only accounts count.
  return anybodys ? { ...seen, kind: 'mail', queue: null } : seen;
}

/**
 * Where a name may be shown alone it may end like what else stands beside one: nothing that does counts, unless a message of
 * the reader's own shows theirs so. What they are called nobody else chooses.
 */
function asOwnIsShown(conversation: SeenConversation, me: Me): SeenConversation {
  const { self, selfName, messages } = conversation;
  const names = new Set([me.name, selfName].flatMap((name) => (name ? nameWords(name) : [])));
  const isShownSo = messages.some(
    ({ author, name }) =>
      self !== null &&
      author !== null &&
      accountKey(author) === accountKey(self) &&
      name !== null &&
      (me.accounts.includes(`mail:${name}`) || names.has(nameWords(name))),
  );
  return { ...conversation, messages: messages.map((message) => beside(message, isShownSo)) };
}

/** An address that stands where a name may stand is one of the author's accounts, or nothing. */
function beside(message: SeenMessage, counts: boolean): SeenMessage {
  const { name } = message;
  if (name === null) return message;
  if (!name.includes('@')) return counts ? message : { ...message, free: true };
  const known = counts ? { address: name, automatic: message.automatic || isRobot(name) } : {};
  return { ...message, name: null, ...known };
}

// What a page says of people beside their accounts, as far as it can be believed: what a sender may have put into a name, the
// page itself does not tell. Pure.
import type { SeenConversation, SeenMessage } from '../protocol.ts';
import type { SiteDescription } from './description.ts';
import { isRobot } from './message.ts';
import type { Me } from './responses.ts';
import { accountKey, nameWords } from './teams.ts';

interface Ground {
  /** How people are shown is each reader's choice there. */
  likeOwn: boolean;
}

/** @param ways the descriptions that a page may be read by */
export const groundOf = (ways: readonly SiteDescription[]): Ground => ({
  likeOwn: ways.some((site) => site.likeOwn === true),
});

/** The conversation without what nobody vouches for. */
export const vouched = (conversation: SeenConversation, ground: Ground, me: Me): SeenConversation =>
  ground.likeOwn ? asOwnIsShown(conversation, me) : conversation;

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

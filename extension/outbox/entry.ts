// One click that waits to be sent. There is one entry per place; a newer click takes the place of an unsent one.
import type { RatingEvent } from '../../shared/api/schemas.ts';
import type { Score, Wait } from '../../shared/words.ts';

/** Whose entry it is: server and account in one word. Nobody else's sign-in ever sends it. */
export type Owner = string & { readonly owner: unique symbol };

/** @param account as the server names it: opaque, the same on every device */
export const ownerOf = (server: string, account: string): Owner => `${server} ${account}` as Owner;

export const isAt = (owner: Owner, server: string): boolean => owner.startsWith(`${server} `);

/** What the outbox holds one word on: a team in a conversation, named by the rater's own key. */
export interface Spot {
  conversation: string;
  team: number;
}

export interface Entry {
  owner: Owner;
  event: RatingEvent;
  /** ms since 1970 before which it is not tried: set when the server did not understand it, so that the others pass. */
  heldUntil: number;
}

export interface Click extends Spot {
  /** null takes back what was said before. */
  score: Score | null;
  wait: Wait | null;
}

/**
 * The entry for a click. Its rev is greater than every rev this device gave before, whatever the clock does meanwhile,
 * so that the newest click wins on the server in whatever order events arrive.
 * @param last the greatest rev this device ever gave; the returned entry's rev is the next one, to be stored in the same write
 */
export function enter(owner: Owner, click: Click, last: number, now: number, id: string): Entry {
  const { conversation, team, score, wait } = click;
  const event: RatingEvent = { id, rev: Math.max(now, last + 1), team, conversation, score };
  return { owner, event: wait === null ? event : { ...event, wait }, heldUntil: 0 };
}

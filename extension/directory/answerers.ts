// What the user said of authors whom nothing else tells: "which team answered?" is asked once. Kept on this machine only, under
// names that say nothing to whoever reads the disk.
import { conversationKey } from '../account/conversation-key.ts';
import { allOf, database, type SignedIn } from '../database.ts';
import type { Owner } from '../outbox/entry.ts';

/** @param author `authorKey` of one of the host's messages */
export const answererKey = (account: SignedIn, host: string, author: string): Promise<string> =>
  conversationKey(account.conversationSecret, `author ${host}`, author);

export async function rememberAnswerer(owner: Owner, key: string, team: number | null): Promise<void> {
  await (await database()).put('answerers', { owner, key, team });
}

/** What was said of these, by their keys; null: none of the teams. */
export async function toldOf(owner: Owner, keys: readonly string[]): Promise<Map<string, number | null>> {
  if (keys.length === 0) return new Map();
  const { store } = (await database()).transaction('answerers');
  const found = await Promise.all(keys.map((key) => store.get([owner, key])));
  return new Map(found.flatMap((one) => (one ? [[one.key, one.team] as const] : [])));
}

/** At sign-out. */
export async function forgetAnswerers(owner: Owner): Promise<void> {
  await (await database()).delete('answerers', allOf(owner));
}

// For which hosts somebody asked their admin that they be recognised: it is offered once. On this machine only, no host by its name.
import { ownedBy } from '../account/account.ts';
import { conversationKey } from '../account/conversation-key.ts';
import { allOf, database, type SignedIn } from '../database.ts';
import type { Owner } from '../outbox/entry.ts';

/** What too few have asked for ends with the quarter on the server: then it may be asked for again. */
const QUARTER_MS = 92 * 24 * 60 * 60_000;

const keyOf = ({ conversationSecret }: SignedIn, host: string) =>
  conversationKey(conversationSecret, 'wished for', host);

export async function rememberWish(account: SignedIn, host: string, now: number): Promise<void> {
  const owner = ownedBy(account);
  const key = await keyOf(account, host);
  const write = (await database()).transaction('wishes', 'readwrite');
  for await (const cursor of write.store.iterate(allOf(owner))) {
    if (!isRecent(cursor.value.at, now)) await cursor.delete();
  }
  await write.store.put({ owner, key, at: now });
  await write.done;
}

export async function wishedFor(account: SignedIn, host: string, now: number): Promise<boolean> {
  const wish = await (await database()).get('wishes', [ownedBy(account), await keyOf(account, host)]);
  return wish !== undefined && isRecent(wish.at, now);
}

const isRecent = (at: number, now: number) => now - at < QUARTER_MS;

/** At sign-out. */
export async function forgetWishes(owner: Owner): Promise<void> {
  await (await database()).delete('wishes', allOf(owner));
}

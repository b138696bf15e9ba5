// Which team was rated last from a page that no description reads. Kept on this machine only, under names that say nothing to
// whoever reads the disk, and as many as anybody needs.
import { ownedBy } from '../account/account.ts';
import { conversationKey } from '../account/conversation-key.ts';
import { allOf, database, type SignedIn } from '../database.ts';
import type { Owner } from '../outbox/entry.ts';

/** What lies deeper in an address says no more of who answers there. */
const DEPTH = 5;
/** Of one account; the oldest go first. */
const KEPT = 300;

/**
 * What a page is called, the closest first: `tickets.acme.test/queue/12`, `tickets.acme.test/queue`, `tickets.acme.test`. Numbers
 * and ids need not be told from words: the next ticket shares all but the last part.
 */
export function namesOf({ host, pathname }: Pick<URL, 'host' | 'pathname'>): string[] {
  const parts = pathname.split('/').filter((part) => part !== '');
  return Array.from({ length: Math.min(parts.length, DEPTH) + 1 }, (_, at) =>
    [host, ...parts.slice(0, at)].join('/'),
  ).reverse();
}

const keysOf = ({ conversationSecret }: SignedIn, page: Pick<URL, 'host' | 'pathname'>): Promise<string[]> =>
  Promise.all(namesOf(page).map((name) => conversationKey(conversationSecret, 'last rated from', name)));

export async function rememberRated(account: SignedIn, page: URL, team: number, now: number): Promise<void> {
  const owner = ownedBy(account);
  const keys = await keysOf(account, page);
  const write = (await database()).transaction('lastRated', 'readwrite');
  for (const key of keys) await write.store.put({ owner, key, team, at: now });
  let more = (await write.store.count(allOf(owner))) - KEPT;
  for await (const cursor of write.store.index('oldest').iterate(allOf(owner))) {
    if (more-- <= 0) break;
    await cursor.delete();
  }
  await write.done;
}

/** The team that was rated last as close to the page as anything was. */
export async function ratedFrom(account: SignedIn, page: URL): Promise<number | null> {
  const owner = ownedBy(account);
  const keys = await keysOf(account, page);
  const { store } = (await database()).transaction('lastRated');
  const found = await Promise.all(keys.map((key) => store.get([owner, key])));
  return found.find((one) => one !== undefined)?.team ?? null;
}

/** At sign-out. */
export async function forgetRated(owner: Owner): Promise<void> {
  await (await database()).delete('lastRated', allOf(owner));
}

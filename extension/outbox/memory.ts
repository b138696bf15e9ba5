// The history on disk: what this browser remembers of the ratings of its accounts.
import type { FoundRating } from '../../shared/api/schemas.ts';
import { allOf, database } from '../database.ts';
import type { Owner, Spot } from './entry.ts';
import { type Remembered, reconciled } from './history.ts';
import { keyOf } from './store.ts';

export async function recall(owner: Owner, spots: readonly Spot[]): Promise<(Remembered | undefined)[]> {
  const history = (await database()).transaction('history').store;
  return Promise.all(spots.map((spot) => history.get(keyOf(owner, spot))));
}

/** Newest first, without what was taken back. */
export async function latest(owner: Owner, count: number): Promise<Remembered[]> {
  const index = (await database()).transaction('history').store.index('newest');
  const newest: Remembered[] = [];
  for await (const cursor of index.iterate(allOf(owner), 'prev')) {
    if (cursor.value.score !== null && newest.push(cursor.value) === count) break;
  }
  return newest;
}

/**
 * Takes over what the server holds.
 * @param asked what was known when it was asked, in the order of `found`
 * @returns what changed; null where it is forgotten
 */
export async function reconcile(
  owner: Owner,
  site: string,
  found: readonly { rating: FoundRating; asked: Remembered | undefined }[],
): Promise<{ spot: Spot; known: Remembered | null }[]> {
  const change = (await database()).transaction('history', 'readwrite');
  const changed: { spot: Spot; known: Remembered | null }[] = [];
  for (const { rating, asked } of found) {
    const known = await change.store.get(keyOf(owner, rating));
    const after = reconciled(asked, known, rating, owner, site);
    if (after === known || after === undefined || (after === null && !known)) continue;
    if (after === null) await change.store.delete(keyOf(owner, rating));
    else await change.store.put(after);
    changed.push({ spot: rating, known: after });
  }
  await change.done;
  return changed;
}

/** At sign-out: everything but what still waits to be sent. */
export async function forget(owner: Owner): Promise<void> {
  const change = (await database()).transaction('history', 'readwrite');
  for await (const cursor of change.store.iterate(allOf(owner))) {
    if (cursor.value.outcome.kind !== 'waiting') await cursor.delete();
  }
  await change.done;
}

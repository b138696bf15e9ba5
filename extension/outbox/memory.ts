// The history on disk: what this browser remembers of the ratings of its accounts.
import type { FoundRating } from '../../shared/api/schemas.ts';
import { allOf, database } from '../database.ts';
import type { Owner, Spot } from './entry.ts';
import { missed, type Remembered, reconciled } from './history.ts';
import { keyOf } from './store.ts';

export async function recall(owner: Owner, spots: readonly Spot[]): Promise<(Remembered | undefined)[]> {
  const history = (await database()).transaction('history').store;
  return Promise.all(spots.map((spot) => history.get(keyOf(owner, spot))));
}

/** Every rating, newest first, without what was taken back. */
export async function given(owner: Owner): Promise<Remembered[]> {
  const all = await (await database()).getAllFromIndex('history', 'newest', allOf(owner));
  return all.filter(({ score }) => score !== null).reverse();
}

/** What the server answered about one place; null: it finds nothing there. */
export interface Answered {
  spot: Spot;
  rating: FoundRating | null;
  /** What was known here when it was asked. */
  asked: Remembered | undefined;
}

/**
 * Takes over what the server holds.
 * @returns what changed; null where it is forgotten
 */
export async function reconcile(
  owner: Owner,
  site: string,
  answers: readonly Answered[],
): Promise<{ spot: Spot; known: Remembered | null }[]> {
  const change = (await database()).transaction('history', 'readwrite');
  const changed: { spot: Spot; known: Remembered | null }[] = [];
  for (const { spot, rating, asked } of answers) {
    const known = await change.store.get(keyOf(owner, spot));
    const after = rating ? reconciled(asked, known, rating, owner, site) : missed(asked, known);
    if (after === known || after === undefined || (after === null && !known)) continue;
    if (after === null) await change.store.delete(keyOf(owner, spot));
    else await change.store.put(after);
    changed.push({ spot, known: after });
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

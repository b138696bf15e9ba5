// What the database holds of ratings, as the tests on real servers look at it.
import { until } from '../stack/harness.ts';
import type { Stack } from '../stack/stack.ts';

export interface Kept {
  team: number;
  customer: number;
  score: number;
}

export const ratings = async ({ db }: Stack): Promise<Kept[]> =>
  (await db().prepare('SELECT team, customer, score FROM rating WHERE score IS NOT NULL ORDER BY score').all<Kept>())
    .results;

/** Waits until the database holds exactly these ratings. */
export async function kept(stack: Stack, expected: readonly Kept[]): Promise<void> {
  const wanted = inOrder(expected);
  await until(`exactly the ratings ${wanted}`, async () => inOrder(await ratings(stack)) === wanted);
}

const inOrder = (list: readonly Kept[]) =>
  list
    .map(({ team, customer, score }) => `team ${team} by ${customer}: ${score}`)
    .sort()
    .join(', ');

/** Waits until what somebody does in `work` has added exactly one rating to those that are there. */
export async function addsOne(stack: Stack, rating: Kept, work: () => Promise<void>): Promise<void> {
  const before = await ratings(stack);
  await work();
  await kept(stack, [...before, rating]);
}

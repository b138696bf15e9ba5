// With how many others a rating is shown: the row and the popup say it beforehand, until somebody has rated a few times beside it.
import type { ConfigResponse } from '../../shared/api/schemas.ts';
import { change, settings } from './settings.ts';

const TIMES = 3;

/** null: it was said often enough. */
export async function othersToSay({ k }: Pick<ConfigResponse, 'k'>): Promise<number | null> {
  return (await settings()).explained < TIMES ? k - 1 : null;
}

/** A rating was given where it stood. */
export const countExplained = (): Promise<void> => change(({ explained }) => ({ explained: explained + 1 }));

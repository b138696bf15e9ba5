// Facets are what a rating says beside its score: an aspect, reasons, a wait. The database keeps them as a set of bits.

import type { RatingEvent } from '../../shared/api/schemas.ts';
import { ASPECTS, REASONS, WAITS } from '../../shared/words.ts';

/** A facet's number is its bit. Numbers are stored: a new word goes to the end of its list in shared/words.ts. */
const FIRST = { aspect: 0, reason: 8, wait: 24 } as const;

/** One facet: its number, its kind and its name, as the database's statements take them. */
export type FacetName = readonly [facet: number, kind: keyof typeof FIRST, name: string];

/** Every facet there is. */
export const FACETS: readonly FacetName[] = [
  ...ASPECTS.map((name, i): FacetName => [FIRST.aspect + i, 'aspect', name]),
  ...REASONS.map((name, i): FacetName => [FIRST.reason + i, 'reason', name]),
  ...WAITS.map((name, i): FacetName => [FIRST.wait + i, 'wait', name]),
];

/** The set of bits of an event's facets. Sums, not shifts: the highest bits would be negative in JavaScript's 32-bit arithmetic. */
export function facetBits(event: Pick<RatingEvent, 'aspect' | 'reasons' | 'wait'>): number {
  let bits = 0;
  if (event.aspect) bits += 2 ** (FIRST.aspect + ASPECTS.indexOf(event.aspect.name));
  for (const reason of event.reasons ?? []) bits += 2 ** (FIRST.reason + REASONS.indexOf(reason));
  if (event.wait) bits += 2 ** (FIRST.wait + WAITS.indexOf(event.wait));
  return bits;
}

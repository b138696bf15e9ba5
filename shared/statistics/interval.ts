// The share satisfied and the interval that goes with it wherever it is shown.

/** Voices: how many in all, and how many of them satisfied (a 4 or a 5). */
export interface Voices {
  n: number;
  satisfied: number;
}

/** Both ends as shares, 0 to 1. */
export interface Interval {
  low: number;
  high: number;
}

/** z of a two-sided 95 % interval. */
export const Z95 = 1.96;

/**
 * Wilson's interval (1927; recommended by Brown, Cai and DasGupta 2001) on the effective number of voices n / deff: the same people
 * speak again and again, so n voices say less than n strangers would (Kish 1965). No voices: anything from 0 to 1.
 */
export function wilson({ n, satisfied }: Voices, deff = 1, z = Z95): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const effective = n / deff;
  const p = satisfied / n;
  const centre = p + (z * z) / (2 * effective);
  const half = z * Math.sqrt((p * (1 - p)) / effective + (z * z) / (4 * effective * effective));
  const scale = 1 + (z * z) / effective;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

// Whether a share has changed: the interval of the difference, and which of many teams' changes may be called one.
import { type Interval, type Voices, wilson, Z95 } from './interval.ts';
import { normalCdf } from './normal.ts';

/**
 * The interval of (now - before), as shares -1..1: Newcombe (1998), Statistics in Medicine 17, method 10 (from two Wilson intervals),
 * on effective voices.
 */
export function difference(now: Voices, before: Voices, deff = 1, z = Z95): Interval {
  const a = wilson(now, deff, z);
  const b = wilson(before, deff, z);
  const p = now.n === 0 ? 0.5 : now.satisfied / now.n;
  const q = before.n === 0 ? 0.5 : before.satisfied / before.n;
  return {
    low: Math.max(-1, p - q - Math.hypot(p - a.low, b.high - q)),
    high: Math.min(1, p - q + Math.hypot(a.high - p, q - b.low)),
  };
}

/** The two-sided p-value that belongs to `difference`: the level at which its interval just reaches 0. */
export function differenceP(now: Voices, before: Voices, deff = 1): number {
  let low = 0;
  let high = 8;
  for (let i = 0; i < 50; i++) {
    const z = (low + high) / 2;
    const interval = difference(now, before, deff, z);
    if (interval.low > 0 || interval.high < 0) low = z;
    else high = z;
  }
  return 2 * (1 - normalCdf(low));
}

/**
 * Which of these p-values may be called a finding when at most the share `rate` of all findings may be false: Benjamini and Hochberg
 * (1995), JRSS B 57. Order in, order out.
 */
export function findings(pValues: readonly number[], rate = 0.1): boolean[] {
  const sorted = pValues.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((p, i) => p <= (rate * (i + 1)) / sorted.length);
  const limit = sorted[last] ?? -1;
  return pValues.map((p) => p <= limit);
}

// A figure as a page may show it: nothing yet, too few to say, or a share with its interval and its count.
import { wilson } from '../../shared/statistics/interval.ts';
import { FEW_VOICES } from '../../shared/words.ts';
import type { Point } from '../store/figures.ts';
import type { Trend, TrendPoint } from './trend.ts';
import { type Counts, satisfied, stretches } from './weeks.ts';

export interface Share {
  kind: 'share';
  counts: Counts;
  /** 0 to 1, as are the ends of its 95 % interval. */
  share: number;
  low: number;
  high: number;
}

/** A share never travels without its interval and its count; under 10 voices there is none. */
export type Figure = { kind: 'waiting' } | { kind: 'few'; counts: Counts } | Share;

export function figureOf(counts: Counts, deff: number): Figure {
  if (counts.n === 0) return { kind: 'waiting' };
  if (counts.n < FEW_VOICES) return { kind: 'few', counts };
  return { kind: 'share', counts, share: satisfied(counts) / counts.n, ...wilson(voicesOf(counts), deff) };
}

/** What the statistics are made from. */
export const voicesOf = (counts: Counts) => ({ n: counts.n, satisfied: satisfied(counts) });

export const isShare = (figure: Figure): figure is Share => figure.kind === 'share';

export function trendOf(weeks: readonly Point[], deff: number): Trend {
  const { step, stretches: parts } = stretches(weeks, FEW_VOICES);
  const points = parts.map(({ from, at, counts }): TrendPoint => ({ from, at, figure: figureOf(counts, deff) }));
  const shares = points.flatMap((point) => (isShare(point.figure) ? [{ ...point, figure: point.figure }] : []));
  return { step, points, shares };
}

// Weekly points as the pages add and draw them: sums of whole releases, never anything finer.
import { mondayOf } from '../domain/clock.ts';
import type { Point } from '../store/figures.ts';

/** Voices, and how many of them gave each score from 1 to 5. */
export interface Counts {
  n: number;
  scores: readonly [number, number, number, number, number];
}

/** Pages look back half a year. */
export const WINDOW_WEEKS = 26;

/** A stretch of weeks drawn as one point of a trend. */
export interface Stretch {
  /** Monday of its first week that had a release, days since 1970. */
  from: number;
  /** The middle of the stretch on the axis of days. */
  at: number;
  counts: Counts;
}

const STEPS = [1, 2, 4, 13] as const;
/** Weeks per point of a trend. */
export type Step = (typeof STEPS)[number];

const NO_VOICES: Counts = { n: 0, scores: [0, 0, 0, 0, 0] };

/** The points of the `weeks` weeks that end `ago` weeks before the week of `today`. */
export function within(points: readonly Point[], today: number, weeks = WINDOW_WEEKS, ago = 0): Point[] {
  const last = mondayOf(today) - ago * 7;
  const first = last - (weeks - 1) * 7;
  return points.filter(([week]) => week >= first && week <= last);
}

export function sum(points: readonly Point[]): Counts {
  return points.reduce<Counts>(
    ({ n, scores: [a, b, c, d, e] }, [, m, c1, c2, c3, c4, c5]) => ({
      n: n + m,
      scores: [a + c1, b + c2, c + c3, d + c4, e + c5],
    }),
    NO_VOICES,
  );
}

export const satisfied = ({ scores: [, , , good, veryGood] }: Counts) => good + veryGood;

/**
 * Puts weeks together into the shortest steps in which at least three of four points have `enough` voices for a share.
 * Steps start at fixed weeks of the calendar, so a point does not change its weeks from one day to the next.
 */
export function stretches(points: readonly Point[], enough: number): { step: Step; stretches: Stretch[] } {
  let widest: { step: Step; stretches: Stretch[] } = { step: 1, stretches: [] };
  for (const step of STEPS) {
    widest = { step, stretches: byStep(points, step) };
    const shown = widest.stretches.filter(({ counts }) => counts.n >= enough).length;
    if (shown * 4 >= widest.stretches.length * 3) break;
  }
  return widest;
}

function byStep(points: readonly Point[], step: Step): Stretch[] {
  const groups = Map.groupBy(points, ([week]) => Math.floor((week + 3) / 7 / step));
  return [...groups.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, group]) => ({
      from: Math.min(...group.map(([week]) => week)),
      at: index * step * 7 - 3 + ((step - 1) * 7) / 2,
      counts: sum(group),
    }));
}

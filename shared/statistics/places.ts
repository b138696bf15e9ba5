// The places that a team may really have among others: "place 3 to 9 of 24".
import { type Interval, type Voices, wilson } from './interval.ts';
import { normalQuantile } from './normal.ts';

/** A range of places, 1 the best; both ends belong to it. */
export interface Places {
  from: number;
  to: number;
}

/** z for intervals of `count` teams that all hold at once with the given probability: each at level^(1/count). */
export function jointZ(count: number, level = 0.95): number {
  return normalQuantile((1 + level ** (1 / Math.max(1, count))) / 2);
}

/**
 * For each team the range [1 + teams surely better, all - teams surely worse], from intervals at joint level 95 % (Klein, Wright and
 * Wieczorek 2020, "A joint confidence region for an overall ranking of populations"; Goldstein and Spiegelhalter 1996). Overlap is
 * not transitive, so there are no shared ranks.
 */
export function places(teams: readonly Voices[], deff = 1): Places[] {
  const z = jointZ(teams.length);
  return placesOf(teams.map((team) => wilson(team, deff, z)));
}

/** The same from intervals that already hold jointly. */
export function placesOf(intervals: readonly Interval[]): Places[] {
  return intervals.map((own) => ({
    from: 1 + intervals.filter((other) => other.low > own.high).length,
    to: intervals.length - intervals.filter((other) => other.high < own.low).length,
  }));
}

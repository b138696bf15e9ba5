// The lines of a table of teams: each one's figure, place, trend and last release, in an order that small numbers cannot upset.
import { difference, differenceP, findings } from '../../shared/statistics/change.ts';
import { shrunken, together } from '../../shared/statistics/order.ts';
import { type Places, places } from '../../shared/statistics/places.ts';
import { FEW_VOICES } from '../../shared/words.ts';
import type { Point, Quarter, TeamRow } from '../store/figures.ts';
import { type Figure, figureOf, isShare, type Share, trendOf, voicesOf } from './figure.ts';
import type { Trend } from './trend.ts';
import { type Counts, sum, within } from './weeks.ts';

/** The newest release, on the company's calendar. In a sum over teams one person may be several voices. */
export interface LastRelease {
  day: number;
  n: number;
  of: 'people' | 'voices';
}

export type Change = 'risen' | 'fallen' | null;

export interface TeamLine {
  team: TeamRow;
  figure: Figure;
  trend: Trend;
  places: Places | null;
  change: Change;
  last: LastRelease | null;
}

export interface Circumstances extends Quarter {
  /** Days since 1970, on the company's calendar. */
  today: number;
  /** The day of a tick (seconds since 1970) on that calendar. */
  dayOf(tick: number): number;
}

/** Teams that are compared with each other: ordered by shrunken share, then those with too few voices, then those that wait. */
export function compared(teams: readonly TeamRow[], circumstances: Circumstances): TeamLine[] {
  const lines = listed(
    teams.map((team) => ({ team, rows: [team] })),
    circumstances,
  );
  const ranked = lines.flatMap(({ figure }) => (figure.kind === 'share' ? [voicesOf(figure.counts)] : []));
  const ranges = places(ranked, circumstances.deff);
  const changes = changesOf(
    lines.map(({ team }) => team.series?.points ?? []),
    circumstances,
  );
  return lines.map((line, i) => ({ ...line, places: ranges[i] ?? null, change: changes[i] ?? null }));
}

/** Each with the sum of its rows, in the same order, but without places: what is listed may contain each other. */
export function listed(
  sums: readonly { team: TeamRow; rows: TeamRow[] }[],
  { today, dayOf, deff, kappa }: Circumstances,
) {
  const lines = sums.map(({ team, rows }): TeamLine => {
    const weeks = within(pointsOf(rows), today);
    const figure = figureOf(sum(weeks), deff);
    return { team, figure, trend: trendOf(weeks, deff), places: null, change: null, last: lastRelease(rows, dayOf) };
  });
  const p0 = together(lines.flatMap(({ figure }) => (figure.kind === 'share' ? [voicesOf(figure.counts)] : [])));
  return lines.sort((a, b) => rank(b.figure) - rank(a.figure) || a.team.name.localeCompare(b.team.name));

  function rank(figure: Figure): number {
    if (figure.kind === 'share') return 1 + shrunken(voicesOf(figure.counts), { p0, kappa }, deff);
    return figure.kind === 'few' ? 1 : 0;
  }
}

export const pointsOf = (rows: readonly TeamRow[]): Point[] => rows.flatMap(({ series }) => series?.points ?? []);

/** The newest release of a team, or of several together. */
export function lastRelease(rows: readonly TeamRow[], dayOf: Circumstances['dayOf']): LastRelease | null {
  const newest = rows.flatMap(({ series }) => series ?? []).sort((a, b) => b.lastTick - a.lastTick);
  const [first] = newest;
  if (!first) return null;
  const together = newest.filter(({ lastTick }) => lastTick === first.lastTick);
  return {
    day: dayOf(first.lastTick),
    n: together.reduce((n, { lastN }) => n + lastN, 0),
    of: together.length === 1 ? 'people' : 'voices',
  };
}

const HALF = 13;

/** The last 13 weeks, the 13 before them, and whether more than chance lies between. */
export interface Halves {
  now: Share;
  before: Share;
  change: Change;
}

/** Null where either half has too few voices. `change` is decided elsewhere: for one team together with all others. */
export function halvesOf(points: readonly Point[], { today, deff }: Circumstances, change: Change): Halves | null {
  const counts = halves(points, today);
  const [now, before] = [figureOf(counts.now, deff), figureOf(counts.before, deff)];
  return isShare(now) && isShare(before) ? { now, before, change } : null;
}

/** One comparison by itself, at 95 %. */
export function changeOf(points: readonly Point[], { today, deff }: Circumstances): Change {
  const { now, before } = halves(points, today);
  if (!isComparable(now, before)) return null;
  const { low, high } = difference(voicesOf(now), voicesOf(before), deff);
  return low > 0 ? 'risen' : high < 0 ? 'fallen' : null;
}

/** Many comparisons at once: at most one in ten of those called a change may be false. */
function changesOf(teams: readonly Point[][], { today, deff }: Circumstances): Change[] {
  const pairs = teams.map((points) => halves(points, today));
  const tested = pairs.filter(({ now, before }) => isComparable(now, before));
  const found = findings(tested.map(({ now, before }) => differenceP(voicesOf(now), voicesOf(before), deff)));
  return pairs.map((pair) => {
    if (!found[tested.indexOf(pair)]) return null;
    const [now, before] = [voicesOf(pair.now), voicesOf(pair.before)];
    return now.satisfied / now.n > before.satisfied / before.n ? 'risen' : 'fallen';
  });
}

function halves(points: readonly Point[], today: number): { now: Counts; before: Counts } {
  return { now: sum(within(points, today, HALF)), before: sum(within(points, today, HALF, HALF)) };
}

const isComparable = (now: Counts, before: Counts) => now.n >= FEW_VOICES && before.n >= FEW_VOICES;

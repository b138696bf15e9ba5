// What the overview says: the company's figure and trend, its teams compared, its groups as sums.
import type { Point, TeamRow } from '../store/figures.ts';
import { type Axis, axisFrom } from './axis.ts';
import { type Figure, figureOf, isShare, type Share, trendOf } from './figure.ts';
import {
  type Change,
  type Circumstances,
  changeOf,
  compared,
  halves,
  type LastRelease,
  lastRelease,
  listed,
  pointsOf,
  type TeamLine,
} from './lines.ts';
import { treeOf } from './tree.ts';
import type { Trend } from './trend.ts';
import { sum, within } from './weeks.ts';

export interface Overview {
  figure: Figure;
  /** The last 13 weeks, the 13 before, and whether more than chance lies between them; null where they cannot be compared. */
  halves: { now: Share; before: Share; change: Change } | null;
  trend: Trend;
  last: LastRelease | null;
  period: Period | null;
  teams: TeamLine[];
  groups: TeamLine[];
  /** One axis for all rows of a table. */
  axis: Axis;
}

export function overviewOf(rows: readonly TeamRow[], circumstances: Circumstances): Overview {
  const { today, dayOf, deff } = circumstances;
  const tree = treeOf(rows);
  const points = pointsOf(rows);
  const weeks = within(points, today);
  const teams = compared(tree.leaves, circumstances);
  const groups = listed(
    tree.groups.map((team) => ({ team, rows: tree.subtree(team.id) })),
    circumstances,
  );
  return {
    figure: figureOf(sum(weeks), deff),
    halves: halvesOf(points, circumstances),
    trend: trendOf(weeks, deff),
    last: lastRelease(rows, dayOf),
    period: periodOf(weeks, today),
    teams,
    groups,
    axis: axisOf([...teams, ...groups]),
  };
}

/** From the first week shown to today, days since 1970. */
export interface Period {
  from: number;
  to: number;
}

export function periodOf(weeks: readonly Point[], today: number): Period | null {
  return weeks.length > 0 ? { from: Math.min(...weeks.map(([week]) => week)), to: today } : null;
}

/** One axis for every line that has a share. */
export function axisOf(lines: readonly { figure: Figure }[]): Axis {
  return axisFrom(lines.flatMap(({ figure }) => (isShare(figure) ? [figure.low] : [])));
}

function halvesOf(points: readonly Point[], { today, deff }: Circumstances): Overview['halves'] {
  const counts = halves(points, today);
  const [now, before] = [figureOf(counts.now, deff), figureOf(counts.before, deff)];
  return isShare(now) && isShare(before) ? { now, before, change: changeOf(counts.now, counts.before, deff) } : null;
}

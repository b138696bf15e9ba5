// What the overview says: the company's figure and trend, its teams compared, its groups as sums.
import type { Point, TeamRow } from '../store/figures.ts';
import { type Axis, axisFrom } from './axis.ts';
import { type Figure, figureOf, isShare, trendOf } from './figure.ts';
import {
  type Circumstances,
  changeOf,
  compared,
  type Halves,
  halvesOf,
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
  halves: Halves | null;
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
    halves: halvesOf(points, circumstances, changeOf(points, circumstances)),
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

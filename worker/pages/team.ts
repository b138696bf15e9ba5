// What a team's page says: its figure, scores, trend, waits, aspects and reasons; a group's are the sums of its subtree.

import { wilson } from '../../shared/statistics/interval.ts';
import type { Places } from '../../shared/statistics/places.ts';
import {
  ASPECTS,
  type Aspect,
  REASONS,
  type Reason,
  SCORES,
  type Score,
  WAITS,
  type Wait,
} from '../../shared/words.ts';
import type { Facets, TeamRow } from '../store/figures.ts';
import type { Axis } from './axis.ts';
import { type Figure, figureOf, isShare, type Share, trendOf } from './figure.ts';
import {
  type Circumstances,
  compared,
  type Halves,
  halvesOf,
  type LastRelease,
  lastRelease,
  listed,
  pointsOf,
  type TeamLine,
} from './lines.ts';
import { axisOf, type Period, periodOf } from './overview.ts';
import { isRated, treeOf } from './tree.ts';
import type { Trend } from './trend.ts';
import { type Counts, sum, within } from './weeks.ts';

export type TeamPage =
  | { kind: 'unknown' }
  | ({ kind: 'rated_as'; as: TeamRow } & Placed)
  | ({ kind: 'team' } & Placed & TeamFigures);

interface Placed {
  team: TeamRow;
  /** From the top down. */
  ancestors: TeamRow[];
  /** The team that is the company itself, whose page is the overview; null where several stand at the top. */
  whole: TeamRow | null;
}

export interface TeamFigures {
  figure: Figure;
  /** Its place among the teams that can be compared; null for a group and where there is no share. */
  standing: { places: Places; of: number } | null;
  /** The last 13 weeks and the 13 before, judged together with all other teams; null for a group and where they cannot be compared. */
  halves: Halves | null;
  /** The company's share, for comparison; null on the company's own page. */
  company: number | null;
  last: LastRelease | null;
  period: Period | null;
  scores: ScoreLine[];
  trend: Trend;
  /** Of all releases; null where no wait was released. A person who waited differently in one release is known more than once. */
  waits: { known: number; of: number; lines: { wait: Wait; n: number }[] } | null;
  aspects: { aspect: Aspect; figure: Figure }[];
  reasons: { low: ReasonLine[]; high: ReasonLine[] };
  parts: TeamLine[];
  /** Axes of the aspects and of the parts. */
  axes: { aspects: Axis; parts: Axis };
}

interface ScoreLine {
  score: Score;
  n: number;
  /** How long the bar is, compared with the longest: 0 to 1. */
  part: number;
  /** Of all voices, with its interval; null while there are too few to say. */
  of: { share: number; low: number; high: number } | null;
}

export interface ReasonLine {
  reason: Reason;
  n: number;
  part: number;
}

export function teamPage(rows: readonly TeamRow[], id: number, circumstances: Circumstances): TeamPage {
  const tree = treeOf(rows);
  const team = tree.team(id);
  if (!team) return { kind: 'unknown' };
  const placed: Placed = { team, ancestors: tree.ancestors(id), whole: tree.root };
  const as = isRated(team) ? null : tree.team(team.ratedAs);
  if (as) return { kind: 'rated_as', as, ...placed };
  const parts = listed(
    tree.parts(id).map((part) => ({ team: part, rows: tree.subtree(part.id) })),
    circumstances,
  );
  const peers = compared(tree.leaves, circumstances);
  const own = peers.find((line) => line.team === team);
  const company = figureOf(sum(within(pointsOf(rows), circumstances.today)), circumstances.deff);
  return {
    kind: 'team',
    ...placed,
    standing: own?.places ? { places: own.places, of: peers.filter(({ places }) => places).length } : null,
    halves: own ? halvesOf(pointsOf([team]), circumstances, own.change) : null,
    company: isShare(company) && team !== tree.root ? company.share : null,
    ...sums(tree.subtree(id), parts, circumstances),
  };
}

type Sums = Omit<TeamFigures, 'standing' | 'halves' | 'company'>;

function sums(rows: TeamRow[], parts: TeamLine[], { today, dayOf, deff }: Circumstances): Sums {
  const weeks = within(pointsOf(rows), today);
  const figure = figureOf(sum(weeks), deff);
  const facets = rows.flatMap(({ series }) => series?.facets ?? []);
  const aspects = aspectLines(facets, deff);
  return {
    figure,
    last: lastRelease(rows, dayOf),
    period: periodOf(weeks, today),
    scores: figure.kind === 'waiting' ? [] : scoreLines(figure, deff),
    trend: trendOf(weeks, deff),
    waits: waitLines(rows),
    aspects,
    reasons: { low: reasonLines(facets, REASONS.slice(0, 5)), high: reasonLines(facets, REASONS.slice(5)) },
    parts,
    axes: { aspects: axisOf(aspects), parts: axisOf(parts) },
  };
}

function scoreLines({ kind, counts: { n: all, scores } }: Share | { kind: 'few'; counts: Counts }, deff: number) {
  const most = Math.max(...scores);
  return SCORES.toReversed().map((score): ScoreLine => {
    const n = scores[score - 1] ?? 0;
    const of = kind === 'share' ? { share: n / all, ...wilson({ n: all, satisfied: n }, deff) } : null;
    return { score, n, part: n / most, of };
  });
}

function waitLines(rows: readonly TeamRow[]): TeamFigures['waits'] {
  const all = rows.flatMap(({ series }) => series ?? []);
  const lines = WAITS.map((wait) => ({ wait, n: all.reduce((n, { facets }) => n + (facets.wait?.[wait] ?? 0), 0) }));
  const known = lines.reduce((total, { n }) => total + n, 0);
  return known > 0 ? { known, of: all.reduce((total, { voices }) => total + voices, 0), lines } : null;
}

function aspectLines(facets: readonly Facets[], deff: number): TeamFigures['aspects'] {
  return ASPECTS.map((aspect) => ({
    aspect,
    figure: figureOf(sum(facets.flatMap((each) => (each.aspect?.[aspect] ? [[0, ...each.aspect[aspect]]] : []))), deff),
  })).filter(({ figure }) => figure.kind !== 'waiting');
}

function reasonLines(facets: readonly Facets[], reasons: readonly Reason[]): ReasonLine[] {
  const counted = reasons.map((reason) => ({
    reason,
    n: facets.reduce((n, each) => n + (each.reason?.[reason] ?? 0), 0),
  }));
  const most = Math.max(1, ...counted.map(({ n }) => n));
  return counted
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map((line) => ({ ...line, part: line.n / most }));
}

// What the pages make of released weeks: figures, trends, tables, in values.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesMessages } from '../../shared/messages/pages.ts';
import { axisFrom } from '../../worker/pages/axis.ts';
import { figureOf, trendOf } from '../../worker/pages/figure.ts';
import { formats } from '../../worker/pages/format.ts';
import { compared } from '../../worker/pages/lines.ts';
import { overviewOf } from '../../worker/pages/overview.ts';
import { teamPage } from '../../worker/pages/team.ts';
import { treeOf } from '../../worker/pages/tree.ts';
import { draw } from '../../worker/pages/trend.ts';
import { stretches, sum, within } from '../../worker/pages/weeks.ts';
import type { Point, TeamRow } from '../../worker/store/figures.ts';

/** A Saturday, and the Monday of its week. */
const TODAY = Date.UTC(2026, 10, 21) / 86_400_000;
const MONDAY = Date.UTC(2026, 10, 16) / 86_400_000;
const circumstances = { today: TODAY, dayOf: (tick: number) => Math.floor(tick / 86_400), deff: 1.3, kappa: 20 };

const week = (ago: number, scores: readonly number[]): Point => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = scores;
  return [MONDAY - 7 * ago, a + b + c + d + e, a, b, c, d, e];
};
const team = (id: number, parent: number | null, points: Point[] | null = null, ratedAs = id): TeamRow => ({
  id,
  parent,
  name: `Team ${id}`,
  nameVi: null,
  ratedAs,
  series: points && { points, facets: {}, lastTick: TODAY * 86_400, lastN: points.at(-1)?.[1] ?? 0, voices: 0 },
});

/** Some weeks of releases of one team, each of at least three voices. */
const someWeeks = fc
  .array(
    fc.tuple(
      fc.nat(40),
      fc.array(fc.nat(12), { minLength: 5, maxLength: 5 }).filter((s) => s.reduce((a, b) => a + b) > 2),
    ),
    { maxLength: 30 },
  )
  .map((weeks) => [...new Map(weeks).entries()].sort(([a], [b]) => b - a).map(([ago, scores]) => week(ago, scores)));

describe('a figure', () => {
  it('has a share from ten voices on, never before, and the share lies within its interval', () => {
    fc.assert(
      fc.property(someWeeks, fc.double({ min: 1, max: 5, noNaN: true }), (weeks, deff) => {
        const counts = sum(weeks);
        const figure = figureOf(counts, deff);
        expect(figure.kind).toBe(counts.n === 0 ? 'waiting' : counts.n < 10 ? 'few' : 'share');
        if (figure.kind !== 'share') return;
        expect(figure.low).toBeLessThanOrEqual(figure.share);
        expect(figure.high).toBeGreaterThanOrEqual(figure.share);
      }),
    );
  });

  it('is wider where the same people speak more than once', () => {
    const counts = sum([week(0, [1, 2, 0, 7, 10])]);
    const [plain, clustered] = [figureOf(counts, 1), figureOf(counts, 2)];
    if (plain.kind !== 'share' || clustered.kind !== 'share') throw new Error('no share');
    expect([plain.low, plain.high].map((end) => Math.round(end * 100))).toEqual([64, 95]);
    expect(clustered.low).toBeLessThan(plain.low);
    expect(clustered.high).toBeGreaterThan(plain.high);
  });
});

describe('the half year', () => {
  it('is this week and the 25 before', () => {
    const weeks = [week(26, [1]), week(25, [2]), week(0, [3])];
    expect(within(weeks, TODAY)).toEqual(weeks.slice(1));
    expect(within(weeks, MONDAY)).toEqual(weeks.slice(1));
    expect(within(weeks, MONDAY - 1)).toEqual(weeks.slice(0, 2));
  });
});

describe('a trend', () => {
  it('loses and invents no voice, whatever its step', () => {
    fc.assert(
      fc.property(someWeeks, (weeks) => {
        const { stretches: points } = stretches(weeks, 10);
        expect(points.reduce((n, { counts }) => n + counts.n, 0)).toBe(sum(weeks).n);
      }),
    );
  });

  it('takes the shortest step that lets most of its points speak', () => {
    const step = (n: number) =>
      stretches(
        Array.from({ length: 26 }, (_, ago) => week(25 - ago, [0, 0, 0, n])),
        10,
      ).step;
    expect([12, 6, 3, 1].map(step)).toEqual([1, 2, 4, 13]);
  });

  it('keeps the weeks of a point from one day to the next', () => {
    const weeks = Array.from({ length: 20 }, (_, ago) => week(19 - ago, [0, 0, 0, 6]));
    const starts = (points: Point[]) => stretches(points, 10).stretches.map(({ at }) => at);
    expect(starts(weeks)).toEqual(expect.arrayContaining(starts(weeks.slice(2)).slice(1)));
  });

  it('is drawn within its box', () => {
    fc.assert(
      fc.property(someWeeks, (weeks) => {
        const trend = trendOf(weeks, 1);
        if (trend.shares.length < 2) return;
        const { line, band, months } = draw(trend, 0.5);
        const numbers = [...`${line} ${band}`.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number));
        expect(numbers.filter((number) => !(number >= 0 && number <= 100))).toEqual([]);
        expect(months.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('an axis', () => {
  it('begins at the multiple of twenty below the lowest end and ends at a hundred', () => {
    expect([[0.83], [0.8], [0.79, 0.3], [0.05], []].map((lows) => Math.round(axisFrom(lows).from * 100))).toEqual([
      80, 80, 20, 0, 80,
    ]);
    expect(axisFrom([0.41]).ticks.map(({ at }) => at)).toEqual(['0%', '33.33%', '66.67%', '100%']);
  });
});

describe('a comparison of teams', () => {
  it('gives each team with a share a place that its order agrees with', () => {
    fc.assert(
      fc.property(fc.array(someWeeks, { minLength: 1, maxLength: 8 }), (companies) => {
        const lines = compared(
          companies.map((weeks, i) => team(i + 1, null, weeks)),
          circumstances,
        );
        const ranked = lines.filter(({ figure }) => figure.kind === 'share');
        expect(lines.slice(0, ranked.length)).toEqual(ranked);
        for (const { places, figure } of lines) expect(places === null).toBe(figure.kind !== 'share');
        for (const { places } of ranked) {
          expect(places?.from).toBeGreaterThanOrEqual(1);
          expect(places?.to).toBeLessThanOrEqual(ranked.length);
          expect(places?.from).toBeLessThanOrEqual(places?.to ?? 0);
        }
      }),
    );
  });

  it('is listed by the strength that the last closed quarter left, whatever is said since', () => {
    const few = team(1, null, [week(0, [0, 0, 0, 0, 40])]);
    const many = team(2, null, [week(0, [10, 0, 0, 0, 190])]);
    const rest = team(3, null, [week(0, [100, 0, 0, 0, 100])]);
    const first = (kappa: number) => compared([few, many, rest], { ...circumstances, kappa })[0]?.team.id;
    expect([first(8), first(100)]).toEqual([1, 2]);
  });

  it('calls nothing a change among teams that have not changed', () => {
    const steady = Array.from({ length: 26 }, (_, ago) => week(25 - ago, [1, 1, 2, 6, 10]));
    const lines = compared(
      Array.from({ length: 20 }, (_, i) => team(i + 1, null, steady)),
      circumstances,
    );
    expect(lines.map(({ change }) => change)).toEqual(lines.map(() => null));
  });

  it('calls a clear fall a fall', () => {
    const fallen = Array.from({ length: 26 }, (_, ago) =>
      week(25 - ago, ago < 13 ? [0, 0, 1, 5, 14] : [10, 5, 3, 1, 1]),
    );
    expect(compared([team(1, null, fallen), team(2, null, null)], circumstances).map(({ change }) => change)).toEqual([
      'fallen',
      null,
    ]);
  });
});

describe('the tree', () => {
  const tree = treeOf([team(1, null), team(2, 1), team(3, 2), team(4, 2), team(5, 1), team(6, 5, null, 5)]);

  it('compares leaves, sums groups, and hides who is rated as another', () => {
    expect(tree.leaves.map(({ id }) => id)).toEqual([3, 4, 5]);
    expect(tree.groups.map(({ id }) => id)).toEqual([2]);
    expect(tree.root?.id).toBe(1);
    expect(tree.subtree(2).map(({ id }) => id)).toEqual([2, 3, 4]);
    expect(tree.ancestors(3).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('comes to an end where teams stand above each other in a ring, and counts each of them once', () => {
    const points = [week(0, [1, 1, 2, 6, 10])];
    const rows = [team(1, null), team(2, 3, points), team(3, 2, points), team(4, 3, points), team(5, 5, points)];
    const ring = treeOf(rows);
    expect(ring.subtree(2).map(({ id }) => id)).toEqual([2, 3, 4]);
    expect(ring.subtree(5).map(({ id }) => id)).toEqual([5]);
    expect(ring.ancestors(4).map(({ id }) => id)).toEqual([2, 3]);
    expect(ring.ancestors(2).map(({ id }) => id)).toEqual([3]);
    expect(ring.ancestors(5)).toEqual([]);
    expect(overviewOf(rows, circumstances).figure).toMatchObject({ counts: { n: 80 } });
    for (const { id } of rows) expect(teamPage(rows, id, circumstances).kind).toBe('team');
  });

  it('does without a common root', () => {
    const flat = treeOf([team(1, null), team(2, null)]);
    expect(flat.root).toBeNull();
    expect(flat.leaves).toHaveLength(2);
  });

  it('adds every release to the company once, and to each group that holds it', () => {
    const points = [week(0, [1, 1, 2, 6, 10])];
    const overview = overviewOf(
      [team(1, null), team(2, 1, points), team(3, 2, points), team(4, 1, points)],
      circumstances,
    );
    expect(overview.figure).toMatchObject({ counts: { n: 60 } });
    expect(overview.groups.map(({ figure }) => figure)).toMatchObject([{ counts: { n: 40 } }]);
  });
});

describe('days and numbers', () => {
  const [en, vi] = [formats(pagesMessages.en, TODAY), formats(pagesMessages.vi, TODAY)];

  it('are written as the reader writes them', () => {
    expect([en.number(12345), vi.number(12345)]).toEqual(['12,345', '12.345']);
    expect([en.percent(0.805), vi.percent(0.805)]).toEqual(['81%', '81%']);
    expect([en.recent(TODAY), en.recent(TODAY - 1), en.recent(TODAY - 12)]).toEqual([
      'today',
      'yesterday',
      '9 November',
    ]);
    expect([vi.recent(TODAY), vi.recent(TODAY - 1), vi.recent(TODAY - 12)]).toEqual(['hôm nay', 'hôm qua', '09/11']);
    expect([en.day(TODAY - 365), en.fullDay(TODAY)]).toEqual(['21 November 2025', '21 November 2026']);
    expect([vi.day(TODAY - 365), vi.fullDay(TODAY)]).toEqual(['21/11/2025', '21/11/2026']);
    expect([en.month(TODAY), vi.month(TODAY)]).toEqual(['Nov', 'thg 11']);
  });

  it('round a share and the ends of its interval alike', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(`${en.points(share)}%`).toBe(en.percent(share));
      }),
    );
  });
});

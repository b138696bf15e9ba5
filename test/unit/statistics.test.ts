import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, differenceP, findings } from '../../shared/statistics/change.ts';
import { type Clusters, designEffect } from '../../shared/statistics/effect.ts';
import { wilson } from '../../shared/statistics/interval.ts';
import { normalCdf, normalQuantile } from '../../shared/statistics/normal.ts';
import { shrunken, strength, together } from '../../shared/statistics/order.ts';
import { jointZ, places, placesOf } from '../../shared/statistics/places.ts';

const percent = (x: number) => Math.round(x * 100);
const voices = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.record({ n: fc.constant(n), satisfied: fc.integer({ min: 0, max: n }) }));

describe('the normal distribution', () => {
  it('has the values of the tables', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalCdf(-3)).toBeCloseTo(0.001349898031630095, 12);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 9);
    expect(normalQuantile(0.0001)).toBeCloseTo(-3.719016485455709, 8);
  });
});

describe('the interval of a share', () => {
  it('is 38 to 96 for 4 of 5 and 64 to 95 for 17 of 20', () => {
    const four = wilson({ n: 5, satisfied: 4 });
    expect([percent(four.low), percent(four.high)]).toEqual([38, 96]);
    const seventeen = wilson({ n: 20, satisfied: 17 });
    expect([percent(seventeen.low), percent(seventeen.high)]).toEqual([64, 95]);
  });

  it('holds the share, stays within 0 and 1, and widens with the design effect', () => {
    fc.assert(
      fc.property(voices, fc.double({ min: 1.1, max: 5, noNaN: true }), (team, deff) => {
        const plain = wilson(team);
        const wide = wilson(team, deff);
        const p = team.satisfied / team.n;
        expect(plain.low).toBeLessThanOrEqual(p + 1e-12);
        expect(plain.high).toBeGreaterThanOrEqual(p - 1e-12);
        expect(wide.high - wide.low).toBeGreaterThan(plain.high - plain.low);
        expect(wide.low).toBeGreaterThanOrEqual(0);
        expect(wide.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('says nothing where nobody spoke', () => {
    expect(wilson({ n: 0, satisfied: 0 })).toEqual({ low: 0, high: 1 });
  });
});

describe('the design effect', () => {
  const team = (raters: readonly (readonly [voices: number, satisfied: number])[]): Clusters => ({
    raters: raters.length,
    voices: raters.reduce((sum, [m]) => sum + m, 0),
    satisfied: raters.reduce((sum, [, s]) => sum + s, 0),
    voicesSquared: raters.reduce((sum, [m]) => sum + m * m, 0),
    satisfiedSquared: raters.reduce((sum, [m, s]) => sum + (s * s) / m, 0),
  });

  it('is the mean number of voices where everybody always says the same', () => {
    expect(
      designEffect([
        team([
          [4, 4],
          [4, 0],
          [4, 4],
          [4, 0],
        ]),
      ]),
    ).toBe(4);
  });

  it('is 1 where a rater agrees with themself no more than with others, and where everybody spoke once', () => {
    expect(
      designEffect([
        team([
          [4, 2],
          [4, 2],
          [4, 2],
          [4, 2],
        ]),
      ]),
    ).toBe(1);
    expect(
      designEffect([
        team([
          [1, 1],
          [1, 0],
          [1, 1],
        ]),
      ]),
    ).toBe(1);
    expect(designEffect([])).toBe(1);
  });

  it('takes a difference between teams for no agreement of raters', () => {
    expect(
      designEffect([
        team([
          [2, 2],
          [2, 2],
          [2, 2],
        ]),
        team([
          [2, 0],
          [2, 0],
          [2, 0],
        ]),
      ]),
    ).toBe(1);
  });

  it('agrees with a calculation by hand', () => {
    // 3 raters with 2 voices each, 2, 1 and 0 satisfied: MSB = 1/2, MSW = 1/6, rho = (1/2 - 1/6) / (1/2 + 1/6) = 0.5, deff = 1.5
    expect(
      designEffect([
        team([
          [2, 2],
          [2, 1],
          [2, 0],
        ]),
      ]),
    ).toBe(1.5);
  });
});

describe('the order of a list', () => {
  it('puts a team with few voices nearer to the company than one with many', () => {
    const teams = [
      { n: 5, satisfied: 5 },
      { n: 200, satisfied: 190 },
      { n: 200, satisfied: 120 },
    ];
    const towards = { p0: together(teams), kappa: strength(teams) };
    const [few = 0, many = 0] = teams.map((one) => shrunken(one, towards));
    expect(few).toBeLessThan(many);
  });

  it('draws with a strength between 8 and 100 voices', () => {
    expect(
      strength([
        { n: 100, satisfied: 50 },
        { n: 100, satisfied: 50 },
      ]),
    ).toBe(100);
    expect(
      strength([
        { n: 500, satisfied: 500 },
        { n: 500, satisfied: 0 },
      ]),
    ).toBe(8);
    fc.assert(
      fc.property(fc.array(voices, { maxLength: 30 }), (teams) => {
        const [kappa, p0] = [strength(teams), together(teams)];
        expect(kappa >= 8 && kappa <= 100 && p0 >= 0 && p0 <= 1).toBe(true);
      }),
    );
  });

  it('finds the strength again that made the shares', () => {
    // Between-team variance tau^2 = p0 q0 / (kappa + 1): two halves of many teams at p0 +- tau, kappa = 24, tau = 0.1
    const teams = Array.from({ length: 400 }, (_, i) => ({ n: 4000, satisfied: i % 2 ? 2400 : 1600 }));
    expect(strength(teams)).toBeCloseTo(24, 0);
  });
});

describe('places', () => {
  it('are ranges: nobody is surely better than a team whose interval overlaps', () => {
    expect(
      placesOf([
        { low: 0.8, high: 0.9 },
        { low: 0.6, high: 0.85 },
        { low: 0.5, high: 0.7 },
      ]),
    ).toEqual([
      { from: 1, to: 2 },
      { from: 1, to: 3 },
      { from: 2, to: 3 },
    ]);
  });

  it('of one team alone is the first', () => {
    expect(places([{ n: 30, satisfied: 12 }])).toEqual([{ from: 1, to: 1 }]);
  });

  it('come from intervals that hold jointly', () => {
    expect(jointZ(1)).toBeCloseTo(1.96, 2);
    expect(jointZ(24)).toBeCloseTo(normalQuantile(1 - (1 - 0.95 ** (1 / 24)) / 2), 9);
    fc.assert(
      fc.property(fc.array(voices, { minLength: 1, maxLength: 20 }), (teams) => {
        for (const { from, to } of places(teams)) expect(1 <= from && from <= to && to <= teams.length).toBe(true);
      }),
    );
  });
});

describe('a change', () => {
  it("has the interval of Newcombe's published example: 56 of 70 against 48 of 80 is 0.0524 to 0.3339", () => {
    const { low, high } = difference({ n: 70, satisfied: 56 }, { n: 80, satisfied: 48 }, 1, 1.959964);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('has a p-value that says the same as the interval', () => {
    fc.assert(
      fc.property(voices, voices, (now, before) => {
        const { low, high } = difference(now, before, 1.4, normalQuantile(0.975));
        const p = differenceP(now, before, 1.4);
        if (Math.abs(p - 0.05) > 1e-6) expect(p < 0.05).toBe(low > 0 || high < 0);
      }),
    );
  });

  it('is found among many as Benjamini and Hochberg published: 4 of their 15 p-values at 5 %', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(findings(p, 0.05).filter(Boolean)).toHaveLength(4);
    expect(findings(p.toReversed(), 0.05).lastIndexOf(true)).toBe(14);
    expect(findings([], 0.1)).toEqual([]);
  });
});

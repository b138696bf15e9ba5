// Random histories of a company: clicks, changes, withdrawals, lost and repeated answers, movers, crashes, missed ticks.
import fc from 'fast-check';
import type { RatingEvent } from '../../../shared/api/schemas.ts';
import { ASPECTS, REASONS, WAITS } from '../../../shared/words.ts';

/** How an event travels: after how many ticks it arrives, and after how many more once again. */
interface Travel {
  delay: number;
  again: number | null;
  /** How far the device's clock runs ahead. Milliseconds. */
  ahead: number;
}

export type Facets = Pick<RatingEvent, 'aspect' | 'reasons' | 'wait'>;

export type Action =
  | { kind: 'rate'; person: number; team: number; score: 1 | 2 | 3 | 4 | 5; facets: Facets; travel: Travel }
  /** Another word on something rated before; null withdraws. */
  | { kind: 'again'; which: number; score: RatingEvent['score']; facets: Facets; travel: Travel }
  | { kind: 'mover'; person: number; team: number };

export interface Week {
  actions: Action[];
  k: number;
  /** The tick is missed: nobody does its work. */
  missed: boolean;
  /** Where the first attempt at the work is interrupted. */
  crash: { nth: number; when: 'before' | 'after' } | null;
  /** How many jobs then do it at the same time. */
  jobs: number;
}

export interface History {
  /** Everybody's first team. */
  homes: number[];
  weeks: Week[];
}

const LEAVES = [4, 5, 6, 7] as const;
const score = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const);

const facets: fc.Arbitrary<Facets> = fc
  .record({
    aspect: fc.option(fc.record({ name: fc.constantFrom(...ASPECTS.slice(0, 2)), score }), { nil: undefined }),
    reasons: fc.option(fc.uniqueArray(fc.constantFrom(...REASONS.slice(0, 3)), { minLength: 1 }), { nil: undefined }),
    wait: fc.option(fc.constantFrom(...WAITS.slice(0, 2)), { nil: undefined }),
  })
  .map(({ aspect, reasons, wait }) => ({
    ...(aspect && { aspect }),
    ...(reasons && { reasons }),
    ...(wait && { wait }),
  }));

const travel: fc.Arbitrary<Travel> = fc.record({
  delay: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
  again: fc.constantFrom(null, null, null, 0, 1),
  ahead: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 600_000, 400 * 86_400_000),
});

const action = (people: number): fc.Arbitrary<Action> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('rate' as const),
        person: fc.nat(people - 1),
        team: fc.constantFrom(4, 4, 5, 6, 7, 2),
        score,
        facets,
        travel,
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('again' as const),
        which: fc.nat(10_000),
        score: fc.oneof(score, fc.constant(null)),
        facets,
        travel,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('mover' as const),
        person: fc.nat(people - 1),
        team: fc.constantFrom(...LEAVES),
      }),
    },
  );

const week = (people: number): fc.Arbitrary<Week> =>
  fc.record({
    actions: fc.array(action(people), { minLength: 0, maxLength: 16, size: 'max' }),
    k: fc.constantFrom(3, 3, 3, 3, 4, 5),
    missed: fc.constantFrom(false, false, false, false, false, false, true),
    crash: fc.option(fc.record({ nth: fc.nat(9), when: fc.constantFrom('before' as const, 'after' as const) })),
    jobs: fc.constantFrom(1, 1, 2),
  });

/** Half a year and more, from a summer on: two changes of quarter, one end of grace, and time enough to starve. */
export const histories: fc.Arbitrary<History> = fc.integer({ min: 6, max: 20 }).chain((people) =>
  fc.record({
    homes: fc.array(fc.constantFrom(6, 6, ...LEAVES), { minLength: people, maxLength: people }),
    weeks: fc.array(week(people), { minLength: 20, maxLength: 28 }),
  }),
);

import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOVE, type Move } from '../../../worker/store/pools.ts';
import { INTAKE, type Intake } from '../../../worker/store/ratings.ts';
import { RELEASE, type Release } from '../../../worker/store/releases.ts';
import { Violation } from './attacker.ts';
import { histories } from './history.ts';
import { type Played, play, type Statements } from './play.ts';

// HISTORIES=300 SEED=7 npx vitest run --project worker test/worker/attacker
const numRuns = Number(env.HISTORIES) || 10;
const seed = Number(env.SEED) || 20261121;

// Ratings that move keep their rows, and so ids that may lie under a mark of their new pool.
const IN_PLACE: Partial<Move> = {
  copy: `UPDATE rating SET day = ?2, pool = (
      SELECT t.id FROM pool p JOIN pool t ON t.customer = 0 AND t.team = iif(p.customer <> 0, p.team, (SELECT parent FROM team WHERE id = p.team))
      WHERE p.id = rating.pool)
    WHERE score IS NOT NULL AND pool IN (
      SELECT p.id FROM pool p JOIN team ON team.id = p.team WHERE p.moved = ?1 AND (p.customer <> 0 OR team.parent IS NOT NULL))
    AND id > (SELECT mark FROM pool p WHERE p.id = rating.pool)`,
};

const REAL: Statements = { intake: INTAKE, tick: { release: RELEASE, move: MOVE } };

/** Plays histories until one breaks the promise; the violation, or null. A counterexample is found again by seed and path. */
async function attack(statements: Statements, runs: number): Promise<{ violation: string | null; seen: Seen }> {
  const seen: Seen = { histories: 0, releases: 0, ratings: 0, fewMissing: 0 };
  const outcome = await fc.check(
    fc.asyncProperty(histories, async (history) => {
      const { releases, ratings, fewMissing } = await play(history, statements);
      seen.histories++;
      seen.releases += releases;
      seen.ratings += ratings;
      seen.fewMissing += fewMissing;
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  if (!outcome.failed) return { violation: null, seen };
  const { errorInstance: error } = outcome;
  if (!(error instanceof Violation)) throw error;
  return { violation: `${error.message} (seed ${seed}, path ${outcome.counterexamplePath})`, seen };
}

interface Seen extends Played {
  histories: number;
}

describe('an attacker who reads every view after every tick', () => {
  it('never sees a figure, a difference or a remainder behind which fewer than k people stand, and nothing is lost', async () => {
    const { violation, seen } = await attack(REAL, numRuns);
    console.log(`${seen.histories} histories, ${seen.releases} releases of ${seen.ratings} ratings`);
    expect(violation).toBeNull();
    expect(seen.releases).toBeGreaterThan(numRuns);
    // The exception that /promise names is a real one.
    expect(seen.fewMissing).toBeGreaterThan(0);
  }, 7_200_000);
});

describe('the attacker catches a worker that', () => {
  const caught: Record<string, { mutant: Statements; violation: RegExp }> = {
    'leaves raters of what waits under their old pseudonyms when the quarter changes': {
      mutant: withIntake({ rekeyRater: 'UPDATE rating SET epoch = ?2 WHERE ?1 IS NULL' }),
      violation: /released without enough people|people are miscounted/,
    },
    'leaves what waits under its old key when its rater comes back to it': {
      mutant: withIntake({ rekeyRating: 'UPDATE rating SET epoch = ?2 WHERE ?1 IS NULL' }),
      violation: /lost or made up/,
    },
    'keeps what waits under a key that is gone, because its rater came back to something else': {
      mutant: withIntake({
        rekeyRater: changed(INTAKE.rekeyRater, 'SET rater = a.rater', 'SET rater = a.rater, epoch = ?2'),
      }),
      violation: /lost or made up/,
    },
    'forgets that the revs of two keys differ': {
      mutant: withIntake({ rekeyRating: changed(INTAKE.rekeyRating, 'rating.rev + a.shift', 'rating.rev') }),
      violation: /answer is wrong|lost or made up/,
    },
    'counts ratings instead of people': {
      mutant: withRelease({ release: changed(RELEASE.release, 'GROUP BY r.pool, r.rater', 'GROUP BY r.pool, r.id') }),
      violation: /without enough people|people are miscounted/,
    },
    'forgets how many people a rating was promised to be among': {
      mutant: withRelease({ release: changed(RELEASE.release, 'max(?3, max(k))', '?3') }),
      violation: /without enough people/,
    },
    'moves ratings in place': { mutant: withMove(IN_PLACE), violation: /lost|raw|not heard/ },
    'edits a released rating': {
      mutant: withIntake({ take: changed(INTAKE.take, 'r.id > p.mark', 'r.id > 0') }),
      violation: /lost|raw|nobody gave/,
    },
    'lets a facet that was released come again with a rating that moved': {
      mutant: withMove({ copy: changed(MOVE.copy, /r\.spent \| iif\([\s\S]*?\) spent\b/, '0 spent') }),
      violation: /a facet was published twice/,
    },
    'forgets events whose clock ran ahead': {
      mutant: withIntake({ remember: changed(INTAKE.remember, 'ahead = 1', 'ahead = 2') }),
      violation: /answer is wrong|lost/,
    },
    "gives a withdrawn rating a name of its own beside its rater's other one in the release": {
      mutant: withIntake({
        cutRater: changed(INTAKE.cutRater, 'min(nobody) nobody', 'min(nobody) nobody, id').replace(
          'rating.rater = cut.rater AND',
          'rating.id = cut.id AND rating.rater = cut.rater AND',
        ),
      }),
      violation: /raw/,
    },
    'writes down who took something back': {
      mutant: withIntake({ take: changed(INTAKE.take, 'iif(a.score IS NULL, zeroblob(16), a.rater)', 'a.rater') }),
      violation: /names its rater/,
    },
    'leaves the name of its rater where a rating moved away': {
      mutant: withMove({ empty: changed(MOVE.empty, 'rater = zeroblob(16), ', '') }),
      violation: /names its rater/,
    },
    'keeps what is empty under the key of what was said since': {
      mutant: withIntake({ letGo: changed(INTAKE.letGo, 'r.epoch = 0 OR r.score IS NULL', 'r.epoch = 0') }),
      violation: /leads on/,
    },
    'keeps what belongs to nobody under the key of what was said since': {
      mutant: withIntake({ letGo: changed(INTAKE.letGo, 'r.epoch = 0 OR r.score IS NULL', 'r.score IS NULL') }),
      violation: /leads on/,
    },
    'lets what was said before share a key with what was cut from its rater': {
      mutant: withIntake({ cutKey: changed(INTAKE.cutKey, 'r.id <', 'r.id < 0 AND r.id <') }),
      violation: /leads on/,
    },
  };
  for (const [what, { mutant, violation }] of Object.entries(caught)) {
    it(what, async () => {
      const outcome = await attack(mutant, 40);
      console.log(`${what}: ${outcome.violation} after ${outcome.seen.histories} good histories`);
      expect(outcome.violation).toMatch(violation);
    }, 7_200_000);
  }
});

function withIntake(part: Partial<Intake>): Statements {
  return { ...REAL, intake: { ...INTAKE, ...part } };
}

function withRelease(part: Partial<Release>): Statements {
  return { ...REAL, tick: { ...REAL.tick, release: { ...RELEASE, ...part } } };
}

function withMove(part: Partial<Move>): Statements {
  return { ...REAL, tick: { ...REAL.tick, move: { ...MOVE, ...part } } };
}

/** A statement with one thing wrong; fails when the statement no longer has what the mutant takes away. */
function changed(sql: string, what: string | RegExp, into: string): string {
  const mutant = sql.replaceAll(typeof what === 'string' ? what : new RegExp(what, 'g'), into);
  if (mutant === sql) throw new Error(`there is no ${what} to change`);
  return mutant;
}

// From a request's rating events to stored ratings, and back: checks, pseudonyms, one batch, a result per event.
import type { FoundRating, RatingEvent, RatingResult } from '../shared/api/schemas.ts';
import { dateOf, dayOf, quarterOf } from './domain/clock.ts';
import { readK } from './domain/configuration.ts';
import { type Checked, checkEvent, type RatedAs } from './domain/events.ts';
import { facetBits } from './domain/facets.ts';
import { hex, raterPseudonym, ratingKey } from './domain/keys.ts';
import { SHARDS } from './domain/rule.ts';
import type { Asker, Env, World } from './env.ts';
import { Trouble } from './http/problem.ts';
import { type RaterKeys, readOrMakeKeys, rememberedKeys } from './store/keys.ts';
import { type Arrival, findRatings, INTAKE, type Intake, takeIn } from './store/ratings.ts';
import { ratedAsOf } from './store/teams.ts';

const ATTEMPTS = 3;

/** Takes in what one person sent. An event that is refused does not keep the others out; a database that fails keeps out all. */
export async function takeRatings(
  env: Env,
  world: World,
  asker: Asker,
  events: readonly RatingEvent[],
  sql: Intake = INTAKE,
): Promise<RatingResult[]> {
  const now = world.now();
  const day = dayOf(now / 1000, env);
  const k = readK(env);
  const ratedAs = await ratedAsOf(env.DB, [asker.team, ...events.map((event) => event.team)], now);
  const checked = events.map((event) => ({ event, check: checkEvent(event, asker.team, ratedAs, now) }));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const keys =
      (attempt === 0 ? rememberedKeys(env.DB) : null) ??
      (await readOrMakeKeys(env.DB, env.SECRET, { quarter: quarterOf(day), day }, world));
    const arrivals = await makeArrivals(checked, asker, ratedAs, keys, world);
    // Nothing but refusals: nothing to write.
    const newest =
      arrivals.length === 0
        ? new Map()
        : await takeIn(env.DB, arrivals, { epoch: keys.current.epoch, day, k, shards: SHARDS }, sql);
    if (newest) return checked.map(({ event, check }, at) => resultOf(event.id, check, newest.get(at) === true));
  }
  // The key changed under each attempt: a quarter does not end that often, so something else is wrong.
  throw new Trouble('unavailable', { retryAfter: 10 });
}

/** What is known of the asker's own ratings. Those of a quarter whose key is gone are nobody's any more. */
export async function findOwnRatings(
  env: Env,
  world: World,
  asker: Asker,
  wanted: readonly { team: number; conversation: string }[],
): Promise<FoundRating[]> {
  const day = dayOf(world.now() / 1000, env);
  const [ratedAs, keys] = await Promise.all([
    ratedAsOf(
      env.DB,
      wanted.map((one) => one.team),
      world.now(),
    ),
    readOrMakeKeys(env.DB, env.SECRET, { quarter: quarterOf(day), day }, world),
  ]);
  const known = await Promise.all(
    wanted.map(async ({ team, conversation }) => keysOf(keys, asker, conversation, ratedAs.get(team) ?? team)),
  );
  const found = await findRatings(
    env.DB,
    known.map(({ now, before }, at) => ({ at, key: now.key, keyBefore: before?.key ?? null })),
  );
  return found.flatMap(({ at, score, rev, before, tick }) => {
    const asked = wanted[at];
    const key = before ? known[at]?.before : known[at]?.now;
    if (!asked || !key) return [];
    return [{ ...asked, score, rev: rev - key.shift, counted: tick === null ? null : dateOf(dayOf(tick, env)) }];
  });
}

/** One person's checked events as the store takes them; the refused ones are left out. */
export async function makeArrivals(
  checked: readonly { event: RatingEvent; check: Checked }[],
  asker: Asker,
  ratedAs: RatedAs,
  keys: RaterKeys,
  world: World,
): Promise<Arrival[]> {
  const rater = await raterPseudonym(keys.current.hmac, asker);
  const raterBefore = keys.previous && (await raterPseudonym(keys.previous.hmac, asker));
  const arrivals = await Promise.all(
    checked.map(async ({ event, check }, at): Promise<Arrival | null> => {
      if (check.kind === 'rejected') return null;
      const { now, before } = await keysOf(keys, asker, event.conversation, check.team);
      return {
        at,
        event: event.id.replaceAll('-', '').toLowerCase(),
        rater,
        raterBefore,
        key: now.key,
        keyBefore: before?.key ?? null,
        team: check.team,
        customer: ratedAs.get(asker.team) ?? asker.team,
        score: event.score,
        facets: facetBits(event),
        aspectScore: event.aspect?.score ?? null,
        rev: check.rev + now.shift,
        revBefore: before && check.rev + before.shift,
        said: event.rev,
        ahead: check.ahead ? 1 : 0,
        nobody: hex(world.random(16)),
      };
    }),
  );
  return arrivals.filter((arrival) => arrival !== null);
}

async function keysOf({ current, previous }: RaterKeys, asker: Asker, conversation: string, team: number) {
  return {
    now: await ratingKey(current.hmac, asker, conversation, team),
    before: previous && (await ratingKey(previous.hmac, asker, conversation, team)),
  };
}

function resultOf(id: string, check: Checked, newest: boolean): RatingResult {
  if (check.kind === 'rejected') return { id, result: 'rejected', code: check.code };
  return { id, result: newest ? 'accepted' : 'superseded' };
}

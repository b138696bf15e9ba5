// Lives Acme's last half year through inside workerd: the worker's own code takes the ratings in and releases them, under a moved clock.
import { dayOf, latestTick, quarterOf } from '../../worker/domain/clock.ts';
import { readK } from '../../worker/domain/configuration.ts';
import { checkEvent } from '../../worker/domain/events.ts';
import { SHARDS } from '../../worker/domain/rule.ts';
import type { Env, World } from '../../worker/env.ts';
import { makeArrivals } from '../../worker/intake.ts';
import { runTick } from '../../worker/jobs/tick.ts';
import { readOrMakeKeys } from '../../worker/store/keys.ts';
import { takeIn } from '../../worker/store/ratings.ts';
import { ratedAsOf } from '../../worker/store/teams.ts';
import { teams } from './acme.ts';
import { halfYear, type PastRating, WEEKS } from './history.ts';

export default {
  async fetch(_: Request, env: Env): Promise<Response> {
    await relive({ ...env, TICK: 'weekly' }, Date.now());
    return new Response('done');
  },
};

async function relive(env: Env, now: number): Promise<void> {
  const ticks = lastTicks(now, env);
  const { weeks, pending } = halfYear(ticks, now);
  for (const [index, tick] of ticks.entries()) {
    await takeAll(env, weeks[index] ?? []);
    await runTick(env, worldAt(tick));
  }
  await takeAll(env, pending);
}

/** The ticks of the last half year, oldest first, ms since 1970. */
function lastTicks(now: number, env: Env): number[] {
  const ticks: number[] = [];
  for (let at = now; ticks.length < WEEKS; at = (ticks[0] ?? 0) - 1) ticks.unshift(latestTick(at, env) * 1000);
  return ticks;
}

/** What a week's raters gave, taken in at once when the last of it was given: the same statements as for one of them, in one batch. */
async function takeAll(env: Env, given: readonly PastRating[]): Promise<void> {
  const now = Math.max(...given.map((rating) => rating.at));
  const world = worldAt(now);
  const day = dayOf(now / 1000, env);
  const keys = await readOrMakeKeys(env.DB, env.SECRET, { quarter: quarterOf(day), day }, world);
  const ratedAs = await ratedAsOf(
    env.DB,
    teams.map((team) => team.id),
    now,
  );
  const arrivals = await Promise.all(
    given.map(async (rating, at) => {
      const { person } = rating;
      const asker = { person: person.id, issuer: env.ISSUER, subject: person.subject, team: person.team };
      const event = await eventOf(rating);
      const check = checkEvent(event, asker.team, ratedAs, now);
      const [arrival] = await makeArrivals([{ event, check }], asker, ratedAs, keys, world);
      if (!arrival) throw new Error(`${person.email} cannot rate team ${rating.team}`);
      return { ...arrival, at };
    }),
  );
  const newest = await takeIn(env.DB, arrivals, { epoch: keys.current.epoch, day, k: readK(env), shards: SHARDS });
  if (newest?.size !== given.length) throw new Error('the worker did not take every rating of the demo company');
}

async function eventOf({ person, team, conversation, score, wait, reasons, at }: PastRating) {
  return {
    id: crypto.randomUUID(),
    rev: at,
    team,
    conversation: await conversationKey(`${person.subject} ${conversation}`),
    score,
    reasons,
    ...(wait ? { wait } : {}),
  };
}

const worldAt = (now: number): World => ({
  now: () => now,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  fetch: () => Promise.reject(new Error('the past has no network')),
});

async function conversationKey(name: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)));
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

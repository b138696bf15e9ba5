// Lives Acme's last half year through inside workerd: the worker's own code takes each rating in and releases it, under a moved clock.

import { latestTick } from '../../worker/domain/clock.ts';
import type { Env } from '../../worker/env.ts';
import { takeRatings } from '../../worker/intake.ts';
import { runTick } from '../../worker/jobs/tick.ts';
import { halfYear, type PastRating, WEEKS } from './history.ts';

export default {
  async fetch(_: Request, env: Env): Promise<Response> {
    await relive({ ...env, TICK: 'weekly' }, Date.now());
    return new Response('done');
  },
};

async function relive(env: Env, now: number): Promise<void> {
  const ticks = lastTicks(now, env);
  const { weeks, pending } = halfYear(
    ticks.map((tick) => tick * 1000),
    now,
  );
  for (const [index, tick] of ticks.entries()) {
    await takeAll(env, weeks[index] ?? []);
    await runTick(env, worldAt(tick * 1000));
  }
  await takeAll(env, pending);
}

/** The ticks of the last half year, oldest first, seconds. */
function lastTicks(now: number, env: Env): number[] {
  const ticks: number[] = [];
  for (let tick = latestTick(now, env); ticks.length < WEEKS; tick = latestTick(tick * 1000 - 1, env))
    ticks.unshift(tick);
  return ticks;
}

/** One request per person, as their extensions would send it. */
async function takeAll(env: Env, given: readonly PastRating[]): Promise<void> {
  for (const part of slices(given, 20)) {
    await Promise.all(part.map((rating) => take(env, rating)));
  }
}

async function take(env: Env, rating: PastRating): Promise<void> {
  const { person, team, score, wait, reasons, at } = rating;
  const asker = { person: person.id, issuer: env.ISSUER, subject: person.subject, team: person.team };
  const event = {
    id: crypto.randomUUID(),
    rev: at,
    team,
    conversation: await conversationKey(`${person.subject} ${rating.conversation}`),
    score,
    reasons,
    ...(wait ? { wait } : {}),
  };
  const [result] = await takeRatings(env, worldAt(at), asker, [event]);
  if (result?.result !== 'accepted') throw new Error(`a rating of the demo company is ${result?.result}`);
}

const worldAt = (now: number) => ({
  now: () => now,
  random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
  fetch: () => Promise.reject(new Error('the past has no network')),
});

async function conversationKey(name: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)));
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

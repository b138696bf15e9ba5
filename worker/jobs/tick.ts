// What happens at a tick, step by step. Each step is one batch that happens once, so a crash, a repeat or a second job changes nothing.
import { dayOf, latestTick, mondayOf, quarterOf } from '../domain/clock.ts';
import { readK } from '../domain/configuration.ts';
import { GRACE_MS, SHARDS, WAIT_DAYS } from '../domain/rule.ts';
import type { Env, World } from '../env.ts';
import { doneSteps, endTick, once } from '../store/jobs.ts';
import { type RaterKeys, readOrMakeKeys } from '../store/keys.ts';
import { MOVE, type Move, moveOn } from '../store/pools.ts';
import { RELEASE, type Release, release } from '../store/releases.ts';
import { showWishes } from '../store/site-wishes.ts';
import { closeQuarter, endGrace } from './quarter.ts';

/** The statements that a test may vary. */
export interface TickStatements {
  release: Release;
  move: Move;
}

/**
 * Does what is due: releases, then moves, then, where the tick is the first of a quarter, the change of keys. Ticks that were missed are
 * made up at once, as the latest of them. Called as often as one likes; without anything due it reads a few rows.
 */
export async function runTick(
  env: Env,
  world: World,
  sql: TickStatements = { release: RELEASE, move: MOVE },
): Promise<void> {
  const now = world.now();
  const tick = latestTick(now, env);
  const today = dayOf(now / 1000, env);
  const k = readK(env);
  const done = await doneSteps(env.DB, tick);
  const keys = await readOrMakeKeys(env.DB, env.SECRET, { quarter: quarterOf(today), day: today }, world);
  // All of the day of change must be past: it says no hour, and days differ in length.
  const grace = keys.previous !== null && dayOf((now - GRACE_MS) / 1000, env) <= keys.current.since;
  if (!done.has('end')) await doTick(env, world, { tick, today, k, keys, grace, done }, sql);
  // An old key does not wait for a tick: nothing becomes visible when it goes.
  if (keys.previous && !grace) await endGrace(env, { tick, today, keys });
}

interface Due {
  tick: number;
  /** Not the tick's day where the work is done late. */
  today: number;
  k: number;
  keys: RaterKeys;
  /** The key of the quarter before is still needed. */
  grace: boolean;
  done: ReadonlySet<string>;
}

async function doTick(
  env: Env,
  world: World,
  { tick, today, k, keys, grace, done }: Due,
  sql: TickStatements,
): Promise<void> {
  const day = dayOf(tick, env);
  for (let shard = 0; shard < SHARDS; shard++) {
    if (done.has(`release ${shard}`)) continue;
    await release(env.DB, { tick, shard, k, week: mondayOf(day) }, sql.release);
  }
  if (!done.has('move')) {
    await moveOn(env.DB, { tick, day, before: day - WAIT_DAYS, shards: SHARDS }, sql.move);
  }
  if (!done.has('wishes')) {
    await once(env.DB, tick, 'wishes', showWishes(env.DB, { tick, epoch: keys.current.epoch, k }));
  }
  // After the releases: what was given until now belongs to the quarter that closes, and so do its facets.
  const quarter = quarterOf(day);
  // Where the last change was so late that its grace is not over, the next one waits: only one key before is kept.
  if (keys.current.quarter < quarter && !grace) await closeQuarter(env, world, { tick, today, quarter, k, keys });
  await endTick(env.DB, tick);
}

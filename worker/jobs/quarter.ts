// The change of quarter: a new key, pools for the pairs that were busy, what statistics keep of it; and a month later the end of the old key.
import { designEffect } from '../../shared/statistics/effect.ts';
import { strength } from '../../shared/statistics/order.ts';
import { RATER_KEY_BYTES, wrapKey } from '../domain/keys.ts';
import { AHEAD_DAYS, PAIR_FACTOR, SHARDS } from '../domain/rule.ts';
import type { Env, World } from '../env.ts';
import { once } from '../store/jobs.ts';
import { destroyKeys, type RaterKeys, turnKeys } from '../store/keys.ts';
import { choosePairs } from '../store/pools.ts';
import { forgetAhead, keepQuarter, readClusters } from '../store/quarters.ts';

/** Closes the quarter of the current key. Its raters are known under one name only until then, so what needs them is worked out first. */
export async function closeQuarter(
  env: Env,
  world: Pick<World, 'random'>,
  { tick, today, quarter, k, keys }: { tick: number; today: number; quarter: string; k: number; keys: RaterKeys },
): Promise<void> {
  const closing = keys.current;
  const teams = await readClusters(env.DB, closing.epoch);
  const deff = designEffect(teams);
  const kappa = strength(
    teams.map(({ voices, satisfied }) => ({ n: voices, satisfied })),
    deff,
  );
  const wrapped = await wrapKey(env.SECRET, closing.epoch + 1, world.random(RATER_KEY_BYTES), world.random);
  await once(env.DB, tick, 'quarter', [
    keepQuarter(env.DB, { quarter: closing.quarter, deff, kappa }),
    ...choosePairs(env.DB, { epoch: closing.epoch, raters: PAIR_FACTOR * k, shards: SHARDS }),
    // After a long outage the key before may still be there, though its grace is over.
    ...destroyKeys(env.DB, closing.epoch),
    ...turnKeys(env.DB, closing.epoch, { quarter, wrapped, day: today }),
  ]);
}

/** Destroys the key of the quarter before. From then on nobody can tell whose its ratings were. */
export async function endGrace(
  env: Env,
  { tick, today, keys }: { tick: number; today: number; keys: RaterKeys },
): Promise<void> {
  await once(env.DB, tick, 'grace', [
    ...destroyKeys(env.DB, keys.current.epoch),
    forgetAhead(env.DB, today - AHEAD_DAYS),
  ]);
}

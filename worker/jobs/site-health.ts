// Health reports are for mending what is broken now; old ones go.
import type { Env, World } from '../env.ts';
import { forgetReports } from '../store/site-health.ts';

const HOUR_MS = 3_600_000;
export const KEPT_HOURS = 30 * 24;

/** The hour that a moment (ms) is in, since 1970. */
export const hourOf = (now: number) => Math.floor(now / HOUR_MS);

export function forgetHealth(env: Env, world: Pick<World, 'now'>): Promise<void> {
  return forgetReports(env.DB, hourOf(world.now()) - KEPT_HOURS);
}

// What the platform calls: requests, and the clock four times an hour.
import { createApp, earth } from './app.ts';
import type { Env } from './env.ts';
import { forget } from './identity/broker.ts';
import { rebuildDirectory } from './identity/directory.ts';
import { forgetHealth } from './jobs/site-health.ts';
import { joinSmallTeams } from './jobs/small-teams.ts';
import { runTick } from './jobs/tick.ts';
import { log } from './log.ts';

const app = createApp();

const HOURLY: ((env: Env) => Promise<void>)[] = [
  joinSmallTeams,
  (env) => forget(env, earth),
  (env) => forgetHealth(env, earth),
  (env) => rebuildDirectory(env, earth),
];

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  scheduled: async ({ scheduledTime }, env) => {
    // Somewhere six o'clock strikes at any quarter of an hour of the world's clock; all other work is for the full hour.
    const hourly = new Date(scheduledTime).getUTCMinutes() === 0 ? HOURLY : [];
    // Each on its own: what one cannot do today must not keep the others from their work.
    const done = await Promise.allSettled([runTick(env, earth), ...hourly.map((work) => work(env))]);
    const failed = done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    for (const reason of failed) log(reason, env);
    if (failed.length > 0) throw new Error('part of the scheduled work failed');
  },
} satisfies ExportedHandler<Env>;

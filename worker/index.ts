// What the platform calls: requests, and the clock every hour.
import { createApp, earth } from './app.ts';
import type { Env } from './env.ts';
import { forget } from './identity/broker.ts';
import { rebuildDirectory } from './identity/directory.ts';
import { forgetHealth } from './jobs/site-health.ts';
import { joinSmallTeams } from './jobs/small-teams.ts';
import { runTick } from './jobs/tick.ts';

const app = createApp();

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  scheduled: async (_, env) => {
    // Each on its own: what one cannot do today must not keep the others from their work.
    const done = await Promise.allSettled([
      joinSmallTeams(env),
      runTick(env, earth),
      forget(env, earth),
      forgetHealth(env, earth),
      rebuildDirectory(env, earth),
    ]);
    const failed = done.filter((one) => one.status === 'rejected').map((one) => one.reason);
    if (failed.length > 0) throw new AggregateError(failed, 'part of the hourly work failed');
  },
} satisfies ExportedHandler<Env>;

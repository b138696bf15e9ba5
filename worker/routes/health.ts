// GET /healthz: 200 once the worker can serve, which is when its settings are right and its migrated database answers.
import { Hono } from 'hono';
import { latestTick } from '../domain/clock.ts';
import { readK } from '../domain/configuration.ts';
import type { App } from '../env.ts';

export const health = new Hono<App>().get('/', async (c) => {
  readK(c.env);
  latestTick(c.var.world.now(), c.env);
  await c.env.DB.prepare('SELECT id FROM team LIMIT 1').first();
  return c.text('ok');
});

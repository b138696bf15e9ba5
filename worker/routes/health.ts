// GET /healthz: 200 once the worker can serve, which is when its migrated database answers.
import { Hono } from 'hono';
import type { App } from '../env.ts';

export const health = new Hono<App>().get('/', async (c) => {
  await c.env.DB.prepare('SELECT id FROM team LIMIT 1').first();
  return c.text('ok');
});

// GET /healthz: 200 once the worker can serve, which is when its settings are right, its migrated database answers, and its secret is the
// one that the quarter's key was stored with. Else 503; the reason stands in the log alone.
import { Hono } from 'hono';
import { checkSettings } from '../domain/settings.ts';
import type { App } from '../env.ts';
import { deriveKey } from '../identity/derive.ts';
import { readKeys } from '../store/keys.ts';

export const health = new Hono<App>().get('/', async (c) => {
  const { env } = c;
  checkSettings(env);
  await Promise.all([
    deriveKey(env.SECRET, 'access-token'),
    readKeys(env.DB, env.SECRET),
    env.DB.prepare('SELECT id FROM team LIMIT 1').first(),
  ]);
  return c.text('ok');
});

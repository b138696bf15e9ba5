// The guard of what only administrators may see and do; stands behind `signedIn`.
import type { MiddlewareHandler } from 'hono';
import type { App } from '../env.ts';
import { readReader } from '../store/figures.ts';
import { Trouble } from './problem.ts';

/** Sets `reader`. Asked at each request: a role that was taken away is gone at once. Throws `forbidden`. */
export function adminOnly(): MiddlewareHandler<App> {
  return async function adminOnly(c, next) {
    const reader = await readReader(c.env.DB, c.var.asker.person);
    if (!reader.admin) throw new Trouble('forbidden');
    c.set('reader', reader);
    await next();
  };
}

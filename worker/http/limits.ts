// Rate limits: they keep one person or one address from wearing the worker out. Approximate by nature; no rule rests on them.
import type { Context, MiddlewareHandler } from 'hono';
import type { App } from '../env.ts';
import { Trouble } from './problem.ts';

/** Both limits count over one minute (wrangler.toml); a caller who waits that long has room again. Seconds. */
const PERIOD = 60;

/** Counts a request of a signed-in person. */
export async function limitPerson(c: Context<App>): Promise<void> {
  const { success } = await c.env.LIMIT_API.limit({ key: `person:${c.var.asker.person}` });
  if (!success) throw new Trouble('too_many', { retryAfter: PERIOD });
}

/** For what anybody may call: counts requests by the client's address. */
export function limitAddress(): MiddlewareHandler<App> {
  return async function limitAddress(c, next) {
    const address = c.req.header('CF-Connecting-IP') ?? 'unknown';
    const { success } = await c.env.LIMIT_SIGN_IN.limit({ key: `address:${address}` });
    if (!success) throw new Trouble('too_many', { retryAfter: PERIOD });
    await next();
  };
}

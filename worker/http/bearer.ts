// The guard of /api: a bearer token and nothing else says who asks; a cookie is never looked at.
import type { Context, MiddlewareHandler } from 'hono';
import type { App, Asker } from '../env.ts';
import { checkAccess } from '../identity/access.ts';
import { limitPerson } from './limits.ts';
import { Trouble } from './problem.ts';

/** Sets `asker`, then counts the request against the person's limit. */
export function bearer(): MiddlewareHandler<App> {
  return async function bearer(c, next) {
    c.set('asker', await readAsker(c));
    await limitPerson(c);
    await next();
  };
}

/** Who the request's access token speaks for. Throws `unauthorized` or `expired`. */
export async function readAsker(c: Context<App>): Promise<Asker> {
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (token === undefined) throw new Trouble('unauthorized');
  return checkAccess(c.env, c.var.world, token);
}

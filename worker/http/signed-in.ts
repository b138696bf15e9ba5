// The guard of the pages: who has no session is sent to sign in and comes back to the same page.
import type { MiddlewareHandler } from 'hono';
import type { App } from '../env.ts';
import { readSession } from '../identity/session.ts';
import { Trouble } from './problem.ts';

/** Sets `asker` from the session. Without one a GET goes to /auth/sign-in; any other method is `unauthorized`. */
export function signedIn(): MiddlewareHandler<App> {
  return async function signedIn(c, next) {
    const asker = await readSession(c);
    if (!asker) {
      if (c.req.method !== 'GET' && c.req.method !== 'HEAD') throw new Trouble('unauthorized');
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`/auth/sign-in?return=${encodeURIComponent(pathname + search)}`, 303);
    }
    c.set('asker', asker);
    return next();
  };
}

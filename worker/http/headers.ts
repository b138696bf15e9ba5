// Headers that every answer carries: nothing loads, frames or caches unless a route says otherwise.
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { App } from '../env.ts';

/** A route that sets one of these headers itself keeps its own (the pages' Content-Security-Policy, a cacheable answer). */
export function securityHeaders(): MiddlewareHandler<App> {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // Not no-referrer: with it browsers send `Origin: null` with our own forms, and the same-origin guard could not tell.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false,
    xFrameOptions: 'DENY',
    xDownloadOptions: false,
    overwrite: false,
  });
  return async function securityHeaders(c, next) {
    await secure(c, next);
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
    if (c.env.ORIGIN.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=63072000');
  };
}

// The guard of the pages' own writes: only a page of this worker may send them.
import type { MiddlewareHandler } from 'hono';
import type { App } from '../env.ts';
import { Trouble } from './problem.ts';

/**
 * Lets GET and HEAD pass, and every other method only when its `Origin` is the worker's and `Sec-Fetch-Site`, where the
 * browser sends it, is `same-origin`. A write without an `Origin` is refused: every browser sends one.
 */
export function sameOrigin(): MiddlewareHandler<App> {
  return async function sameOrigin(c, next) {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const site = c.req.header('Sec-Fetch-Site') ?? 'same-origin';
      if (c.req.header('Origin') !== c.env.ORIGIN || site !== 'same-origin') throw new Trouble('forbidden');
    }
    await next();
  };
}

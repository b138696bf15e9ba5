// The worker's whole surface: which path leads where, and which guard stands before it.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { App, World } from './env.ts';
import { bearer } from './http/bearer.ts';
import { securityHeaders } from './http/headers.ts';
import { notFound, onError } from './http/problem.ts';
import { admin } from './routes/admin.tsx';
import { auth } from './routes/auth.ts';
import { config } from './routes/config.ts';
import { connect } from './routes/connect.ts';
import { directory } from './routes/directory.ts';
import { health } from './routes/health.ts';
import { openapi } from './routes/openapi.ts';
import { pages } from './routes/pages.tsx';
import { ratings } from './routes/ratings.ts';
import { siteWishes } from './routes/site-wishes.ts';
import { healthReports, sites } from './routes/sites.ts';
import { token } from './routes/token.ts';

/** The clock, randomness and network of a deployed worker. */
export const earth: World = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  fetch: (input, init) => fetch(input, init),
};

export function createApp(world: Partial<World> = {}) {
  const here = { ...earth, ...world };
  return new Hono<App>()
    .onError(onError)
    .notFound(notFound)
    .use(async (c, next) => {
      c.set('world', here);
      await next();
    })
    .use(securityHeaders())
    .route('/healthz', health)
    .route('/api', api())
    .route('/auth', auth)
    .route('/connect', connect)
    .route('/admin', admin)
    .route('/', pages);
}

/** Bearer tokens only: no cookie is read, so CORS may answer every origin (and never with credentials). */
function api() {
  return (
    new Hono<App>()
      .use(
        cors({
          origin: '*',
          allowMethods: ['GET', 'POST'],
          allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match'],
          exposeHeaders: ['ETag', 'Retry-After'],
          maxAge: 86_400,
        }),
      )
      // For everybody
      .route('/', token)
      .route('/', openapi)
      // For signed-in people
      .use(bearer())
      .route('/config', config)
      .route('/directory', directory)
      .route('/ratings', ratings)
      .route('/sites', sites)
      .route('/health-reports', healthReports)
      .route('/site-wishes', siteWishes)
  );
}

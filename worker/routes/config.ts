// GET /api/config: what an extension must know of the company and of who asks.
import { Hono } from 'hono';
import type { ConfigResponse } from '../../shared/api/schemas.ts';
import { nextTickDay } from '../domain/clock.ts';
import { readK } from '../domain/configuration.ts';
import type { App } from '../env.ts';
import { hasAlready, tagOf } from '../http/etag.ts';
import { Trouble } from '../http/problem.ts';
import { readKinds } from '../store/directory.ts';
import { readPerson, readTeams } from '../store/people.ts';
import { readSites } from '../store/sites.ts';

export const config = new Hono<App>().get('/', async (c) => {
  const [me, teams, directoryKinds, { sites }] = await Promise.all([
    readPerson(c.env.DB, c.var.asker.person),
    readTeams(c.env.DB),
    readKinds(c.env.DB),
    readSites(c.env.DB),
  ]);
  // Inactive since the token was given out: it is not renewed either.
  if (!me) throw new Trouble('unauthorized');
  const answer: ConfigResponse = {
    company: c.env.COMPANY,
    ratings: 'anonymous',
    k: readK(c.env),
    nextTick: nextTickDay(c.var.world.now(), c.env),
    directoryKinds,
    teams,
    sites,
    me,
  };
  const body = JSON.stringify(answer);
  if (hasAlready(c, await tagOf(Uint8Array.from(new TextEncoder().encode(body))))) return c.body(null, 304);
  return c.body(body, 200, { 'Content-Type': 'application/json' });
});

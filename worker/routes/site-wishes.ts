// POST /api/site-wishes: a host of which a description would be welcome. Counted once per person, under a name that is nobody's.
import { Hono } from 'hono';
import { SiteWishRequest } from '../../shared/api/schemas.ts';
import { dayOf, latestTick, quarterOf } from '../domain/clock.ts';
import { readK } from '../domain/configuration.ts';
import { wishKey, wishPlaces } from '../domain/keys.ts';
import type { App } from '../env.ts';
import { readJson } from '../http/body.ts';
import { Trouble } from '../http/problem.ts';
import { readOrMakeKeys } from '../store/keys.ts';
import { takeWish, WISHES_PER_TICK } from '../store/site-wishes.ts';

export const siteWishes = new Hono<App>().post('/', async (c) => {
  const { host } = await readJson(c, SiteWishRequest);
  const {
    env,
    var: { asker, world },
  } = c;
  const day = dayOf(world.now() / 1000, env);
  const { current } = await readOrMakeKeys(env.DB, env.SECRET, { quarter: quarterOf(day), day }, world);
  const key = await wishKey(current.hmac, asker, host);
  const places = await wishPlaces(current.hmac, asker, latestTick(world.now(), env), WISHES_PER_TICK);
  // Without Retry-After: there is nothing else for which the extension should wait until the next tick.
  if (!(await takeWish(env.DB, { host, epoch: current.epoch, key, places, k: readK(env) })))
    throw new Trouble('too_many');
  return c.body(null, 204);
});

// POST /api/site-wishes: a host of which a description would be welcome. Counted once per person, under a name that is nobody's.
import { Hono } from 'hono';
import { SiteWishRequest } from '../../shared/api/schemas.ts';
import { dayOf, quarterOf } from '../domain/clock.ts';
import { readK } from '../domain/configuration.ts';
import { wishKey } from '../domain/keys.ts';
import type { App } from '../env.ts';
import { readJson } from '../http/body.ts';
import { readOrMakeKeys } from '../store/keys.ts';
import { takeWish } from '../store/site-wishes.ts';

export const siteWishes = new Hono<App>().post('/', async (c) => {
  const { host } = await readJson(c, SiteWishRequest);
  const {
    env,
    var: { asker, world },
  } = c;
  const day = dayOf(world.now() / 1000, env);
  const { current } = await readOrMakeKeys(env.DB, env.SECRET, { quarter: quarterOf(day), day }, world);
  const key = await wishKey(current.hmac, asker, host);
  await takeWish(env.DB, { host, epoch: current.epoch, key, k: readK(env) });
  return c.body(null, 204);
});

// A person's own ratings: they come in here, and only their rater can ask for them again.
import { Hono } from 'hono';
import { FindRatingsRequest, RatingsRequest } from '../../shared/api/schemas.ts';
import type { App } from '../env.ts';
import { readJson } from '../http/body.ts';
import { findOwnRatings, takeRatings } from '../intake.ts';

export const ratings = new Hono<App>()
  .post('/', async (c) => {
    const { events } = await readJson(c, RatingsRequest);
    return c.json({ results: await takeRatings(c.env, c.var.world, c.var.asker, events) });
  })
  .post('/find', async (c) => {
    const { ratings: wanted } = await readJson(c, FindRatingsRequest);
    return c.json({ ratings: await findOwnRatings(c.env, c.var.world, c.var.asker, wanted) });
  });

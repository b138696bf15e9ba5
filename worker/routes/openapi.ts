// GET /api/openapi.json: the API described for programs, open to anybody.
import { Hono } from 'hono';
import { describeApi } from '../../shared/api/openapi.ts';
import type { App } from '../env.ts';

export const openapi = new Hono<App>().get('/openapi.json', (c) => c.json(describeApi(c.env.ORIGIN)));

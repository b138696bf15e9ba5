// The least a worker of this kind can be: Hono and one route. Only its size is looked at.
import { Hono } from 'hono';

export default new Hono().get('/', (c) => c.text('ok'));

// POST /api/token and /api/sign-out: where an extension's sign-in is renewed and ended. Open to anybody, because what they take
// is itself a secret.
import { Hono } from 'hono';
import { SignOutRequest, TokenRequest } from '../../shared/api/schemas.ts';
import type { App } from '../env.ts';
import { readAsker } from '../http/bearer.ts';
import { readJson } from '../http/body.ts';
import { limitAddress } from '../http/limits.ts';
import { Trouble } from '../http/problem.ts';
import { refresh, tradeCode } from '../identity/broker.ts';
import { hashSecret } from '../identity/derive.ts';
import { revokeFamily, revokePerson } from '../store/tokens.ts';

export const token = new Hono<App>()
  .post('/token', limitAddress(), async (c) => {
    const request = await readJson(c, TokenRequest);
    if (request.grant === 'code') return c.json(await tradeCode(c.env, c.var.world, request));
    return c.json(await refresh(c.env, c.var.world, request.refreshToken));
  })
  .post('/sign-out', limitAddress(), async (c) => {
    const { refreshToken, everywhere } = await readJson(c, SignOutRequest);
    if (everywhere) await revokePerson(c.env.DB, (await readAsker(c)).person);
    else if (refreshToken === undefined) throw new Trouble('malformed', { field: 'refreshToken' });
    if (refreshToken !== undefined) await revokeFamily(c.env.DB, await hashSecret(refreshToken));
    return c.body(null, 204);
  });

// GET /connect/authorize: an extension asks, in the user's browser, for a one-time code.
import { Hono } from 'hono';
import * as v from 'valibot';
import type { App } from '../env.ts';
import { limitAddress } from '../http/limits.ts';
import { notice } from '../http/notice.ts';
import { Trouble } from '../http/problem.ts';
import { arrive, goAndSignIn } from '../identity/arrive.ts';
import { backTo, isExtension } from '../identity/broker.ts';
import { ConnectRequest } from '../identity/flow.ts';
import { readSession } from '../identity/session.ts';

const Query = v.object({
  code_challenge: ConnectRequest.entries.challenge,
  code_challenge_method: v.literal('S256'),
  state: ConnectRequest.entries.state,
  prompt: v.optional(v.picklist(['none', 'login'])),
});

export const connect = new Hono<App>().get('/authorize', limitAddress(), async (c) => {
  const redirectUri = c.req.query('redirect_uri') ?? '';
  // Nothing at all goes to an address that is not on the list, not even an error.
  if (!isExtension(c.env, redirectUri)) return notice(c, 400, 'unknown_extension');
  const query = v.safeParse(Query, c.req.query());
  if (!query.success) {
    const request = { redirectUri, challenge: '', state: c.req.query('state') ?? '' };
    return c.redirect(backTo(request, { error: 'invalid_request' }), 303);
  }
  const { code_challenge: challenge, state, prompt = null } = query.output;
  const silent = prompt === 'none';
  const next = { kind: 'extension', request: { redirectUri, challenge, state }, silent } as const;
  const asker = prompt === 'login' ? null : await readSession(c);
  if (asker) return arrive(c, next, asker);
  try {
    return await goAndSignIn(c, next, prompt);
  } catch (error) {
    if (!silent || !(error instanceof Trouble)) throw error;
    return c.redirect(backTo(next.request, { error: 'temporarily_unavailable' }), 303);
  }
});

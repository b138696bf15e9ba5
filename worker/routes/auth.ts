// Signing in and out of the pages, and the way back from the company's identity provider, for pages and extension alike.
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { limitAddress } from '../http/limits.ts';
import { localAddress } from '../http/local-address.ts';
import { notice } from '../http/notice.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { mayEnter } from '../identity/anew.ts';
import { arrive, askAnew, goAndSignIn, turnAway } from '../identity/arrive.ts';
import { takeFlow } from '../identity/flow.ts';
import { finishSignIn } from '../identity/provider.ts';
import { recognise } from '../identity/recognise.ts';
import { endSession, startSession } from '../identity/session.ts';

export const auth = new Hono<App>()
  .get('/sign-in', limitAddress(), async (c) => {
    const address = localAddress(c.env.ORIGIN, c.req.query('return'));
    return goAndSignIn(c, { kind: 'page', address }, c.req.query('prompt') === 'login' ? 'login' : null);
  })
  .get('/callback', limitAddress(), async (c) => {
    const flow = await takeFlow(c, c.req.query('state') ?? '');
    if (!flow) return notice(c, 400, 'sign_in_failed', '/auth/sign-in');
    const answer = await finishSignIn(c.env, c.var.world, new URL(c.req.url), flow);
    if (answer.kind !== 'authenticated') return turnAway(c, flow.next, answer);
    const asker = await recognise(c.env.DB, { ...answer, issuer: c.env.ISSUER });
    if (!asker) return turnAway(c, flow.next, { kind: 'unknown' });
    if (!(await mayEnter(c, asker, flow, answer.authenticatedAt))) return askAnew(c, flow);
    await startSession(c, asker);
    return arrive(c, flow.next, asker);
  })
  .post('/sign-out', sameOrigin(), async (c) => {
    await endSession(c);
    return c.redirect('/auth/signed-out', 303);
  })
  // Who has just signed out and comes again may be somebody else: the provider is told to ask.
  .get('/signed-out', (c) => notice(c, 200, 'farewell', '/auth/sign-in?prompt=login'));

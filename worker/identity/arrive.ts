// The ways of a sign-in: to the identity provider, and from there where somebody goes who is known, and what somebody hears who is not.
import type { Context } from 'hono';
import type { App, Asker } from '../env.ts';
import { notice } from '../http/notice.ts';
import { backTo, grantCode } from './broker.ts';
import { type Flow, type Next, startFlow } from './flow.ts';
import { beginSignIn, type Prompt } from './provider.ts';

/** Why nobody was signed in. */
export type Refusal =
  /** The identity provider said no, in its own word. */
  | { kind: 'refused'; error: string }
  /** The provider's answer did not hold. */
  | { kind: 'invalid' }
  /** The provider knows them, the company's directory does not (or no longer). */
  | { kind: 'unknown' };

/** To the identity provider. */
export async function goAndSignIn(c: Context<App>, next: Next, prompt: Prompt | null): Promise<Response> {
  return c.redirect(await beginSignIn(c.env, c.var.world, await startFlow(c, next, prompt), prompt), 303);
}

/** The provider knows who it is, and is to ask all the same. It was told to already: then its answer does not hold. */
export function askAnew(c: Context<App>, { next, asked }: Flow): Response | Promise<Response> {
  if (next.kind === 'extension' && next.silent) return turnAway(c, next, { kind: 'refused', error: 'login_required' });
  return asked ? turnAway(c, next, { kind: 'invalid' }) : goAndSignIn(c, next, 'login');
}

/** On to the page, or back to the extension with a one-time code. */
export async function arrive(c: Context<App>, next: Next, asker: Asker): Promise<Response> {
  const address = next.kind === 'page' ? next.address : await grantCode(c.env, c.var.world, asker, next.request);
  return c.redirect(address, 303);
}

/** An extension that signs in unseen, or whose user said no, hears an OAuth error; everybody else reads a notice. */
export function turnAway(c: Context<App>, next: Next, refusal: Refusal): Response | Promise<Response> {
  if (next.kind === 'extension' && (next.silent || refusal.kind === 'refused')) {
    return c.redirect(backTo(next.request, { error: errorOf(refusal, next.silent) }), 303);
  }
  if (refusal.kind === 'unknown') return notice(c, 403, 'not_in_directory', again(next, '&prompt=login'));
  return notice(c, 400, 'sign_in_failed', again(next, ''));
}

function errorOf(refusal: Refusal, silent: boolean): string {
  if (refusal.kind === 'invalid') return 'server_error';
  // Providers have several words for "I would have to ask" (OpenID Connect Core, 3.1.2.6); the extension needs one.
  return refusal.kind === 'refused' && silent ? 'login_required' : 'access_denied';
}

/** An extension starts again by itself, with a new secret. */
function again(next: Next, more: string): string | undefined {
  return next.kind === 'page' ? `/auth/sign-in?return=${encodeURIComponent(pathOf(next.address))}${more}` : undefined;
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

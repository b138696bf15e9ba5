// A browser's session on the pages: an opaque cookie whose hash is all that is stored.
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { App, Asker } from '../env.ts';
import { dropSession, findSession, replaceSession } from '../store/sessions.ts';
import { hashSecret } from './derive.ts';
import { endOf, secretUntil, wholeWeeks } from './secrets.ts';

/** Half a day: afterwards the identity provider is asked again, mostly without anybody noticing. Seconds. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** What is left of a session goes then, at the latest. */
const REMEMBER_MS = 14 * 24 * 60 * 60 * 1000;
const NAME = 'session';
/** `__Host-`: the browser keeps it to this host, secure, path `/`; no other host or path can plant one. */
export const COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', prefix: 'host' } as const;

/** Who the request's session belongs to, or null. */
export async function readSession(c: Context<App>): Promise<Asker | null> {
  const cookie = getCookie(c, NAME, 'host');
  if (!cookie || endOf(cookie) <= c.var.world.now()) return null;
  return findSession(c.env.DB, await hashSecret(cookie), c.env.ISSUER);
}

/** Starts a session under a fresh secret and ends the browser's former one, so that no planted cookie gains rights. */
export async function startSession(c: Context<App>, asker: Asker): Promise<void> {
  const former = getCookie(c, NAME, 'host');
  const now = c.var.world.now();
  const secret = secretUntil(c.var.world, now + SESSION_SECONDS * 1000);
  const expires = wholeWeeks(now + REMEMBER_MS);
  const session = { hash: await hashSecret(secret), person: asker.person, issuer: c.env.ISSUER, expires };
  await replaceSession(c.env.DB, session, former ? await hashSecret(former) : null);
  setCookie(c, NAME, secret, { ...COOKIE, maxAge: SESSION_SECONDS });
}

export async function endSession(c: Context<App>): Promise<void> {
  const cookie = getCookie(c, NAME, 'host');
  if (cookie) await dropSession(c.env.DB, await hashSecret(cookie));
  deleteCookie(c, NAME, COOKIE);
}

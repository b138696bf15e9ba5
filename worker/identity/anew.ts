// After "sign out everywhere" a session that lives on at the identity provider opens nothing: in each browser the person is asked once to
// sign in anew, and the browser remembers it. (By a cookie, and not by when they signed in: most providers do not say, and the
// database is to hold no time of it.)
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { base64url } from 'jose';
import type { App, Asker } from '../env.ts';
import { readSignedOut } from '../store/people.ts';
import { deriveKey } from './derive.ts';
import type { Flow } from './flow.ts';
import { COOKIE } from './session.ts';

const NAME = 'anew';
/** As long as browsers keep any cookie. Seconds. */
const KEEP_SECONDS = 400 * 24 * 60 * 60;
/** The provider's clock may be behind ours. ms */
const SKEW_MS = 5 * 60 * 1000;

/**
 * Whether a person may come in by a flow: where they signed out everywhere, only in a browser in which they have signed in since.
 * @param authenticatedAt when the provider says that it last asked who it is, ms since 1970
 */
export async function mayEnter(
  c: Context<App>,
  asker: Asker,
  flow: Flow,
  authenticatedAt: number | null,
): Promise<boolean> {
  const mark = await readSignedOut(c.env.DB, asker.person);
  if (mark === null) return true;
  const proof = await proofOf(c.env.SECRET, mark);
  if (getCookie(c, NAME, 'host') !== proof && !wasAsked(flow, authenticatedAt)) return false;
  setCookie(c, NAME, proof, { ...COOKIE, maxAge: KEEP_SECONDS });
  return true;
}

/** Whether the provider asked in this very flow who it is. Many do not say when they asked: then it counts that they were told to. */
function wasAsked({ asked, began, next }: Flow, authenticatedAt: number | null): boolean {
  if (next.kind === 'extension' && next.silent) return false;
  if (asked) return authenticatedAt === null || authenticatedAt >= began - SKEW_MS;
  // It says so in whole seconds.
  return authenticatedAt !== null && authenticatedAt > began - 1000;
}

/** What a browser remembers: nobody can make it without SECRET, and after the next time it is worth nothing. */
async function proofOf(secret: string, mark: string): Promise<string> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', await deriveKey(secret, 'signed-in-anew'), how, false, ['sign']);
  return base64url.encode(new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(mark))));
}

// Signs in without a window where the browser has a session with the company's server. Whoever signs in on a summary page
// need not do it again in the extension, so this is tried while somebody looks at a page that could be rated, too.
import * as v from 'valibot';
import { accountAt } from '../account/account.ts';
import { patience } from '../account/patience.ts';
import { signIn } from '../account/sign-in.ts';

/** After a refusal the next attempt waits 10 s, 20 s, 40 s, ... up to a quarter of an hour: a server without a session is left alone. */
const FIRST_MS = 10_000;
const LONGEST_MS = 15 * 60_000;

/** In memory of the browser's session only. */
const Tried = v.object({ server: v.string(), at: v.number(), times: v.number() });

/** Nobody is signed in, or the server ended it. Whoever signed out on purpose is left in peace. */
export async function wantsSignIn(server: string): Promise<boolean> {
  const account = await accountAt(server);
  return account === undefined || (account.kind === 'in' && account.refreshToken === null);
}

/** @returns whether somebody is signed in now; several at once make one attempt */
export function signInSilently(server: string): Promise<boolean> {
  return navigator.locks.request('hearback-silent', async () => {
    if (!(await wantsSignIn(server))) return (await accountAt(server))?.kind === 'in';
    if ((await silentAgain(server)) > Date.now()) return false;
    // Beforehand, so that being stopped in the middle counts as well.
    await chrome.storage.session.set({ silent: { server, at: Date.now(), times: (await times(server)) + 1 } });
    const { ok } = await signIn(server, false);
    if (ok) await chrome.storage.session.remove('silent');
    return ok;
  });
}

/** When the next attempt may be made, ms since 1970. */
export async function silentAgain(server: string): Promise<number> {
  const before = await tried(server);
  const pause = before ? Math.min(LONGEST_MS, FIRST_MS * 2 ** (before.times - 1)) : 0;
  return Math.max((before?.at ?? 0) + pause, Date.now() + (await patience(server)) * 1000);
}

const times = async (server: string) => (await tried(server))?.times ?? 0;

async function tried(server: string): Promise<v.InferOutput<typeof Tried> | null> {
  const { silent } = await chrome.storage.session.get('silent');
  const parsed = v.safeParse(Tried, silent);
  return parsed.success && parsed.output.server === server ? parsed.output : null;
}

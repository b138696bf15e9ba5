// Signs in through the company's server: without a window where its session allows, else when asked to by a click.
import { createClient } from '../../shared/api/client.ts';
import type { Requests } from '../protocol.ts';
import { hold } from './access.ts';
import { accountAt, keepAccount } from './account.ts';
import { attempt, authorizeUrl, returned } from './challenge.ts';
import { heed } from './patience.ts';

export type SignIn = Requests['signIn']['answer'];

/** @param interactive a person asked for it just now: a window may open */
export function signIn(server: string, interactive: boolean): Promise<SignIn> {
  return navigator.locks.request('hearback-sign-in', async () => {
    const current = attempt(chrome.identity.getRedirectURL());
    const account = await accountAt(server);
    // Whoever signed out on purpose may want to come back as somebody else; whom the server signed out, and did not let in again unseen,
    // it would ask anyway.
    const ended = account?.kind === 'out' || account?.refreshToken === null;
    const url = await authorizeUrl(server, current, interactive ? (ended ? 'login' : null) : 'none');
    let address: string | undefined;
    try {
      address = await chrome.identity.launchWebAuthFlow({ url, interactive });
    } catch (error) {
      // Both browsers tell a closed window from a page that could not be loaded by words only.
      return { ok: false, why: /load/i.test(String(error)) ? 'offline' : 'cancelled' };
    }
    const answer = returned(address, current);
    if (answer.kind !== 'code') return { ok: false, why: answer.kind === 'refused' ? 'refused' : 'offline' };

    const { verifier, redirectUri } = current;
    const client = createClient(server, (...request) => fetch(...request));
    const token = await client('token', { body: { grant: 'code', code: answer.code, verifier, redirectUri } });
    if (token.kind !== 'ok') {
      await heed(server, token);
      return { ok: false, why: token.kind === 'offline' ? 'offline' : 'refused' };
    }
    await keepAccount(server, token.value);
    await hold(server, token.value);
    return { ok: true };
  });
}

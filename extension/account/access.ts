// The access token: ten minutes long, in memory only, renewed by one at a time.
import * as v from 'valibot';
import { createClient } from '../../shared/api/client.ts';
import type { TokenResponse } from '../../shared/api/schemas.ts';
import { dropRefreshToken, keepAccount, signedIn } from './account.ts';
import { heed, patience } from './patience.ts';

/** A token speaks for one account; what belongs to another is not sent with it. */
export type Access =
  | { kind: 'token'; token: string; account: string }
  | { kind: 'sign_in' }
  /** `retryAfter`: seconds that the server asked for, where it did. */
  | { kind: 'offline'; retryAfter: number | null };

/** Survives the background's sleep, not the browser's end; content scripts cannot read it. */
const Held = v.object({ server: v.string(), account: v.string(), token: v.string(), until: v.number() });
type Held = v.InferOutput<typeof Held>;

/** Renewed this long before its end, so that no request is on its way with a dying one. ms */
const MARGIN_MS = 30_000;

/**
 * An access token for the server, renewed where needed.
 * @param refused a token that the server has just refused, though its time had not come
 */
export async function access(server: string, refused?: string): Promise<Access> {
  const held = await usable(server, refused);
  if (held) return held;
  // A refresh token is good once. Whoever waits here finds the token that the one before brought.
  return navigator.locks.request('hearback-token', async () => {
    const brought = await usable(server, refused);
    return brought ?? renew(server);
  });
}

async function renew(server: string): Promise<Access> {
  const refreshToken = (await signedIn(server))?.refreshToken;
  if (!refreshToken) return { kind: 'sign_in' };
  const wait = await patience(server);
  if (wait > 0) return { kind: 'offline', retryAfter: wait };
  const client = createClient(server, (...request) => fetch(...request));
  const ask = () => client('token', { body: { grant: 'refresh', refreshToken } });
  // Stopped before the new refresh token is on disk, or answer lost: the server still takes the old one for half a minute.
  let answer = await ask();
  if (answer.kind === 'offline') answer = await ask();
  if (answer.kind === 'ok') {
    await keepAccount(server, answer.value);
    return hold(server, answer.value);
  }
  if (answer.kind !== 'problem') return { kind: 'offline', retryAfter: null };
  if (answer.code !== 'invalid_grant') {
    await heed(server, answer);
    return { kind: 'offline', retryAfter: answer.retryAfter };
  }
  await dropRefreshToken(server, refreshToken);
  return { kind: 'sign_in' };
}

export async function hold(server: string, { accessToken: token, account, expiresIn }: TokenResponse): Promise<Access> {
  const held: Held = { server, account, token, until: Date.now() + expiresIn * 1000 };
  await chrome.storage.session.set({ access: held });
  return { kind: 'token', token, account };
}

export const letGo = (): Promise<void> => chrome.storage.session.remove('access');

async function usable(server: string, refused: string | undefined): Promise<Access | null> {
  const { access: stored } = await chrome.storage.session.get('access');
  const parsed = v.safeParse(Held, stored);
  if (!parsed.success) return null;
  const { token, account, until, server: of } = parsed.output;
  const good = of === server && token !== refused && until - MARGIN_MS > Date.now();
  return good ? { kind: 'token', token, account } : null;
}

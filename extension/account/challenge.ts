// One sign-in attempt: the address that is opened, and what must come back to this very attempt (state, PKCE).
import { encode } from './base64url.ts';

export interface Attempt {
  verifier: string;
  state: string;
  redirectUri: string;
}

export type Returned = { kind: 'code'; code: string } | { kind: 'refused' };

export function attempt(redirectUri: string): Attempt {
  const random = (bytes: number) => encode(crypto.getRandomValues(new Uint8Array(bytes)));
  return { verifier: random(32), state: random(16), redirectUri };
}

/** @param silent ask for no page: answer at once, from a session that exists, or refuse */
export async function authorizeUrl(
  server: string,
  { verifier, state, redirectUri }: Attempt,
  silent: boolean,
): Promise<string> {
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    redirect_uri: redirectUri,
    code_challenge: encode(new Uint8Array(challenge)),
    code_challenge_method: 'S256',
    state,
    ...(silent ? { prompt: 'none' } : {}),
  });
  return `${server}/connect/authorize?${query}`;
}

/** Reads where the flow ended. Anything that is not the answer to this attempt is a refusal. */
export function returned(address: string | undefined, { state, redirectUri }: Attempt): Returned {
  if (!address || !URL.canParse(address)) return { kind: 'refused' };
  const url = new URL(address);
  const code = url.searchParams.get('code');
  const ours = url.origin + url.pathname === redirectUri && url.searchParams.get('state') === state;
  return ours && code ? { kind: 'code', code } : { kind: 'refused' };
}

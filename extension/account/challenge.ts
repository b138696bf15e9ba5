// One sign-in attempt: the address that is opened, and what must come back to this very attempt (state, PKCE).
import { encode } from './base64url.ts';

export interface Attempt {
  verifier: string;
  state: string;
  redirectUri: string;
}

export type Returned = { kind: 'code'; code: string } | { kind: 'refused' } | { kind: 'unavailable' };

/** `none`: answer at once, from a session that exists, or refuse; `login`: ask who it is, though there is a session. */
export type Prompt = 'none' | 'login' | null;

export function attempt(redirectUri: string): Attempt {
  const random = (bytes: number) => encode(crypto.getRandomValues(new Uint8Array(bytes)));
  return { verifier: random(32), state: random(16), redirectUri };
}

export async function authorizeUrl(
  server: string,
  { verifier, state, redirectUri }: Attempt,
  prompt: Prompt,
): Promise<string> {
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    redirect_uri: redirectUri,
    code_challenge: encode(new Uint8Array(challenge)),
    code_challenge_method: 'S256',
    state,
    ...(prompt ? { prompt } : {}),
  });
  return `${server}/connect/authorize?${query}`;
}

/** Reads where the flow ended. Anything that is not the answer to this attempt is a refusal. */
export function returned(address: string | undefined, { state, redirectUri }: Attempt): Returned {
  if (!address || !URL.canParse(address)) return { kind: 'refused' };
  const url = new URL(address);
  const code = url.searchParams.get('code');
  const ours = url.origin + url.pathname === redirectUri && url.searchParams.get('state') === state;
  if (!ours) return { kind: 'refused' };
  if (code) return { kind: 'code', code };
  return { kind: url.searchParams.get('error') === 'temporarily_unavailable' ? 'unavailable' : 'refused' };
}

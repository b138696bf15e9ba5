// The extension's side of signing in, as far as the worker can tell: a verifier, a code, tokens.
import { env } from 'cloudflare:test';
import * as v from 'valibot';
import { TokenResponse } from '../../shared/api/schemas.ts';
import type { createApp } from '../../worker/app.ts';
import type { Env } from '../../worker/env.ts';
import { type Browser, locationOf } from './browser.ts';
import { s256 } from './issuer.ts';

export const REDIRECT = env.EXTENSION_REDIRECTS;
const VERIFIER = 'v'.repeat(43);

/** The address that an extension opens; `changed` replaces or (with null) removes parameters. */
export async function authorizePath(changed: Record<string, string | null> = {}): Promise<string> {
  const query = new URLSearchParams({
    redirect_uri: REDIRECT,
    code_challenge: await s256(VERIFIER),
    code_challenge_method: 'S256',
    state: 'of-the-extension',
  });
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `/connect/authorize?${query}`;
}

/** A code for the person whose session the browser has. */
export async function fetchCode(browser: Browser): Promise<string> {
  const back = new URL(locationOf(await browser.open(await authorizePath())));
  return back.searchParams.get('code') ?? '';
}

/** POSTs JSON as the extension does: no cookie, no Accept. */
export async function post(
  app: ReturnType<typeof createApp>,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  settings: Env = env,
): Promise<Response> {
  const init = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  };
  return app.request(path, init, settings);
}

export const codeGrant = (code: string) => ({ grant: 'code', code, verifier: VERIFIER, redirectUri: REDIRECT });
export const refreshGrant = (refreshToken: string) => ({ grant: 'refresh', refreshToken });

/** The tokens in an answer of 200. */
export async function tokensIn(answer: Response): Promise<TokenResponse> {
  if (answer.status !== 200) throw new Error(`no tokens in an answer of ${answer.status}: ${await answer.text()}`);
  return v.parse(TokenResponse, await answer.json());
}

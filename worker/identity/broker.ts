// The broker between the extension and the company's identity provider: one-time codes, access tokens, rotating refresh tokens.
//
// Every secret that is stored, and how. All are 32 random bytes, so a plain SHA-256 of one tells nothing about it.
//
// | secret            | whose            | kept as                             | good for                  | row removed            |
// | ----------------- | ---------------- | ----------------------------------- | ------------------------- | ---------------------- |
// | session cookie    | a browser        | session.hash, SHA-256               | 12 hours, until sign-out  | at expiry or sign-out  |
// | connect code      | an extension     | connect_code.hash, SHA-256          | one use within 60 s       | a week after           |
// | PKCE verifier     | an extension     | connect_code.challenge, SHA-256     | with its code             | with its code          |
// | refresh token     | an extension     | refresh_token.hash, SHA-256         | one use within 30 days    | a week after its use   |
// | refresh family    | an extension     | refresh_family.id, 16 random bytes  | 180 days, until revoked   | when it has no tokens  |
//
// Not stored at all:
//
// | secret            | whose            | what it is                                             | good for            |
// | ----------------- | ---------------- | ------------------------------------------------------ | ------------------- |
// | access token      | an extension     | JWT, HS256 under a key derived from SECRET             | 10 minutes          |
// | sign-in flow      | a browser        | cookie, A256GCM under a key derived from SECRET        | 10 minutes, one use |
// | conversation key  | a person         | HMAC of issuer and subject under a derived key         | as long as SECRET   |
// | account id        | a person         | HMAC of issuer and subject under another derived key   | as long as SECRET   |
// | provider's tokens | the provider     | used once to learn who it is, then dropped             | one request         |
import { base64url } from 'jose';
import type { TokenResponse } from '../../shared/api/schemas.ts';
import type { Asker, Env, World } from '../env.ts';
import { Trouble } from '../http/problem.ts';
import { forgetExpired, type NewToken, redeemCode, rotateToken, saveCode } from '../store/tokens.ts';
import { ACCESS_SECONDS, mintAccess } from './access.ts';
import { derivePersonal, hashSecret } from './derive.ts';
import type { ConnectRequest } from './flow.ts';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const CODE_MS = 60 * SECOND;
const TOKEN_MS = 30 * DAY;
export const FAMILY_MS = 180 * DAY;
/** An answer may be lost on its way; the extension then asks again with the token it still has. */
const GRACE_MS = 30 * SECOND;
export const REMEMBER_MS = 7 * DAY;

/** True only for an address on the deployment's list, letter by letter. */
export function isExtension(env: Env, redirectUri: string): boolean {
  return env.EXTENSION_REDIRECTS.split(/\s+/).filter(Boolean).includes(redirectUri);
}

/** The address that takes a one-time code back to the extension. */
export async function grantCode(env: Env, world: World, asker: Asker, request: ConnectRequest): Promise<string> {
  const code = base64url.encode(world.random(32));
  await saveCode(env.DB, {
    hash: await hashSecret(code),
    asker,
    challenge: request.challenge,
    redirectUri: request.redirectUri,
    expires: world.now() + CODE_MS,
  });
  return backTo(request, { code });
}

/** The address that takes an answer, good or bad, back to the extension. */
export function backTo(request: ConnectRequest, answer: { code: string } | { error: string }): string {
  const url = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  url.searchParams.set('state', request.state);
  return url.href;
}

/** Throws `invalid_grant` for a code that is unknown, used, too old, or not of this verifier and address. */
export async function tradeCode(
  env: Env,
  world: World,
  { code, verifier, redirectUri }: { code: string; verifier: string; redirectUri: string },
): Promise<TokenResponse> {
  const { secret, token } = await freshToken(env, world);
  const asker = await redeemCode(env.DB, {
    code: await hashSecret(code),
    challenge: base64url.encode(await hashSecret(verifier)),
    redirectUri,
    family: { id: world.random(16), expires: world.now() + FAMILY_MS },
    token,
  });
  return answer(env, world, asker, secret);
}

/** Throws `invalid_grant` for a token that is unknown, too old, revoked or replayed, or of an inactive person. */
export async function refresh(env: Env, world: World, refreshToken: string): Promise<TokenResponse> {
  const { secret, token } = await freshToken(env, world);
  const old = await hashSecret(refreshToken);
  const asker = await rotateToken(env.DB, { old, token, grace: GRACE_MS, remember: REMEMBER_MS });
  return answer(env, world, asker, secret);
}

/** Sweeps away what no longer opens anything. */
export function forget(env: Env, world: World): Promise<void> {
  return forgetExpired(env.DB, world.now(), REMEMBER_MS);
}

async function freshToken(env: Env, world: World): Promise<{ secret: string; token: NewToken }> {
  const secret = base64url.encode(world.random(32));
  const now = world.now();
  return { secret, token: { hash: await hashSecret(secret), expires: now + TOKEN_MS, now, issuer: env.ISSUER } };
}

async function answer(env: Env, world: World, asker: Asker | null, refreshToken: string): Promise<TokenResponse> {
  if (!asker) throw new Trouble('invalid_grant');
  const [account, conversationSecret] = await Promise.all([
    derivePersonal(env.SECRET, 'account', asker),
    derivePersonal(env.SECRET, 'conversation', asker),
  ]);
  return {
    accessToken: await mintAccess(env, world, asker),
    expiresIn: ACCESS_SECONDS,
    refreshToken,
    account: base64url.encode(account.subarray(0, 16)),
    conversationSecret: base64url.encode(conversationSecret),
  };
}

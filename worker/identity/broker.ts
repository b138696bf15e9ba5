// The broker between the extension and the company's identity provider: one-time codes, access tokens, rotating refresh tokens.
//
// Every secret that is stored, and how. All are 32 random bytes, so a plain SHA-256 of one tells nothing about it. Sessions and codes carry
// their own end; the times in the database are whole weeks (secrets.ts says why), so what says 30 days is 30 to 37, 180 are 173 to 180,
// and two weeks are one to two.
//
// | secret            | whose            | kept as                             | good for                  | row removed            |
// | ----------------- | ---------------- | ----------------------------------- | ------------------------- | ---------------------- |
// | session cookie    | a browser        | session.hash, SHA-256               | 12 hours, until sign-out  | two weeks, or sign-out |
// | connect code      | an extension     | connect_code.hash, SHA-256          | one use within 60 s       | within two weeks       |
// | PKCE verifier     | an extension     | connect_code.challenge, SHA-256     | with its code             | with its code          |
// | refresh token     | an extension     | refresh_token.hash, SHA-256         | one use within 30 days    | two weeks after its use|
// | refresh family    | an extension     | refresh_family.id, 16 random bytes  | 180 days, until revoked   | when it has no tokens  |
//
// Not stored at all:
//
// | secret            | whose            | what it is                                             | good for            |
// | ----------------- | ---------------- | ------------------------------------------------------ | ------------------- |
// | anew cookie       | a browser        | HMAC of the person's mark in signed_out                | 400 days            |
// | access token      | an extension     | JWT, HS256 under a key derived from SECRET             | 10 minutes          |
// | sign-in flow      | a browser        | cookie, A256GCM under a key derived from SECRET        | 10 minutes, one use |
// | conversation key  | a person         | HMAC of issuer and subject under a derived key         | as long as SECRET   |
// | account id        | a person         | HMAC of issuer and subject under another derived key   | as long as SECRET   |
// | provider's tokens | the provider     | used once to learn who it is, then dropped             | one request         |
import { base64url } from 'jose';
import type { TokenResponse } from '../../shared/api/schemas.ts';
import { hex } from '../domain/keys.ts';
import type { Asker, Env, World } from '../env.ts';
import { Trouble } from '../http/problem.ts';
import { forgetExpired, type NewToken, redeemCode, rotateToken, saveCode } from '../store/tokens.ts';
import { ACCESS_SECONDS, mintAccess } from './access.ts';
import { derivePersonal, hashSecret } from './derive.ts';
import type { ConnectRequest } from './flow.ts';
import { endOf, secretUntil, wholeWeeks } from './secrets.ts';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const CODE_MS = 60 * SECOND;
const TOKEN_MS = 37 * DAY;
export const FAMILY_MS = 180 * DAY;
/** An answer may be lost on its way; the extension then asks again with the token it still has: for 30 seconds, and up to ten more. */
const GRACE_MS = 30 * SECOND;
const GRACE_STEP_MS = 10 * SECOND;
export const REMEMBER_MS = 14 * DAY;

/** True only for an address on the deployment's list, letter by letter. */
export function isExtension(env: Env, redirectUri: string): boolean {
  return env.EXTENSION_REDIRECTS.split(/\s+/).filter(Boolean).includes(redirectUri);
}

/** The address that takes a one-time code back to the extension. */
export async function grantCode(env: Env, world: World, asker: Asker, request: ConnectRequest): Promise<string> {
  const now = world.now();
  const code = secretUntil(world, now + CODE_MS);
  await saveCode(env.DB, {
    hash: await hashSecret(code),
    person: asker.person,
    issuer: env.ISSUER,
    challenge: request.challenge,
    redirectUri: request.redirectUri,
    forget: wholeWeeks(now + REMEMBER_MS),
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
    late: endOf(code) <= world.now(),
    challenge: base64url.encode(await hashSecret(verifier)),
    redirectUri,
    family: { id: world.random(16), expires: wholeWeeks(world.now() + FAMILY_MS) },
    token,
  });
  return answer(env, world, asker, secret);
}

/** Throws `invalid_grant` for a token that is unknown, too old, revoked or replayed, or of an inactive person. */
export async function refresh(env: Env, world: World, refreshToken: string): Promise<TokenResponse> {
  const { secret, token } = await freshToken(env, world);
  const old = await hashSecret(refreshToken);
  const use = await usesOf(refreshToken, token.now);
  const asker = await rotateToken(env.DB, { old, use, token, remember: wholeWeeks(token.now + REMEMBER_MS) });
  return answer(env, world, asker, secret);
}

/** Sweeps away what no longer opens anything. */
export function forget(env: Env, world: World): Promise<void> {
  return forgetExpired(env.DB, world.now());
}

async function freshToken(env: Env, world: World): Promise<{ secret: string; token: NewToken }> {
  const secret = base64url.encode(world.random(32));
  const now = world.now();
  return {
    secret,
    token: { hash: await hashSecret(secret), expires: wholeWeeks(now + TOKEN_MS), now, issuer: env.ISSUER },
  };
}

/** What a token leaves in the database when it is used tells its moment to nobody but who holds the token. */
async function usesOf(refreshToken: string, now: number): Promise<{ now: string; recent: string[] }> {
  const step = Math.floor(now / GRACE_STEP_MS);
  const use = async (ago: number) => hex(await hashSecret(`${refreshToken} ${step - ago}`));
  const recent = await Promise.all(Array.from({ length: GRACE_MS / GRACE_STEP_MS + 1 }, (_, ago) => use(ago)));
  return { now: await use(0), recent };
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

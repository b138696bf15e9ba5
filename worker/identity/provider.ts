// The company's identity provider, by OpenID Connect: code, PKCE, state and nonce, as a confidential client.
import * as oauth from 'oauth4webapi';
import { onLoopback } from '../domain/configuration.ts';
import type { Env, World } from '../env.ts';
import { Trouble } from '../http/problem.ts';

/** What a browser's flow keeps between leaving for the provider and coming back. */
export interface Secrets {
  state: string;
  nonce: string;
  verifier: string;
}

export type Prompt = 'none' | 'login';

export type Answer =
  /**
   * `email`: only if the provider has verified it. `authenticatedAt`: when it last asked who it is, ms since 1970, where it says so.
   */
  | { kind: 'authenticated'; subject: string; email: string | null; authenticatedAt: number | null }
  /** The provider said no: `login_required`, `access_denied`, ... */
  | { kind: 'refused'; error: string }
  /** The answer does not hold: wrong state, nonce, issuer, audience, signature, time, or a used code. */
  | { kind: 'invalid' };

/** Where to send the browser. */
export async function beginSignIn(env: Env, world: World, secrets: Secrets, prompt: Prompt | null): Promise<string> {
  const provider = await discover(env, world);
  if (!provider.authorization_endpoint) throw new Error('the identity provider names no authorization endpoint');
  const url = new URL(provider.authorization_endpoint);
  const parameters = {
    client_id: env.CLIENT_ID,
    redirect_uri: redirectUri(env),
    response_type: 'code',
    scope: 'openid email profile',
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...(prompt ? { prompt } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Checks what the browser brought back and fetches who it is. Throws `unavailable` where the provider does not answer. */
export async function finishSignIn(env: Env, world: World, callback: URL, secrets: Secrets): Promise<Answer> {
  const provider = await discover(env, world);
  const client: oauth.Client = { client_id: env.CLIENT_ID, [oauth.clockSkew]: skew(world) };
  try {
    const parameters = oauth.validateAuthResponse(provider, client, callback, secrets.state);
    const answer = await oauth.authorizationCodeGrantRequest(
      provider,
      client,
      authentication(provider, env),
      parameters,
      redirectUri(env),
      secrets.verifier,
      reach(env, world),
    );
    const tokens = await oauth.processAuthorizationCodeResponse(provider, client, answer, {
      expectedNonce: secrets.nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(provider, answer, reach(env, world));
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    if (!claims) return { kind: 'invalid' };
    // Some providers keep the address out of the ID token and tell it only on asking.
    const about =
      'email' in claims ? claims : await askAbout(env, world, provider, client, tokens.access_token, claims.sub);
    const authenticatedAt = typeof claims.auth_time === 'number' ? claims.auth_time * 1000 : null;
    return { kind: 'authenticated', subject: claims.sub, email: verifiedEmail(about), authenticatedAt };
  } catch (error) {
    if (error instanceof Trouble) throw error;
    if (error instanceof oauth.AuthorizationResponseError) return { kind: 'refused', error: error.error };
    // Names what did not hold; the library's messages carry no token and no claim.
    if (error instanceof Error) console.error('sign-in refused:', error.message);
    return { kind: 'invalid' };
  }
}

async function askAbout(
  env: Env,
  world: World,
  provider: oauth.AuthorizationServer,
  client: oauth.Client,
  token: string,
  subject: string,
): Promise<Record<string, unknown>> {
  if (!provider.userinfo_endpoint) return {};
  const answer = await oauth.userInfoRequest(provider, client, token, reach(env, world));
  return oauth.processUserInfoResponse(provider, client, subject, answer);
}

/**
 * Anybody may type any address into some providers' profiles: unverified is as good as none. Microsoft Entra ID never says
 * `email_verified`; its optional claim `xms_edov` says whether the tenant has proved that the address's domain is its own.
 */
function verifiedEmail(about: Record<string, unknown>): string | null {
  const { email, email_verified, xms_edov } = about;
  return typeof email === 'string' && isYes(email_verified ?? xms_edov) ? email.trim() : null;
}

/** Some providers write the word (Amazon Cognito) or the number (Entra ID). */
const isYes = (claim: unknown) => claim === true || claim === 'true' || claim === 1 || claim === '1';

interface Discovered {
  issuer: string;
  server: oauth.AuthorizationServer;
  until: number;
}
/** What the provider says of itself, kept for an hour beside the app that asked; its keys are kept with it by the library. */
const known = new WeakMap<World, Discovered>();
const KEEP_MS = 60 * 60 * 1000;

async function discover(env: Env, world: World): Promise<oauth.AuthorizationServer> {
  const kept = known.get(world);
  if (kept && kept.issuer === env.ISSUER && kept.until > world.now()) return kept.server;
  const issuer = new URL(env.ISSUER);
  const answer = await oauth.discoveryRequest(issuer, reach(env, world));
  const server = await oauth.processDiscoveryResponse(issuer, answer);
  known.set(world, { issuer: env.ISSUER, server, until: world.now() + KEEP_MS });
  return server;
}

type Request = oauth.CustomFetchOptions<string, URLSearchParams | undefined>;

/** How the provider is reached: a dead or failing one is `unavailable`, and plain HTTP is for this very machine only. */
function reach(env: Env, world: World) {
  return {
    [oauth.customFetch]: async (url: string, { body, signal, ...rest }: Request) => {
      const init = { ...rest, ...(body ? { body } : {}), ...(signal ? { signal } : {}) };
      const answer = await world.fetch(url, init).catch(() => null);
      if (!answer || answer.status >= 500) throw new Trouble('unavailable', { retryAfter: 10 });
      return answer;
    },
    [oauth.allowInsecureRequests]: onLoopback(env.ISSUER) && onLoopback(env.ORIGIN),
    signal: AbortSignal.timeout(10_000),
  };
}

function authentication(provider: oauth.AuthorizationServer, env: Env): oauth.ClientAuth {
  const methods = provider.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return methods.includes('client_secret_basic')
    ? oauth.ClientSecretBasic(env.CLIENT_SECRET)
    : oauth.ClientSecretPost(env.CLIENT_SECRET);
}

const redirectUri = (env: Env) => `${env.ORIGIN}/auth/callback`;

/** The library reads the system's clock; this sets it to the world's. Seconds. */
const skew = (world: World) => Math.round((world.now() - Date.now()) / 1000);

// A sign-in under way: kept in the browser that began it, sealed, for ten minutes. Nobody can finish a flow that another began.
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { base64url, EncryptJWT, jwtDecrypt } from 'jose';
import * as v from 'valibot';
import type { App } from '../env.ts';
import { deriveKey } from './derive.ts';
import type { Prompt, Secrets } from './provider.ts';
import { COOKIE } from './session.ts';

/** Long enough to find a second factor. Seconds. */
const FLOW_SECONDS = 600;

/** What an extension asked of the broker. */
export const ConnectRequest = v.object({
  redirectUri: v.string(),
  challenge: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  state: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,200}$/)),
});
export type ConnectRequest = v.InferOutput<typeof ConnectRequest>;

const Next = v.variant('kind', [
  /** A page of the worker's own, as `localAddress` left it. */
  v.object({ kind: v.literal('page'), address: v.string() }),
  /** Back to the extension. `silent`: nobody is looking, so nothing may be shown. */
  v.object({ kind: v.literal('extension'), request: ConnectRequest, silent: v.boolean() }),
]);
export type Next = v.InferOutput<typeof Next>;

const Flow = v.object({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  next: Next,
  /** The provider was told to ask who it is, though it may know. */
  asked: v.boolean(),
  /** ms since 1970 */
  began: v.number(),
});
export type Flow = v.InferOutput<typeof Flow>;

/** Each flow has its own cookie, so that a page and the extension can sign in at the same time. */
const cookieOf = (state: string) => `flow-${state.slice(0, 16)}`;

export async function startFlow(c: Context<App>, next: Next, prompt: Prompt | null): Promise<Secrets> {
  const secret = () => base64url.encode(c.var.world.random(32));
  const secrets = { state: secret(), nonce: secret(), verifier: secret() };
  const began = c.var.world.now();
  const sealed = await new EncryptJWT({ ...secrets, next, asked: prompt === 'login', began })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(Math.floor(began / 1000) + FLOW_SECONDS)
    .encrypt(await deriveKey(c.env.SECRET, 'sign-in-flow'));
  setCookie(c, cookieOf(secrets.state), sealed, { ...COOKIE, maxAge: FLOW_SECONDS });
  return secrets;
}

/**
 * The flow that a callback's state points to, if this browser began it and not too long ago. Its cookie is gone afterwards.
 * That the whole state is the same is for `finishSignIn` to check.
 */
export async function takeFlow(c: Context<App>, state: string): Promise<Flow | null> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(state)) return null;
  const sealed = getCookie(c, cookieOf(state), 'host');
  if (!sealed) return null;
  deleteCookie(c, cookieOf(state), COOKIE);
  try {
    const { payload } = await jwtDecrypt(sealed, await deriveKey(c.env.SECRET, 'sign-in-flow'), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      currentDate: new Date(c.var.world.now()),
      requiredClaims: ['exp'],
    });
    return v.parse(Flow, payload);
  } catch {
    return null;
  }
}

// What a deployment gives the worker (wrangler.toml and secrets), and what the handlers are handed beside it.
import type { Reader } from './store/figures.ts';

/** Bindings, variables and secrets of one deployment. */
export interface Env {
  DB: D1Database;
  LIMIT_API: RateLimit;
  LIMIT_SIGN_IN: RateLimit;
  ORIGIN: string;
  COMPANY: string;
  ISSUER: string;
  CLIENT_ID: string;
  CLIENT_SECRET: string;
  /** 32 random bytes, base64url: every key of the worker is derived from it or wrapped by it. */
  SECRET: string;
  TIMEZONE: string;
  TICK: string;
  K: string;
  EXTENSION_REDIRECTS: string;
}

/** The clock, randomness and network, handed in so that tests can hold them. */
export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  random(bytes: number): Uint8Array;
  fetch: typeof fetch;
}

/** Who a request comes from, read from an access token or a session. */
export interface Asker {
  person: number;
  /** Issuer and subject they were first known by: every pseudonym of theirs is made from it, whatever provider vouches for them now. */
  issuer: string;
  subject: string;
  /** The team the person belongs to, at most ten minutes old. */
  team: number;
}

/** The type of every Hono app of the worker; `asker` is set by the bearer and session guards, `reader` by the administrators' guard. */
export interface App {
  Bindings: Env;
  Variables: { world: World; asker: Asker; reader: Reader };
}

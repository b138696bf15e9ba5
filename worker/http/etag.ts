// Answers that a caller may already have: a strong ETag, and 304 where it still holds.
import type { Context } from 'hono';
import { base64url } from 'jose';

/** A strong validator of some bytes, quoted as the header wants it. */
export async function tagOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 16);
  return `"${base64url.encode(digest)}"`;
}

/** True if the caller has what `tag` names (RFC 9110, 13.1.2: proxies may have weakened it). Sets the headers either way. */
export function hasAlready(c: Context, tag: string): boolean {
  c.header('ETag', tag);
  // Kept by the browser of one person only, and asked for anew each time.
  c.header('Cache-Control', 'private, no-cache');
  const given = c.req.header('If-None-Match') ?? '';
  return given.trim() === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

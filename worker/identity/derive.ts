// Keys of the worker's own: each is derived from SECRET for one purpose, so that none stands for another.
import { base64url } from 'jose';

/** What a derived key may be for. A new purpose is a new word here. */
type Purpose =
  | 'access-token'
  | 'sign-in-flow'
  | 'account'
  | 'conversation'
  | 'directory-salt'
  | 'rater-key'
  | 'signed-in-anew';

/** 32 bytes for one purpose: HKDF-SHA-256 (RFC 5869) of SECRET, the purpose as `info`, no salt (SECRET is uniform). */
export async function deriveKey(secret: string, purpose: Purpose): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(base64url.decode(secret));
  if (bytes.byteLength < 32) throw new Error('SECRET must be at least 32 bytes, base64url');
  const material = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(`hearback ${purpose}`);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(how, material, 256));
}

/** 32 bytes that belong to one person for one purpose: HMAC-SHA-256 over issuer and subject. */
export async function derivePersonal(
  secret: string,
  purpose: 'account' | 'conversation',
  who: { issuer: string; subject: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', await deriveKey(secret, purpose), hash, false, ['sign']);
  // NUL occurs in neither part, so no two people share an input.
  const input = new TextEncoder().encode(`${who.issuer}\0${who.subject}`);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, input));
}

/** How every stored secret is kept: its SHA-256. Enough, because each is 32 random bytes. */
export async function hashSecret(secret: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
}

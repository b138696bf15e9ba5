// The name under which a conversation is rated: an HMAC that only its rater's extensions can make, and that nobody can read back.
import { decode, encode } from './base64url.ts';

const HMAC = { name: 'HMAC', hash: 'SHA-256' };

/** @param secret 32 bytes, base64url, from the server. The key cannot be read out again, and is kept as such on disk. */
export function importSecret(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', decode(secret), HMAC, false, ['sign']);
}

/** @returns 32 bytes, base64url: the same on all devices of the rater */
export async function conversationKey(secret: CryptoKey, site: string, conversation: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(`${site}\n${conversation}`));
  return encode(new Uint8Array(signature));
}

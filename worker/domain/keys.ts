// The quarter's random key, how it is kept, and the pseudonyms that are made with it.
import { deriveKey } from '../identity/derive.ts';

/** Who rates, as an identity provider first named them. */
export interface Rater {
  issuer: string;
  subject: string;
}

/** What one rater's word on one team in one conversation is stored under, and by how much its revs are shifted. */
export interface RatingKey {
  /** 16 bytes, hexadecimal. */
  key: string;
  /** A secret below 2^48, in milliseconds: the database sees which click is newer, not when it was. */
  shift: number;
}

export const RATER_KEY_BYTES = 32;
const IV_BYTES = 12;
const PSEUDONYM_BYTES = 16;
const SHIFT_BYTES = 6;

/** Wraps a quarter's key for the database: AES-GCM under a key derived from SECRET, bound to its epoch. The iv stands in front. */
export async function wrapKey(
  secret: string,
  epoch: number,
  key: Uint8Array,
  random: (bytes: number) => Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = Uint8Array.from(random(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(gcm(iv, epoch), await wrappingKey(secret), Uint8Array.from(key));
  return Uint8Array.from([...iv, ...new Uint8Array(sealed)]);
}

/** The quarter's key, ready for HMAC only. Fails where SECRET, epoch or bytes are not those of the wrapping. */
export async function unwrapKey(secret: string, epoch: number, wrapped: Uint8Array): Promise<CryptoKey> {
  const bytes = Uint8Array.from(wrapped);
  const how = gcm(bytes.slice(0, IV_BYTES), epoch);
  const raw = await crypto.subtle.decrypt(how, await wrappingKey(secret), bytes.slice(IV_BYTES));
  return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/** The rater's pseudonym for the quarter: 16 bytes, hexadecimal. */
export async function raterPseudonym(key: CryptoKey, { issuer, subject }: Rater): Promise<string> {
  return hex((await sign(key, ['rater', issuer, subject])).slice(0, PSEUDONYM_BYTES));
}

/** The key of a rater's word on a team in a conversation, for the quarter. */
export async function ratingKey(
  key: CryptoKey,
  { issuer, subject }: Rater,
  conversation: string,
  team: number,
): Promise<RatingKey> {
  const bytes = await sign(key, ['rating', issuer, subject, conversation, team]);
  const shift = bytes.slice(PSEUDONYM_BYTES, PSEUDONYM_BYTES + SHIFT_BYTES);
  return { key: hex(bytes.slice(0, PSEUDONYM_BYTES)), shift: shift.reduce((sum, byte) => sum * 256 + byte, 0) };
}

/** What somebody's wish for a host is kept under until enough have the same: 16 bytes, hexadecimal; another for each host. */
export async function wishKey(key: CryptoKey, { issuer, subject }: Rater, host: string): Promise<string> {
  return hex((await sign(key, ['wish', issuer, subject, host])).slice(0, PSEUDONYM_BYTES));
}

/** The names of the places that somebody's wishes may take between two ticks: other ones after each tick, so that none comes up twice. */
export function wishPlaces(
  key: CryptoKey,
  { issuer, subject }: Rater,
  tick: number,
  places: number,
): Promise<string[]> {
  const names = Array.from({ length: places }, (_, place) => sign(key, ['wish place', issuer, subject, tick, place]));
  return Promise.all(names.map(async (name) => hex((await name).slice(0, PSEUDONYM_BYTES))));
}

/** Bytes as the statements take them in JSON. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** HMAC over JSON, in which no two different lists look alike. */
async function sign(key: CryptoKey, parts: readonly (string | number)[]): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(JSON.stringify(parts))));
}

function gcm(iv: Uint8Array<ArrayBuffer>, epoch: number) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`rater key ${epoch}`) };
}

async function wrappingKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await deriveKey(secret, 'rater-key'), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

// Secrets that carry their own end. What is stored is the hash of both, so the database need not know when somebody signed in.
import { base64url } from 'jose';
import type { World } from '../env.ts';

const RANDOM_BYTES = 32;
const END_BYTES = 8;

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** @param end ms since 1970 */
export function secretUntil(world: World, end: number): string {
  const bytes = new Uint8Array(RANDOM_BYTES + END_BYTES);
  bytes.set(world.random(RANDOM_BYTES));
  new DataView(bytes.buffer).setBigUint64(RANDOM_BYTES, BigInt(end));
  return base64url.encode(bytes);
}

/** When a secret ends by its own word; long ago where it says nothing. Believe it only of a secret whose hash is known. ms since 1970 */
export function endOf(secret: string): number {
  try {
    const bytes = Uint8Array.from(base64url.decode(secret));
    return bytes.length === RANDOM_BYTES + END_BYTES
      ? Number(new DataView(bytes.buffer).getBigUint64(RANDOM_BYTES))
      : 0;
  } catch {
    return 0;
  }
}

/**
 * The time, no finer than a week and never later. Ratings are stored in the order in which they came and with their day: finer times of
 * sign-ins and renewals beside them would tell whose they are.
 */
export const wholeWeeks = (time: number): number => Math.floor(time / WEEK_MS) * WEEK_MS;

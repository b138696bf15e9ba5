// The quarter's keys in the database: the current one, and for a while the one before.
import { ConfigurationError } from '../domain/configuration.ts';
import { hex, RATER_KEY_BYTES, unwrapKey, wrapKey } from '../domain/keys.ts';
import type { World } from '../env.ts';
import { NOBODY } from './ratings.ts';

/** A key ready for use. */
interface RaterKey {
  epoch: number;
  quarter: string;
  /** The day on which it came into force, which is not the tick's where the work was done late. */
  since: number;
  hmac: CryptoKey;
}

export interface RaterKeys {
  current: RaterKey;
  /** The key of the quarter before, while pending ratings under it may still be re-keyed. */
  previous: RaterKey | null;
}

interface KeyRow {
  epoch: number;
  quarter: string;
  since: number;
  wrapped: ArrayBuffer | number[];
}

/** A key that is in force alone, by database: as long as the isolate lives it need not be read and unwrapped again. */
const alone = new WeakMap<D1Database, RaterKeys>();

/**
 * The key in force as this isolate knows it; null where it must be read. What is written with it must be guarded by its epoch, which
 * notices a newer one. Nothing is remembered while a previous key is there: once destroyed, it must be nowhere.
 */
export function rememberedKeys(db: D1Database): RaterKeys | null {
  return alone.get(db) ?? null;
}

/** The keys in force; null before the first one was made. */
export async function readKeys(db: D1Database, secret: string): Promise<RaterKeys | null> {
  const { results } = await db
    .prepare(
      `SELECT epoch, quarter, since, wrapped FROM rater_key
       WHERE epoch BETWEEN (SELECT epoch - 1 FROM state) AND (SELECT epoch FROM state) ORDER BY epoch DESC`,
    )
    .all<KeyRow>();
  const [current = null, previous = null] = await Promise.all(results.map((row) => open(secret, row)));
  const keys = current && { current, previous };
  if (keys && !previous) alone.set(db, keys);
  else alone.delete(db);
  return keys;
}

/** The keys in force; makes the first one where there is none. Two makers at once end up with the same key. */
export async function readOrMakeKeys(
  db: D1Database,
  secret: string,
  first: { quarter: string; day: number },
  world: Pick<World, 'random'>,
): Promise<RaterKeys> {
  const known = await readKeys(db, secret);
  if (known) return known;
  const fresh = await wrapKey(secret, 1, world.random(RATER_KEY_BYTES), world.random);
  await db.batch([
    db.prepare('INSERT INTO state(one, epoch) VALUES(1, 1) ON CONFLICT DO NOTHING'),
    db
      .prepare(
        `INSERT INTO rater_key(epoch, quarter, wrapped, since)
         SELECT 1, ?1, unhex(?2), ?3 WHERE (SELECT epoch FROM state) = 1 ON CONFLICT DO NOTHING`,
      )
      .bind(first.quarter, hex(fresh), first.day),
  ]);
  const made = await readKeys(db, secret);
  if (!made) throw new Error('the state names a key that is not there');
  return made;
}

/** The statements that put a new quarter's key in force; the one that closes stays beside it for a while. */
export function turnKeys(
  db: D1Database,
  closing: number,
  next: { quarter: string; wrapped: Uint8Array; day: number },
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        'UPDATE state SET epoch = ?1 + 1, facet_floor = (SELECT coalesce(max(id), 0) FROM rating) WHERE epoch = ?1',
      )
      .bind(closing),
    db
      .prepare('INSERT INTO rater_key(epoch, quarter, wrapped, since) VALUES(?1 + 1, ?2, unhex(?3), ?4)')
      .bind(closing, next.quarter, hex(next.wrapped), next.day),
  ];
}

/**
 * The statements that destroy the keys before the current one. What still waits under them is withdrawn unpublished, whoever's it is by
 * now: nobody could find it again, to change it or to take it back.
 */
export function destroyKeys(db: D1Database, current: number): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE rating SET score = NULL, facets = 0, aspect_score = NULL, rater = ${NOBODY}, key = randomblob(16), rev = 0, event = zeroblob(16)
         WHERE id IN (
           SELECT r.id FROM pool p CROSS JOIN rating r ON r.pool = p.id AND r.id > p.mark
           WHERE r.epoch < ?1 AND r.score IS NOT NULL)`,
      )
      .bind(current),
    db.prepare('DELETE FROM rater_key WHERE epoch < ?1').bind(current),
  ];
}

async function open(secret: string, { epoch, quarter, since, wrapped }: KeyRow): Promise<RaterKey> {
  const hmac = await unwrapKey(secret, epoch, new Uint8Array(wrapped)).catch((error: unknown) => {
    // What Web Crypto says where the bytes do not belong to the key.
    if (!(error instanceof DOMException) || error.name !== 'OperationError') throw error;
    throw new ConfigurationError("SECRET is not the one that the quarter's key was stored with: put that one back.");
  });
  return { epoch, quarter, since, hmac };
}

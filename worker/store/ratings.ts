// Ratings on their way in, and a rater's own ratings on their way back. Every statement takes its ratings as JSON, of one rater or many.

/** One checked event as the statements read it. Bytes are hexadecimal; what ends in `Before` belongs to the previous quarter's key. */
export interface Arrival {
  /** Its place in the request. */
  at: number;
  event: string;
  rater: string;
  raterBefore: string | null;
  key: string;
  keyBefore: string | null;
  team: number;
  customer: number;
  /** null withdraws. */
  score: number | null;
  facets: number;
  aspectScore: number | null;
  /** How new it counts, shifted by the key's own secret. */
  rev: number;
  revBefore: number | null;
  /** How new its own clock says it is: orders the events of one request that were set back to the same moment. */
  said: number;
  ahead: 0 | 1;
  /** 16 random bytes: a name that leads to nobody, should this event withdraw what was released. */
  nobody: string;
}

const ARRIVALS = `arrival AS MATERIALIZED (
  SELECT value->>'at' at, unhex(value->>'event') event, unhex(value->>'key') key, unhex(value->>'keyBefore') key_before,
    unhex(value->>'rater') rater, value->>'team' team, value->>'customer' customer, value->>'score' score, value->>'facets' facets,
    value->>'aspectScore' aspect_score, value->>'rev' rev, value->>'revBefore' rev_before, value->>'said' said, value->>'ahead' ahead,
    unhex(value->>'nobody') nobody
  FROM json_each(?1))`;

/** The rater of every row without a score. */
export const NOBODY = 'zeroblob(16)';

/** A number of 47 random bits: it says nothing of the rows before it. */
export const LOT = 'random() & 140737488355327';

// What an arrival withdraws although it was released: its own newest row is the arrival, and empty; what was released lies below.
const GONE = `gone AS MATERIALIZED (
  SELECT r.id, r.pool, r.rater, (SELECT min(upto) FROM release x WHERE x.pool = r.pool AND x.upto >= r.id) upto, a.nobody
  FROM arrival a JOIN rating r ON r.key IN (a.key, a.key_before) JOIN pool p ON p.id = r.pool
  WHERE a.score IS NULL AND r.score IS NOT NULL AND r.id <= p.mark AND a.event = (
    SELECT event FROM rating WHERE id = (SELECT max(id) FROM rating WHERE key IN (a.key, a.key_before))))`;

/** The statements of one intake, in the order in which they run: ?1 arrivals, ?2 epoch (for openPools: shards), ?3 day, ?4 k. */
export const INTAKE = {
  openPools: `INSERT INTO pool(team, customer, shard)
    SELECT DISTINCT value->>'team', 0, CAST(value->>'team' AS INTEGER) % CAST(?2 AS INTEGER) FROM json_each(?1) a
    WHERE NOT EXISTS (SELECT 1 FROM pool WHERE team = a.value->>'team' AND customer = 0)`,

  // A person has one pseudonym in any pool: what still waits under the one of the quarter before takes the new one first.
  rekeyRater: `UPDATE rating SET rater = a.rater
    FROM (SELECT DISTINCT unhex(value->>'rater') rater, unhex(value->>'raterBefore') before FROM json_each(?1)) a
    WHERE rating.rater = a.before AND rating.id > (SELECT mark FROM pool WHERE id = rating.pool) AND ?2 = (SELECT epoch FROM state)`,

  // What waits under an arrival's old key takes the new one, and the epoch with it: it must still be found when the old key is gone.
  // (Under the new key there is nothing yet, for one pending row takes in all that is said. The revs differ by the shifts of the keys.)
  rekeyRating: `WITH ${ARRIVALS}
    UPDATE rating SET key = a.key, epoch = ?2, rev = rating.rev + a.shift
    FROM (SELECT DISTINCT key, key_before, rev - rev_before shift FROM arrival) a
    WHERE rating.key = a.key_before AND rating.id > (SELECT mark FROM pool WHERE id = rating.pool) AND ?2 = (SELECT epoch FROM state)`,

  // The newest event of a key wins; one that is known and ran ahead does not compete again. A pending row is overwritten, a released
  // one is left alone and followed by a new one. Nothing is written under an epoch that has passed.
  take: `WITH ${ARRIVALS},
    newest AS (
      SELECT * FROM (
        SELECT *, row_number() OVER (PARTITION BY key ORDER BY rev DESC, said DESC, event DESC) place FROM arrival a
        WHERE NOT EXISTS (SELECT 1 FROM ahead WHERE ahead.event = a.event))
      WHERE place = 1),
    placed AS (
      SELECT newest.*, (SELECT max(id) FROM rating WHERE key IN (newest.key, newest.key_before)) head,
        coalesce((SELECT id FROM pool p WHERE p.team = newest.team AND p.customer = newest.customer AND p.open = 1),
          (SELECT id FROM pool p WHERE p.team = newest.team AND p.customer = 0)) fresh_pool
      FROM newest)
    INSERT INTO rating(pool, team, customer, epoch, day, k, rater, key, n, rev, event, score, facets, aspect_score)
    SELECT iif(r.id > p.mark, r.pool, a.fresh_pool), a.team, a.customer, ?2, ?3, ?4, iif(a.score IS NULL, ${NOBODY}, a.rater), a.key,
      iif(r.id > p.mark, r.n, ${LOT}), a.rev, a.event, a.score, iif(a.score IS NULL, 0, a.facets), iif(a.score IS NULL, NULL, a.aspect_score)
    FROM placed a LEFT JOIN rating r ON r.id = a.head LEFT JOIN pool p ON p.id = r.pool
    WHERE ?2 = (SELECT epoch FROM state) AND (r.id IS NULL
      OR (iif(r.key = a.key, a.rev, a.rev_before), a.event) > (r.rev, r.event))
    ON CONFLICT(key, n) DO UPDATE SET rater = excluded.rater, rev = excluded.rev, event = excluded.event, score = excluded.score,
      facets = excluded.facets & ~rating.spent, aspect_score = excluded.aspect_score, k = max(rating.k, excluded.k),
      day = iif(rating.score IS NULL, excluded.day, rating.day)`,

  remember: `WITH ${ARRIVALS} INSERT INTO ahead(event, day) SELECT DISTINCT event, ?3 FROM arrival
    WHERE ahead = 1 AND ?2 = (SELECT epoch FROM state) ON CONFLICT DO NOTHING`,

  // A released rating stays, but nothing leads from it to its rater any more. Whatever else the rater said in the same release goes
  // under the same name that leads to nobody, so that the release still counts one voice. (The plus keeps the planner off the pool's index.)
  cutRater: `WITH ${ARRIVALS}, ${GONE}
    UPDATE rating SET rater = cut.nobody, epoch = 0, facets = 0, aspect_score = NULL
    FROM (SELECT pool, rater, upto, min(nobody) nobody FROM gone GROUP BY pool, rater, upto) cut
    WHERE rating.rater = cut.rater AND +rating.pool = cut.pool AND rating.score IS NOT NULL
      AND cut.upto = (SELECT min(upto) FROM release x WHERE x.pool = rating.pool AND x.upto >= rating.id)`,
  // Of that, what was said again, before or since, is still its rater's, so the two must not share a key; nor a rev, whose shift would
  // give the key away. The newest row keeps both, to be found by. (What is older is not: a later withdrawal does not reach it.)
  cutKey: `WITH ${ARRIVALS}
    UPDATE rating SET key = randomblob(16), rev = ${LOT}, event = iif(epoch = 0, zeroblob(16), event) WHERE id IN (
      SELECT r.id FROM arrival a JOIN rating cut ON cut.rater = a.nobody JOIN rating r ON r.key = cut.key
      WHERE r.id < (SELECT max(id) FROM rating WHERE key = cut.key))`,

  // Only a key's newest row is ever looked up. What lies below it and is nobody's, or empty, must not lead to whoever speaks now.
  letGo: `UPDATE rating SET key = randomblob(16), rev = 0, event = zeroblob(16) WHERE id IN (
    SELECT r.id FROM json_each(?1) a JOIN rating r ON r.key IN (unhex(value->>'key'), unhex(value->>'keyBefore'))
    WHERE (r.epoch = 0 OR r.score IS NULL)
      AND r.id < (SELECT max(id) FROM rating WHERE key IN (unhex(value->>'key'), unhex(value->>'keyBefore'))))`,

  answer: `WITH ${ARRIVALS}
    SELECT a.at, (SELECT epoch FROM state) epoch, r.event = a.event newest
    FROM arrival a LEFT JOIN rating r ON r.id = (SELECT max(id) FROM rating WHERE key IN (a.key, a.key_before))`,
} as const;

/** The statements, or a test's variation of them. */
export type Intake = Readonly<Record<keyof typeof INTAKE, string>>;

/** What holds for all arrivals of an intake. */
export interface Receipt {
  epoch: number;
  day: number;
  k: number;
  shards: number;
}

/**
 * Takes the arrivals in, all or none, and tells for each place whether it is now the newest word. Null: the quarter's key has changed
 * since the pseudonyms were made, and nothing was written. Sent again, it writes nothing and says the same.
 */
export async function takeIn(
  db: D1Database,
  arrivals: readonly Arrival[],
  { epoch, day, k, shards }: Receipt,
  sql: Intake = INTAKE,
): Promise<Map<number, boolean> | null> {
  const json = JSON.stringify(arrivals);
  const withdraws = arrivals.some((arrival) => arrival.score === null);
  const statements = [
    db.prepare(sql.openPools).bind(json, shards),
    ...(arrivals.some((arrival) => arrival.keyBefore !== null)
      ? [db.prepare(sql.rekeyRater).bind(json, epoch), db.prepare(sql.rekeyRating).bind(json, epoch)]
      : []),
    db.prepare(sql.take).bind(json, epoch, day, k),
    ...(arrivals.some((arrival) => arrival.ahead) ? [db.prepare(sql.remember).bind(json, epoch, day)] : []),
    ...(withdraws ? [db.prepare(sql.cutRater).bind(json), db.prepare(sql.cutKey).bind(json)] : []),
    db.prepare(sql.letGo).bind(json),
    db.prepare(sql.answer).bind(json),
  ];
  const answers =
    (await db.batch<{ at: number; epoch: number; newest: number | null }>(statements)).at(-1)?.results ?? [];
  if (answers.some((answer) => answer.epoch !== epoch)) return null;
  return new Map(answers.map((answer) => [answer.at, answer.newest === 1]));
}

/** A key to look up, and what its stored revs are shifted by. */
export interface Wanted {
  at: number;
  key: string;
  keyBefore: string | null;
}

export interface Found {
  at: number;
  score: 1 | 2 | 3 | 4 | 5 | null;
  rev: number;
  /** 1 where the row lies under the key of the quarter before. */
  before: number;
  /** The tick that counted it; null while it is pending or withdrawn. */
  tick: number | null;
}

/** The newest row of each key, where there is one. */
export async function findRatings(db: D1Database, wanted: readonly Wanted[]): Promise<Found[]> {
  const { results } = await db
    .prepare(
      `WITH wanted AS MATERIALIZED (
         SELECT value->>'at' at, unhex(value->>'key') key, unhex(value->>'keyBefore') key_before FROM json_each(?1))
       SELECT w.at, r.score, r.rev, r.key <> w.key before,
         iif(r.score IS NOT NULL AND r.id <= p.mark,
           (SELECT tick FROM release x WHERE x.pool = r.pool AND x.upto >= r.id ORDER BY x.upto LIMIT 1), NULL) tick
       FROM wanted w JOIN rating r ON r.id = (SELECT max(id) FROM rating WHERE key IN (w.key, w.key_before)) JOIN pool p ON p.id = r.pool`,
    )
    .bind(JSON.stringify(wanted))
    .all<Found>();
  return results;
}

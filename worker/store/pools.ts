// Pools: where ratings wait, and how they move on when they have waited too long.
import { once } from './jobs.ts';
import { LOT, NOBODY } from './ratings.ts';

/** The statements by which waiting ratings move on, in their order: ?1 tick, ?2 today, ?3 the newest day that has waited too long, ?4 shards. */
export const MOVE = {
  openPools: `INSERT INTO pool(team, customer, shard) SELECT id, 0, id % CAST(?1 AS INTEGER) FROM team
    WHERE NOT EXISTS (SELECT 1 FROM pool WHERE pool.team = team.id AND customer = 0)`,

  mark: `UPDATE pool SET moved = ?1 WHERE EXISTS (
    SELECT 1 FROM rating r WHERE r.pool = pool.id AND r.id > pool.mark AND r.score IS NOT NULL AND (pool.open = 0 OR r.day <= ?2))`,

  // From a pair's pool to the provider's others, from there to the parent's, under fresh ids: an old id could lie under a mark of the
  // new pool. Facets that were released or dropped where the rating comes from must not come again: below its marks they are spent.
  copy: `INSERT INTO rating(pool, team, customer, epoch, day, k, rater, key, n, rev, event, score, facets, spent, aspect_score)
    SELECT pool, team, customer, epoch, day, k, rater, key, n, rev, event, score, facets & ~spent, spent, aspect_score FROM (
      SELECT t.id pool, r.team, r.customer, r.epoch, CAST(?2 AS INTEGER) day, r.k, r.rater, r.key, ${LOT} n, r.rev, r.event, r.score, r.facets,
        r.aspect_score, r.spent | iif(r.id <= (SELECT facet_floor FROM state), 4294967295,
          (SELECT coalesce(sum(1 << f.facet), 0) FROM facet f WHERE f.team = p.team AND f.mark >= r.id)) spent
      FROM pool p CROSS JOIN rating r ON r.pool = p.id AND r.id > p.mark
      JOIN pool t ON t.customer = 0 AND t.team = iif(p.customer <> 0, p.team, (SELECT parent FROM team WHERE id = p.team))
      WHERE p.moved = ?1 AND r.score IS NOT NULL)`,

  // What the old rows said now stands in the copies, or, at the root of the tree, nowhere. They name nobody, and what has a copy is not
  // looked up any more: should the copy be cut from its rater one day, nothing here may lead to it.
  empty: `UPDATE rating SET score = NULL, rater = ${NOBODY}, facets = 0, aspect_score = NULL,
      (key, rev, event) = (SELECT iif(copied, randomblob(16), rating.key), iif(copied, 0, rating.rev), iif(copied, zeroblob(16), rating.event)
        FROM (SELECT EXISTS(SELECT 1 FROM rating newer WHERE newer.key = rating.key AND newer.id > rating.id) copied))
    WHERE id <= (SELECT top FROM job WHERE tick = ?1 AND step = 'move') AND id IN (
    SELECT r.id FROM pool p CROSS JOIN rating r ON r.pool = p.id AND r.id > p.mark WHERE p.moved = ?1)`,

  pass: `UPDATE pool SET mark = (SELECT top FROM job WHERE tick = ?1 AND step = 'move') WHERE moved = ?1`,
} as const;

/** The statements, or a test's variation of them. */
export type Move = Readonly<Record<keyof typeof MOVE, string>>;

/** Moves on what waited since `before` or longer, or waits in a closed pool. False: it was done before. */
export function moveOn(
  db: D1Database,
  { tick, day, before, shards }: { tick: number; day: number; before: number; shards: number },
  sql: Move = MOVE,
): Promise<boolean> {
  return once(db, tick, 'move', [
    db.prepare(sql.openPools).bind(shards),
    db.prepare(sql.mark).bind(tick, before),
    db.prepare(sql.copy).bind(tick, day),
    db.prepare(sql.empty).bind(tick),
    db.prepare(sql.pass).bind(tick),
  ]);
}

/** The statements that give a pool of its own to each pair that had enough raters in the closing quarter, and close the others'. */
export function choosePairs(
  db: D1Database,
  { epoch, raters, shards }: { epoch: number; raters: number; shards: number },
): D1PreparedStatement[] {
  const busy = `SELECT team, customer FROM rating
    WHERE id > (SELECT facet_floor FROM state) AND epoch = ?1 AND score IS NOT NULL
    GROUP BY team, customer HAVING count(DISTINCT rater) >= ?2`;
  return [
    db
      .prepare(`UPDATE pool SET open = 0 WHERE customer <> 0 AND open = 1 AND (team, customer) NOT IN (${busy})`)
      .bind(epoch, raters),
    db
      .prepare(
        `INSERT INTO pool(team, customer, shard) SELECT team, customer, team % CAST(?3 AS INTEGER) FROM (${busy}) WHERE true
         ON CONFLICT(team, customer) DO UPDATE SET open = 1 WHERE open = 0`,
      )
      .bind(epoch, raters, shards),
  ];
}

// Releases: the only way by which anything about ratings becomes visible.
import { FACETS } from '../domain/facets.ts';
import { once } from './jobs.ts';

// The mean of whole scores, rounded, halves down, in whole numbers: ceil(sum/count - 1/2).
const voice = (scores: string) => `(2 * sum(${scores}) + count(${scores}) - 1) / (2 * count(${scores}))`;

/** The statements of one tick and shard, in their order; what each binds stands in `release` below. */
export const RELEASE = {
  // Each pool whose pending ratings come from enough people, whole. A rating waits for as many as it was promised when it was given.
  release: `INSERT INTO release(pool, tick, upto, n, c1, c2, c3, c4, c5)
    SELECT pool, ?1, max(top), count(*), sum(v = 1), sum(v = 2), sum(v = 3), sum(v = 4), sum(v = 5)
    FROM (
      SELECT r.pool, ${voice('r.score')} v, max(r.id) top, max(r.k) k
      FROM pool p CROSS JOIN rating r ON r.pool = p.id AND r.id > p.mark
      WHERE p.shard = ?2 AND r.score IS NOT NULL
      GROUP BY r.pool, r.rater)
    GROUP BY pool HAVING count(*) >= max(?3, max(k))`,

  // Each facet looks only at what came after its own mark (and after the quarter began): most look at one tick's ratings.
  facets: `WITH name AS MATERIALIZED (SELECT value->>0 facet, 1 << (value->>0) bit FROM json_each(?4)),
    waiting AS (
      SELECT p.team, name.facet, r.rater, r.id, r.k, r.aspect_score score
      FROM pool p CROSS JOIN name CROSS JOIN rating r ON r.pool = p.id AND r.id > max((SELECT facet_floor FROM state),
        coalesce((SELECT mark FROM facet f WHERE f.team = p.team AND f.facet = name.facet), 0))
      WHERE p.shard = ?2 AND r.score IS NOT NULL AND r.facets & name.bit)
    INSERT INTO facet(team, facet, mark, tick, n, c1, c2, c3, c4, c5)
    SELECT team, facet, max(top), ?1, count(*), sum(v = 1), sum(v = 2), sum(v = 3), sum(v = 4), sum(v = 5)
    FROM (
      SELECT team, facet, max(id) top, max(k) k, iif(facet < 8, ${voice('score')}, 0) v
      FROM waiting GROUP BY team, facet, rater)
    GROUP BY team, facet HAVING count(*) >= max(?3, max(k))
    ON CONFLICT(team, facet) DO UPDATE SET mark = excluded.mark, tick = excluded.tick, n = n + excluded.n,
      c1 = c1 + excluded.c1, c2 = c2 + excluded.c2, c3 = c3 + excluded.c3, c4 = c4 + excluded.c4, c5 = c5 + excluded.c5`,

  series: `INSERT INTO series(team, points, last_tick, last_n, voices, facets)
    SELECT p.team, json_array(json_array(CAST(?3 AS INTEGER), sum(x.n), sum(x.c1), sum(x.c2), sum(x.c3), sum(x.c4), sum(x.c5))), ?1, sum(x.n), sum(x.n),
      ${facetsOf('p.team', '?4')}
    FROM pool p CROSS JOIN release x ON x.pool = p.id AND x.tick = ?1
    WHERE p.shard = ?2
    GROUP BY p.team
    ON CONFLICT(team) DO UPDATE SET last_tick = excluded.last_tick, last_n = excluded.last_n, voices = voices + excluded.voices,
      facets = excluded.facets, points = (
      SELECT json_group_array(json(point)) FROM (
        SELECT point FROM (
          SELECT week, json_array(week, sum(n), sum(c1), sum(c2), sum(c3), sum(c4), sum(c5)) point
          FROM (
            SELECT value->>0 week, value->>1 n, value->>2 c1, value->>3 c2, value->>4 c3, value->>5 c4, value->>6 c5 FROM json_each(series.points)
            UNION ALL
            SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6 FROM json_each(excluded.points))
          GROUP BY week ORDER BY week DESC LIMIT 26)
        ORDER BY week))`,

  // Facets of teams that had no release of scores at this tick. A team without any release shows nothing yet.
  facetsOnly: `UPDATE series SET facets = ${facetsOf('series.team', '?2')}
    WHERE last_tick <> ?1 AND team IN (SELECT f.team FROM pool p JOIN facet f ON f.team = p.team AND f.tick = ?1 WHERE p.shard = ?3)`,

  marks: `UPDATE pool SET mark = (SELECT max(id) FROM rating WHERE rating.pool = pool.id)
    WHERE shard = ?2 AND EXISTS (SELECT 1 FROM release x WHERE x.pool = pool.id AND x.tick = ?1)`,
} as const;

/** The statements, or a test's variation of them. */
export type Release = Readonly<Record<keyof typeof RELEASE, string>>;

/** Releases what a shard may release at a tick; `week` is the Monday of the tick's week. False: it was done before. */
export function release(
  db: D1Database,
  { tick, shard, k, week }: { tick: number; shard: number; k: number; week: number },
  sql: Release = RELEASE,
): Promise<boolean> {
  const names = JSON.stringify(FACETS);
  return once(db, tick, `release ${shard}`, [
    db.prepare(sql.release).bind(tick, shard, k),
    db.prepare(sql.facets).bind(tick, shard, k, names),
    db.prepare(sql.series).bind(tick, shard, week, names),
    db.prepare(sql.facetsOnly).bind(tick, names, shard),
    db.prepare(sql.marks).bind(tick, shard),
  ]);
}

/** SQL for the JSON of a team's released facets, as the migration describes it. */
function facetsOf(team: string, names: string): string {
  return `coalesce((
    SELECT json_group_object(kind, json(named)) FROM (
      SELECT name.value->>1 kind, json_group_object(name.value->>2,
        json(iif(name.value->>1 = 'aspect', json_array(f.n, f.c1, f.c2, f.c3, f.c4, f.c5), f.n))) named
      FROM json_each(${names}) name JOIN facet f ON f.team = ${team} AND f.facet = name.value->>0
      GROUP BY name.value->>1)), '{}')`;
}

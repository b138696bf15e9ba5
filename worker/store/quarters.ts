// What is worked out once about a quarter that closes.
import type { Clusters } from '../../shared/statistics/effect.ts';

/** The released voices of the quarter of `epoch`, gathered by rater within each team: what a quarter's statistics are worked out from. */
export async function readClusters(db: D1Database, epoch: number): Promise<Clusters[]> {
  const { results } = await db
    .prepare(
      `SELECT count(*) raters, sum(m) voices, sum(s) satisfied, sum(m * m) voicesSquared, sum(1.0 * s * s / m) satisfiedSquared FROM (
         SELECT team, count(*) m, sum(v >= 4) s FROM (
           SELECT p.team, r.rater, (2 * sum(r.score) + count(*) - 1) / (2 * count(*)) v
           FROM pool p CROSS JOIN rating r ON r.pool = p.id AND r.id <= p.mark
           WHERE r.id > (SELECT facet_floor FROM state) AND r.epoch = ?1 AND r.score IS NOT NULL
           GROUP BY p.team, p.id, r.rater, (SELECT min(upto) FROM release x WHERE x.pool = p.id AND x.upto >= r.id))
         GROUP BY team, rater)
       GROUP BY team`,
    )
    .bind(epoch)
    .all<Clusters>();
  return results;
}

/** The statement that keeps what was worked out of a closed quarter: its design effect, and how strongly lists are drawn together since. */
export function keepQuarter(
  db: D1Database,
  { quarter, deff, kappa }: { quarter: string; deff: number; kappa: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO quarter(quarter, deff, kappa) VALUES(?1, ?2, ?3)
       ON CONFLICT(quarter) DO UPDATE SET deff = excluded.deff, kappa = excluded.kappa`,
    )
    .bind(quarter, deff, kappa);
}

/** The statement that forgets the events whose clock ran ahead and that were received before a day. */
export function forgetAhead(db: D1Database, before: number): D1PreparedStatement {
  return db.prepare('DELETE FROM ahead WHERE day < ?1').bind(before);
}

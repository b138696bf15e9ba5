// Reports of what could not be read on a site, as counts by the hour and nothing else.
import type { HealthField } from '../../shared/sites/health.ts';
import type { SiteId } from '../../shared/words.ts';

export interface HealthReport {
  site: SiteId;
  version: number;
  field: HealthField;
}

export interface HealthCount {
  site: string;
  version: number;
  field: string;
  /** Of the report with which it began, hours since 1970. */
  hour: number;
  n: number;
}

/** What differs by version alone could fill the table: in an hour there is room for so many kinds of report. */
const KINDS_MAX = 500;

export async function countReport(db: D1Database, { site, version, field }: HealthReport, hour: number): Promise<void> {
  await db
    .prepare(
      `INSERT INTO site_health(hour, site, version, field, n)
       SELECT ?1, ?2, ?3, ?4, 1 WHERE (SELECT count(*) FROM site_health WHERE hour = ?1) < ?5
         OR EXISTS(SELECT 1 FROM site_health WHERE hour = ?1 AND site = ?2 AND version = ?3 AND field = ?4)
       ON CONFLICT DO UPDATE SET n = n + 1`,
    )
    .bind(hour, site, version, field, KINDS_MAX)
    .run();
}

/**
 * What was reported in an hour or after it, the most frequent first: how often since then, and when it began.
 * @param pause hours without a report after which it begins anew
 */
export async function readReports(db: D1Database, since: number, pause: number): Promise<HealthCount[]> {
  const { results } = await db
    .prepare(
      `SELECT site, version, field, max(CASE WHEN begins THEN hour END) hour, sum(CASE WHEN hour >= ?1 THEN n ELSE 0 END) n
       FROM (SELECT site, version, field, hour, n,
               coalesce(hour - lag(hour) OVER (PARTITION BY site, version, field ORDER BY hour) > ?2, 1) begins FROM site_health)
       GROUP BY site, version, field HAVING max(hour) >= ?1 ORDER BY n DESC, field`,
    )
    .bind(since, pause)
    .all<HealthCount>();
  return results;
}

export async function forgetReports(db: D1Database, before: number): Promise<void> {
  await db.prepare('DELETE FROM site_health WHERE hour < ?1').bind(before).run();
}

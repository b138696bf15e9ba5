// What administrators decided of sites: newer descriptions, and which sites are off.
import type { SiteId } from '../../shared/words.ts';

export interface SiteDecision {
  id: string;
  /** The greatest version that was ever published; 0 for none. */
  version: number;
  /** JSON; null where none is published or it was withdrawn. */
  description: string | null;
  off: boolean;
  /** Seconds since 1970. */
  changed: number;
}

/** By id; a site of which nothing was decided has no row. */
export async function readDecisions(db: D1Database): Promise<SiteDecision[]> {
  const { results } = await db
    .prepare('SELECT id, version, description, off, changed FROM site ORDER BY id')
    .all<Omit<SiteDecision, 'off'> & { off: number }>();
  return results.map((row) => ({ ...row, off: row.off === 1 }));
}

export async function switchSite(db: D1Database, id: SiteId, off: boolean, now: number): Promise<void> {
  await db
    .prepare(
      `INSERT INTO site(id, off, changed) VALUES(?1, ?2, ?3)
       ON CONFLICT(id) DO UPDATE SET off = excluded.off, changed = excluded.changed WHERE off <> excluded.off`,
    )
    .bind(id, off ? 1 : 0, now)
    .run();
}

/** False: a version as new as this one was published meanwhile. */
export async function publish(
  db: D1Database,
  { id, version, description }: { id: SiteId; version: number; description: string },
  now: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO site(id, version, description, changed) VALUES(?1, ?2, ?3, ?4)
       ON CONFLICT(id) DO UPDATE SET version = excluded.version, description = excluded.description, changed = excluded.changed
       WHERE version < excluded.version`,
    )
    .bind(id, version, description, now)
    .run();
  return meta.changes > 0;
}

/** Back to the description in the extension. Its number is not given out again: browsers may still hold what had it. */
export async function withdraw(db: D1Database, id: SiteId, now: number): Promise<void> {
  await db
    .prepare('UPDATE site SET description = NULL, changed = ?2 WHERE id = ?1 AND description IS NOT NULL')
    .bind(id, now)
    .run();
}

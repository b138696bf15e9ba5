// Hosts that people asked to be recognised. A host can tell who uses it, so the rule of releases holds for it too: nothing is shown
// before k people have asked for it within a quarter, what is shown changes at ticks only, and in steps of at least k people.

export interface WishedHost {
  host: string;
  n: number;
  /** The tick at which it was first shown, seconds since 1970. */
  first: number;
}

/** Made-up hosts must not fill the table: it has room for so many wishes that are not shown yet. */
const WAITING_MAX = 20_000;
/** What nobody asked for any more is no longer shown. Seconds. */
const SHOWN = 365 * 86_400;

/** A person's wish; a second one for the same host changes nothing but, perhaps, the promised k. */
export async function takeWish(
  db: D1Database,
  { host, epoch, key, k }: { host: string; epoch: number; key: string; k: number },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO site_wish(host, epoch, key, k)
       SELECT ?1, ?2, unhex(?3), ?4 WHERE (SELECT count(*) FROM site_wish) < ?5
       ON CONFLICT DO UPDATE SET k = max(k, excluded.k)`,
    )
    .bind(host, epoch, key, k, WAITING_MAX)
    .run();
}

/**
 * The statements that show what enough people have asked for, and forget who they were. Of a quarter that is over nothing is left:
 * under its key nobody could be told from somebody who asks again.
 */
export function showWishes(
  db: D1Database,
  { tick, epoch, k }: { tick: number; epoch: number; k: number },
): D1PreparedStatement[] {
  return [
    db.prepare('DELETE FROM site_wish WHERE epoch <> ?1').bind(epoch),
    db
      .prepare(
        `INSERT INTO site_wished(host, n, first, latest)
         SELECT host, count(*), ?1, ?1 FROM site_wish WHERE true GROUP BY host HAVING count(*) >= max(max(k), ?2)
         ON CONFLICT DO UPDATE SET n = n + excluded.n, latest = excluded.latest`,
      )
      .bind(tick, k),
    db.prepare('DELETE FROM site_wish WHERE host IN (SELECT host FROM site_wished WHERE latest = ?1)').bind(tick),
    db.prepare('DELETE FROM site_wished WHERE latest < ?1').bind(tick - SHOWN),
  ];
}

/** The most wished for first. */
export async function readWished(db: D1Database): Promise<WishedHost[]> {
  const { results } = await db
    .prepare('SELECT host, n, first FROM site_wished ORDER BY n DESC, host')
    .all<WishedHost>();
  return results;
}

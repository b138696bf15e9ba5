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
/** Nor may one person: so many new wishes each between two ticks. */
export const WISHES_PER_TICK = 8;
/** What nobody asked for any more is no longer shown. Seconds. */
const SHOWN = 365 * 86_400;

export interface Wish {
  host: string;
  epoch: number;
  key: string;
  /** The names under which the person has room until the next tick, hexadecimal. */
  places: readonly string[];
  k: number;
}

/**
 * A person's wish; a second one for the same host changes nothing but, perhaps, the promised k.
 * @returns false where there is no room for it
 */
export async function takeWish(db: D1Database, { host, epoch, key, places, k }: Wish): Promise<boolean> {
  const [known, taken] = await db.batch([
    db
      .prepare('UPDATE site_wish SET k = max(k, ?4) WHERE host = ?1 AND epoch = ?2 AND key = unhex(?3)')
      .bind(host, epoch, key, k),
    db
      .prepare(
        `INSERT INTO site_wish(host, epoch, key, k, place)
         SELECT ?1, ?2, unhex(?3), ?4, unhex(value) FROM json_each(?6)
         WHERE (SELECT count(*) FROM site_wish) < ?5 AND NOT EXISTS (SELECT 1 FROM site_wish WHERE place = unhex(value))
         LIMIT 1 ON CONFLICT DO NOTHING`,
      )
      .bind(host, epoch, key, k, WAITING_MAX, JSON.stringify(places)),
  ]);
  return [known, taken].some((done) => (done?.meta.changes ?? 0) > 0);
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

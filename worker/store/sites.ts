// The company's own servers: which site stands on which origin.
import { type SetSite, SITE_IDS } from '../../shared/words.ts';

/** In the order of their origins; what this version does not know is left out. */
export async function readSites(db: D1Database): Promise<SetSite[]> {
  const { results } = await db
    .prepare('SELECT origin, site FROM site_origin ORDER BY origin, site')
    .all<Record<keyof SetSite, string>>();
  return results.flatMap(({ origin, site: named }) => {
    const site = SITE_IDS.find((id) => id === named);
    return site ? [{ origin, site }] : [];
  });
}

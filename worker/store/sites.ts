// The company's own servers: which site stands on which origin. Administrators write the table by hand.
import { originOf } from '../../shared/sites/origin.ts';
import { type SetSite, SITE_IDS } from '../../shared/words.ts';

export interface SetSites {
  /** In the order of their origins, each once. */
  sites: SetSite[];
  /** Rows that nobody can use, as they stand in the table. */
  bad: BadSite[];
}

export interface BadSite extends Record<keyof SetSite, string> {
  /** What of the row is not understood. */
  what: keyof SetSite;
}

/** One row that is not understood must not take the others with it. */
export async function readSites(db: D1Database): Promise<SetSites> {
  const { results } = await db
    .prepare('SELECT origin, site FROM site_origin ORDER BY origin, site')
    .all<Record<keyof SetSite, string>>();
  const sites = new Map<string, SetSite>();
  const bad: BadSite[] = [];
  for (const row of results) {
    const origin = originOf(row.origin);
    const site = SITE_IDS.find((id) => id === row.site);
    if (origin === null) bad.push({ what: 'origin', ...row });
    else if (!site) bad.push({ what: 'site', ...row });
    else sites.set(`${origin} ${site}`, { origin, site });
  }
  for (const { what, ...row } of bad)
    console.error(`site_origin: not ${what === 'origin' ? 'an origin' : 'a site'}: ${JSON.stringify(row)}`);
  return { sites: [...sites.values()], bad };
}

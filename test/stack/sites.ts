// HEARBACK_SITES: the company's own servers for the local stack, as an administrator would list them.
// For instance [{"origin":"http://127.0.0.1:18083","site":"request-tracker"}].
import { originOf } from '../../shared/sites/origin.ts';
import { type SetSite, SITE_IDS } from '../../shared/words.ts';
import type { Database } from './worker.ts';

/** @throws in words, where the text is not such a list */
export function parseSites(text: string): SetSite[] {
  const wrong = (what: string) => new Error(`HEARBACK_SITES ${what}. It is "${text}".`);
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw wrong('is not JSON');
  }
  if (!Array.isArray(list)) throw wrong('must be a list of {"origin", "site"}');
  const sites = list.map((item: unknown): SetSite => {
    const origin = textOf(item, 'origin');
    const named = textOf(item, 'site');
    const site = SITE_IDS.find((id) => id === named);
    if (!origin || originOf(origin) !== origin)
      throw wrong(`has "${origin}", which is not an origin such as https://tickets.acme.test`);
    if (!site) throw wrong(`names the site "${named}"; known are ${SITE_IDS.join(', ')}`);
    return { origin, site };
  });
  const names = sites.map(({ origin, site }) => `${origin} as ${site}`);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice) throw wrong(`has ${twice} twice`);
  return sites;
}

/** Exactly these, whatever an earlier start left. */
export async function setSites(db: Database, sites: readonly SetSite[]): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM site_origin'),
    ...sites.map(({ origin, site }) =>
      db.prepare('INSERT INTO site_origin(origin, site) VALUES (?1, ?2)').bind(origin, site),
    ),
  ]);
}

function textOf(item: unknown, name: string): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const value: unknown = Reflect.get(item, name);
  return typeof value === 'string' ? value : undefined;
}

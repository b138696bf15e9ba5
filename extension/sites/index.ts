// The sites that this build knows, and which of them an address belongs to.

import { BUILT_IN } from './built-in.ts';
import type { SiteDescription } from './description.ts';
import { standsOn } from './hosts.ts';
import { newerOf, type SiteNews } from './news.ts';
import { sample } from './sample.ts';
import { queryOf } from './source.ts';

// The sample stands on loopback, as do real servers in tests: whose page it is, its markup tells.
export const SITES: readonly SiteDescription[] =
  import.meta.env.MODE === 'development' ? [...BUILT_IN, sample] : BUILT_IN;

/** How a frame is read: by the description that came with the extension, and by a newer one from the server. */
export interface Ways {
  site: SiteDescription;
  newer: SiteDescription | null;
}

/** A frame by its address, and its number within the tab. */
interface At {
  url: URL;
  frame: number;
}

/**
 * The description for a frame's address, known before anything of the page is; undefined on all others.
 * @param set the descriptions that the company set for this origin, if any: then no other will do
 */
export function siteAt(
  url: URL,
  set: string | readonly string[] | null = null,
  sites: readonly SiteDescription[] = SITES,
): SiteDescription | undefined {
  return possible(url, set, sites).find((site) => looksLike(url, site));
}

/**
 * The same with what the server says: a site whose addresses changed is where its newer description says, and still where the
 * old one says. Each reads only where its own address fits.
 */
export function waysAt(
  { url, frame }: At,
  set: readonly string[] | null,
  news: readonly SiteNews[],
  sites: readonly SiteDescription[] = SITES,
): Ways | null {
  const fits = (site: SiteDescription | null) =>
    site !== null && looksLike(url, site) && (site.frames !== 'top' || frame === 0);
  const all = possible(url, set, sites).map((site) => ({ site, newer: newerOf(site, news) }));
  // Of two on one origin the one that is up to date wins.
  const found = all.find(({ site, newer }) => fits(newer ?? site)) ?? all.find(({ site }) => fits(site));
  if (!found) return null;
  const { site, newer } = found;
  return { site: fits(site) ? site : { ...site, root: NOWHERE }, newer: fits(newer) ? newer : null };
}

/** Finds nothing: the page's script always gets both, and goes back to the older one where the newer finds less. */
const NOWHERE = ':not(*)';

const possible = (url: URL, set: string | readonly string[] | null, sites: readonly SiteDescription[]) =>
  sites.filter(({ id, hosts }) =>
    set === null ? hosts.some((host) => standsOn(url.hostname, host)) : [set].flat().includes(id),
  );

function looksLike(url: URL, { query = {}, paths }: SiteDescription): boolean {
  const given = queryOf(url);
  return (
    Object.entries(query).every(([name, values]) => values.includes(given.get(name) ?? '')) &&
    (paths === undefined || paths.some((path) => url.pathname.includes(path)))
  );
}

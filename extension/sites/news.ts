// What the company's server says of sites beyond what came with the extension: newer descriptions, and sites that are off.
import * as v from 'valibot';
import type { SitesResponse } from '../../shared/api/schemas.ts';
import { KNOWN_SITES } from '../../shared/sites/known.ts';
import { DescriptionSchema } from '../../shared/sites/schema.ts';
import type { SiteDescription } from './description.ts';

export interface SiteNews {
  id: string;
  off: boolean;
  newer: NewerSite | null;
}

interface NewerSite {
  version: number;
  site: SiteDescription;
}

/** The version of the description that came with the extension. */
export const bundledVersion = (id: SiteDescription['id']) => (id === 'sample' ? 1 : KNOWN_SITES[id].version);

/**
 * Reads the server's answer. A description that this version of the extension does not understand is left out, and the rest
 * still counts: a switch must work whatever stands beside it.
 * @returns whether all of it was understood, too
 */
export function readNews({ sites }: SitesResponse): { news: SiteNews[]; whole: boolean } {
  let whole = true;
  const news = sites.map(({ id, off, newer }): SiteNews => {
    if (newer === null) return { id, off, newer };
    const site = v.safeParse(DescriptionSchema, newer.description);
    const good = site.success && site.output.id === id;
    whole &&= good;
    return { id, off, newer: good ? { version: newer.version, site: site.output } : null };
  });
  return { news, whole };
}

/** How to read a site now; null: it is off. A release of the extension may have caught up with what the server has. */
export function inUse(
  site: SiteDescription,
  news: readonly SiteNews[],
): { site: SiteDescription; newer: SiteDescription | null } | null {
  const of = news.find(({ id }) => id === site.id);
  if (of?.off) return null;
  return { site, newer: of?.newer && of.newer.version > bundledVersion(site.id) ? of.newer.site : null };
}

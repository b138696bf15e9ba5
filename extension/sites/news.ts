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

/** The server's description of a site, where it has a newer one: a release of the extension may have caught up with it. */
export function newerOf({ id }: SiteDescription, news: readonly SiteNews[]): SiteDescription | null {
  const newer = news.find((one) => one.id === id)?.newer;
  return newer && newer.version > bundledVersion(id) ? newer.site : null;
}

export const isOff = ({ id }: SiteDescription, news: readonly SiteNews[]): boolean =>
  news.some((one) => one.id === id && one.off);

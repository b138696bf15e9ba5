// The sites that this build knows, and which of them an address belongs to.
import type { SiteDescription } from './description.ts';
import { gmail } from './gmail.ts';
import { jiraCloud } from './jira-cloud.ts';
import { roundcube } from './roundcube.ts';
import { sample } from './sample.ts';

// More specific hosts first. The sample stands on loopback, as do real servers in tests: whose page it is, its markup tells.
const SITES: readonly SiteDescription[] =
  import.meta.env.MODE === 'development' ? [gmail, jiraCloud, roundcube, sample] : [gmail, jiraCloud, roundcube];

/** The description for a frame's address, known before anything of the page is; undefined on all others. */
export function siteAt(url: URL, sites: readonly SiteDescription[] = SITES): SiteDescription | undefined {
  return sites.find((site) => site.hosts.some((host) => standsOn(url.hostname, host)) && hasQuery(url, site));
}

function standsOn(hostname: string, host: string): boolean {
  if (host === '*') return true;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}

function hasQuery(url: URL, site: SiteDescription): boolean {
  return Object.entries(site.query ?? {}).every(([name, values]) => values.includes(url.searchParams.get(name) ?? ''));
}

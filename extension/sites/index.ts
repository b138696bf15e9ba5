// The sites that this build knows, and which of them an address belongs to.
import type { SiteDescription } from './description.ts';
import { gmail } from './gmail.ts';
import { jiraCloud } from './jira-cloud.ts';
import { redmine } from './redmine.ts';
import { roundcube } from './roundcube.ts';
import { sample } from './sample.ts';
import { queryOf } from './source.ts';

const BUILT_IN: readonly SiteDescription[] = [gmail, jiraCloud, redmine, roundcube];

// The sample stands on loopback, as do real servers in tests: whose page it is, its markup tells.
export const SITES: readonly SiteDescription[] =
  import.meta.env.MODE === 'development' ? [...BUILT_IN, sample] : BUILT_IN;

/**
 * The description for a frame's address, known before anything of the page is; undefined on all others.
 * @param set the description that the company set for this origin, if any: then no other will do
 */
export function siteAt(
  url: URL,
  set: string | null = null,
  sites: readonly SiteDescription[] = SITES,
): SiteDescription | undefined {
  return sites.find((site) => (set === null ? standsOn(url, site) : site.id === set) && looksLike(url, site));
}

/** Hosts that descriptions name are theirs for everybody: they stand in the manifest, and nobody needs to be asked there. */
export const NAMED_HOSTS: readonly string[] = BUILT_IN.flatMap(({ hosts }) => hosts.filter((host) => host !== '*'));

export const isNamed = ({ hostname }: URL): boolean => NAMED_HOSTS.some((host) => matches(hostname, host));

const standsOn = ({ hostname }: URL, { hosts }: SiteDescription) => hosts.some((host) => matches(hostname, host));

function matches(hostname: string, host: string): boolean {
  if (host === '*') return true;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}

function looksLike(url: URL, { query = {}, paths }: SiteDescription): boolean {
  const given = queryOf(url);
  return (
    Object.entries(query).every(([name, values]) => values.includes(given.get(name) ?? '')) &&
    (paths === undefined || paths.some((path) => url.pathname.includes(path)))
  );
}

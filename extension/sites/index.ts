// The sites that this build knows, and which of them an address belongs to.
import type { SiteDescription } from './description.ts';
import { freescout } from './freescout.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { glpi } from './glpi.ts';
import { gmail } from './gmail.ts';
import { horde } from './horde.ts';
import { standsOn } from './hosts.ts';
import { hyperkitty } from './hyperkitty.ts';
import { jiraCloud } from './jira-cloud.ts';
import { jiraServer } from './jira-server.ts';
import { jsmPortal } from './jsm-portal.ts';
import { osticket } from './osticket.ts';
import { outlook } from './outlook.ts';
import { redmine } from './redmine.ts';
import { requestTracker } from './request-tracker.ts';
import { roundcube } from './roundcube.ts';
import { sample } from './sample.ts';
import { servicenow } from './servicenow.ts';
import { sogo } from './sogo.ts';
import { queryOf } from './source.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zimbra } from './zimbra.ts';
import { znuny } from './znuny.ts';

const BUILT_IN: readonly SiteDescription[] = [
  freescout,
  github,
  gitlab,
  glpi,
  gmail,
  horde,
  hyperkitty,
  jiraCloud,
  jiraServer,
  jsmPortal,
  osticket,
  outlook,
  redmine,
  requestTracker,
  roundcube,
  servicenow,
  sogo,
  zammad,
  zendesk,
  zimbra,
  znuny,
];

// The sample stands on loopback, as do real servers in tests: whose page it is, its markup tells.
export const SITES: readonly SiteDescription[] =
  import.meta.env.MODE === 'development' ? [...BUILT_IN, sample] : BUILT_IN;

/**
 * The description for a frame's address, known before anything of the page is; undefined on all others.
 * @param set the descriptions that the company set for this origin, if any: then no other will do
 */
export function siteAt(
  url: URL,
  set: string | readonly string[] | null = null,
  sites: readonly SiteDescription[] = SITES,
): SiteDescription | undefined {
  return sites.find(
    (site) =>
      (set === null ? site.hosts.some((host) => standsOn(url.hostname, host)) : [set].flat().includes(site.id)) &&
      looksLike(url, site),
  );
}

function looksLike(url: URL, { query = {}, paths }: SiteDescription): boolean {
  const given = queryOf(url);
  return (
    Object.entries(query).every(([name, values]) => values.includes(given.get(name) ?? '')) &&
    (paths === undefined || paths.some((path) => url.pathname.includes(path)))
  );
}

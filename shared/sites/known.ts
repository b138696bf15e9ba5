// Every site by name, with the version of the description that comes with this release. A change of a description that has been
// released counts its number up; what an administrator publishes must be newer still.
import type { SiteId } from '../words.ts';

export const KNOWN_SITES: Readonly<Record<SiteId, { name: string; version: number }>> = {
  gmail: { name: 'Gmail', version: 1 },
  outlook: { name: 'Outlook on the web', version: 1 },
  roundcube: { name: 'Roundcube', version: 1 },
  sogo: { name: 'SOGo', version: 1 },
  horde: { name: 'Horde', version: 1 },
  zimbra: { name: 'Zimbra', version: 1 },
  'jira-cloud': { name: 'Jira Cloud', version: 1 },
  'jira-server': { name: 'Jira Data Center', version: 1 },
  'jsm-portal': { name: 'Jira Service Management portal', version: 1 },
  zendesk: { name: 'Zendesk', version: 1 },
  servicenow: { name: 'ServiceNow', version: 1 },
  github: { name: 'GitHub', version: 1 },
  gitlab: { name: 'GitLab', version: 1 },
  zammad: { name: 'Zammad', version: 1 },
  'request-tracker': { name: 'Request Tracker', version: 1 },
  glpi: { name: 'GLPI', version: 1 },
  osticket: { name: 'osTicket', version: 1 },
  redmine: { name: 'Redmine', version: 1 },
  freescout: { name: 'FreeScout', version: 1 },
  znuny: { name: 'Znuny', version: 1 },
  hyperkitty: { name: 'HyperKitty', version: 1 },
};

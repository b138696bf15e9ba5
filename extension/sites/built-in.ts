// The descriptions that come with the extension. Data alone: the worker shows them to administrators who mend one.
import type { SiteDescription } from './description.ts';
import { freescout } from './freescout.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { glpi } from './glpi.ts';
import { gmail } from './gmail.ts';
import { horde } from './horde.ts';
import { hyperkitty } from './hyperkitty.ts';
import { jiraCloud } from './jira-cloud.ts';
import { jiraServer } from './jira-server.ts';
import { jsmPortal } from './jsm-portal.ts';
import { osticket } from './osticket.ts';
import { outlook } from './outlook.ts';
import { redmine } from './redmine.ts';
import { requestTracker } from './request-tracker.ts';
import { roundcube } from './roundcube.ts';
import { servicenow } from './servicenow.ts';
import { sogo } from './sogo.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zimbra } from './zimbra.ts';
import { znuny } from './znuny.ts';

export const BUILT_IN: readonly SiteDescription[] = [
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

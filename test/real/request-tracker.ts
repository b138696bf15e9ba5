// Debian's Request Tracker 5 on loopback, served by its own small server, with its settings, database and mail in a folder of ours.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packages } from './debian.ts';
import { PASSWORD } from './dovecot.ts';
import type { TicketPages } from './rated-in-tickets.ts';
import { freePort, own, run, startServer } from './servers.ts';
import { readNumbers, type TicketServer, writeStory } from './story.ts';

export const requestTrackerPackages: Packages = {
  // It must have something to send mail with, and sends none here: the smallest that there is.
  packages: ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone', 'msmtp-mta'],
  answers: [
    'request-tracker5 request-tracker5/dbconfig-install boolean false',
    'request-tracker5 request-tracker5/handle-siteconfig-permissions boolean false',
  ],
  avoid: ['apache2-bin', 'exim4-base', 'exim4-config', 'exim4-daemon-light'],
};

export const inRequestTracker: TicketPages = {
  name: 'Request Tracker',
  site: 'request-tracker',
  accounts: 'rt',
  path: (ticket, reader) => `/${reader === 'an' ? 'SelfService' : 'Ticket'}/Display.html?id=${ticket}`,
  signIn: async (page, reader) => {
    await page.fill('input[name="user"]', reader);
    await page.fill('input[name="pass"]', PASSWORD);
    await page.click('#login [type="submit"]');
    await page.getByText(/^Logged in as/).waitFor({ state: 'attached' });
  },
  body: '.transaction > .content',
  tellsNotes: false,
  tellsOutsiders: true,
};

export async function startRequestTracker(folder: string): Promise<TicketServer> {
  const port = await freePort();
  const user = 'www-data';
  for (const part of ['', 'conf.d', 'mason', 'mail']) own(join(folder, part), user);
  const settings = join(folder, 'RT_SiteConfig.pm');
  writeFileSync(settings, configuration(folder, port));
  const numbers = join(folder, 'numbers.json');
  const env = {
    HOME: folder,
    RT_SITE_CONFIG: settings,
    RT_SITE_CONFIG_DIR: join(folder, 'conf.d'),
    STORY: writeStory(folder),
    NUMBERS: numbers,
  };
  const log = join(folder, 'server.log');
  const shared = { env, user, log };
  await run({ command: '/usr/sbin/rt-setup-database-5', args: ['--action', 'init'], cwd: folder, ...shared });
  const script = new URL('request-tracker.pl', import.meta.url).pathname;
  await run({ command: 'perl', args: [script], cwd: folder, ...shared });
  const server = await startServer({
    name: 'Request Tracker',
    command: '/usr/share/request-tracker5/libexec/rt-server',
    args: ['--server', 'Starlet', '--host', '127.0.0.1', '--port', String(port), '--max-workers', '3'],
    ...shared,
    port,
  });
  return { ...server, url: `http://127.0.0.1:${port}`, numbers: readNumbers(numbers) };
}

const configuration = (folder: string, port: number) => `use utf8;
Set($rtname, 'acme.test');
Set($Organization, 'acme.test');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebBaseURL, 'http://127.0.0.1:${port}');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${folder}/rt.sqlite');
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'warning');
Set($MasonDataDir, '${folder}/mason');
1;
`;

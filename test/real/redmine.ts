// Debian's Redmine on loopback, served by Ruby's own server, with its settings, database and logs in a folder of ours.
import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packages } from './debian.ts';
import { PASSWORD } from './dovecot.ts';
import type { TicketPages } from './rated-in-tickets.ts';
import { freePort, own, run, startServer } from './servers.ts';
import { readNumbers, type TicketServer, writeStory } from './story.ts';

const HOME = '/usr/share/redmine';
/** Debian keeps instances below Redmine's own folder; enough steps up lead from there to any other. */
const UP = '../'.repeat(8);

export const redminePackages: Packages = {
  packages: ['redmine', 'redmine-sqlite', 'ruby-webrick'],
  answers: ['redmine redmine/instances/default/dbconfig-install boolean false'],
  avoid: [],
};

export const inRedmine: TicketPages = {
  name: 'Redmine',
  site: 'redmine',
  accounts: 'redmine',
  path: (ticket) => `/issues/${ticket}`,
  signIn: async (page, reader) => {
    await page.fill('#username', reader);
    await page.fill('#password', PASSWORD);
    await page.click('input[name="login"]');
    await page.locator('#loggedas').waitFor();
  },
  body: '.wiki',
  tellsNotes: true,
  tellsOutsiders: false,
};

export async function startRedmine(folder: string): Promise<TicketServer> {
  const port = await freePort();
  for (const part of ['', 'config', 'files', 'log', 'tmp', 'public', 'public/plugin_assets'])
    own(join(folder, part), 'www-data');
  writeFileSync(join(folder, 'config/database.yml'), database(folder));
  writeFileSync(join(folder, 'config/secret_key.txt'), randomBytes(40).toString('hex'));
  const story = writeStory(folder);
  const numbers = join(folder, 'numbers.json');
  const env = {
    HOME: join(folder, 'tmp'),
    RAILS_ENV: 'production',
    REDMINE_INSTANCE: `${UP}${folder.slice(1)}`,
    RAILS_SERVE_STATIC_FILES: '1',
    RUBYOPT: '-W0',
    // Packaged, but not among what Redmine loads.
    RUBYLIB: webrick(),
    SCHEMA: join(folder, 'tmp/schema.rb'),
    STORY: story,
    NUMBERS: numbers,
    PORT: String(port),
  };
  const log = join(folder, 'server.log');
  const user = 'www-data';
  await run({ command: join(HOME, 'bin/rake'), args: ['db:migrate'], cwd: HOME, env, user, log });
  const script = new URL('redmine.rb', import.meta.url).pathname;
  const server = await startServer({ name: 'Redmine', command: 'ruby', args: [script], env, user, log, port });
  return { ...server, url: `http://127.0.0.1:${port}`, numbers: readNumbers(numbers) };
}

function webrick(): string {
  const gems = '/usr/share/rubygems-integration/all/gems';
  const name = readdirSync(gems).find((one) => one.startsWith('webrick-'));
  if (!name) throw new Error('there is no WEBrick on this machine');
  return join(gems, name, 'lib');
}

const database = (folder: string) => `production:
  adapter: sqlite3
  database: ${folder}/redmine.sqlite3
  timeout: 10000
`;

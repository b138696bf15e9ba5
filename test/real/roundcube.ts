// Debian's Roundcube on loopback, served by PHP's own server, with its settings, database and logs in a folder of ours.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packages } from './debian.ts';
import { account, freePort, type Server, startServer } from './servers.ts';

const SCHEMA = '/usr/share/roundcube/SQL/sqlite.initial.sql';
const PAGES = '/var/lib/roundcube/public_html';

export const roundcubePackages: Packages = {
  packages: ['roundcube-core', 'roundcube-sqlite3', 'php-cli', 'php-sqlite3', 'dovecot-imapd'],
  answers: [
    'roundcube-core roundcube/dbconfig-install boolean false',
    'roundcube-core roundcube/reconfigure-webserver multiselect',
  ],
  // PHP comes with Apache where nothing else is asked for; its own small server is enough.
  avoid: ['apache2-bin'],
};

export interface Webmail extends Server {
  url: string;
}

/** @param vietnamese the address of the one who reads Roundcube in Vietnamese; all others read it in English */
export async function startRoundcube(folder: string, imapPort: number, vietnamese: string): Promise<Webmail> {
  const port = await freePort();
  const web = account('www-data');
  for (const part of ['', 'conf', 'tmp', 'log']) {
    mkdirSync(join(folder, part), { recursive: true });
    chownSync(join(folder, part), web.uid, web.gid);
  }
  for (const file of ['defaults.inc.php', 'mimetypes.php'])
    copyFileSync(`/etc/roundcube/${file}`, join(folder, 'conf', file));
  if (!existsSync(join(folder, 'conf/plugins'))) symlinkSync('/etc/roundcube/plugins', join(folder, 'conf/plugins'));
  writeFileSync(join(folder, 'conf/config.inc.php'), settings(folder, imapPort));

  const database = join(folder, 'roundcube.db');
  php(
    [
      `$db = new PDO('sqlite:' . $argv[1]);`,
      `$db->exec(file_get_contents($argv[2]));`,
      `$db->prepare("INSERT INTO users(username, mail_host, created, language) VALUES(?, '127.0.0.1', datetime(), 'vi_VN')")->execute([$argv[3]]);`,
      `$db->prepare("INSERT INTO identities(user_id, changed, del, standard, name, email) VALUES(?, datetime(), 0, 1, 'Phòng Nhân sự (HR)', ?)")->execute([$db->lastInsertId(), $argv[3]]);`,
    ],
    [database, SCHEMA, vietnamese],
  );
  chownSync(database, web.uid, web.gid);
  chmodSync(database, 0o600);

  const server = await startServer({
    name: 'Roundcube',
    command: 'php',
    args: ['-d', 'memory_limit=256M', '-S', `127.0.0.1:${port}`, '-t', PAGES],
    env: { ROUNDCUBE_CONFIG_DIR: join(folder, 'conf'), PHP_CLI_SERVER_WORKERS: '4' },
    user: 'www-data',
    log: join(folder, 'php.log'),
    port,
  });
  return { ...server, url: `http://127.0.0.1:${port}` };
}

function php(lines: readonly string[], args: readonly string[]): void {
  const done = spawnSync('php', ['-r', lines.join('\n'), '--', ...args], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`Roundcube's database could not be made:\n${done.stdout}${done.stderr}`);
}

const settings = (folder: string, imapPort: number) => `<?php
$config = [
  'db_dsnw' => 'sqlite:///${folder}/roundcube.db?mode=0600',
  'imap_host' => '127.0.0.1:${imapPort}',
  'des_key' => 'only-for-tests-24-chars!',
  'product_name' => 'Acme Webmail',
  'skin' => 'elastic',
  'language' => 'en_US',
  'plugins' => [],
  'sent_mbox' => 'Sent',
  'temp_dir' => '${folder}/tmp',
  'log_dir' => '${folder}/log',
  'enable_spellcheck' => false,
  'session_lifetime' => 600,
];
`;

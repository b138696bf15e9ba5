// Debian's HyperKitty, the archive of mailing lists, on loopback, served by Django's own server, with all that it keeps in a folder of ours.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packages } from './debian.ts';
import { LIST, listMails } from './list-mails.ts';
import { write } from './message.ts';
import { freePort, own, run, type Server, startServer } from './servers.ts';

export const hyperkittyPackages: Packages = {
  packages: ['python3-django-hyperkitty', 'python3-whoosh', 'sassc'],
  answers: [],
  avoid: ['apache2-bin'],
};

export interface Archive extends Server {
  url: string;
}

export async function startHyperkitty(folder: string): Promise<Archive> {
  const port = await freePort();
  const user = 'www-data';
  own(folder, user);
  const mails = join(folder, 'mails');
  mkdirSync(mails);
  listMails.forEach((mail, number) => {
    writeFileSync(join(mails, `${number}.eml`), write(mail));
  });
  const scripts = new URL('.', import.meta.url).pathname;
  const env = {
    HOME: folder,
    PYTHONPATH: scripts,
    PYTHONDONTWRITEBYTECODE: '1',
    DJANGO_SETTINGS_MODULE: 'archive_settings',
    ARCHIVE: folder,
    MAILS: mails,
    LIST: LIST.address,
  };
  const shared = { command: 'python3', env, user, log: join(folder, 'server.log') };
  await run({ ...shared, args: ['-m', 'django', 'migrate'], cwd: folder });
  await run({ ...shared, args: [join(scripts, 'archive_fill.py')], cwd: folder });
  const server = await startServer({
    ...shared,
    name: 'HyperKitty',
    args: ['-m', 'django', 'runserver', '--noreload', '--insecure', `127.0.0.1:${port}`],
    port,
  });
  return { ...server, url: `http://127.0.0.1:${port}` };
}

// A Dovecot of our own on loopback: one configuration, one password, the mail of conversations.ts in Maildirs.
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mails, owners, reaches } from './conversations.ts';
import { type Mail, write } from './message.ts';
import { account, freePort, run, type Server, startServer } from './servers.ts';

export const PASSWORD = 'acme-test-1';

export interface Imap extends Server {
  port: number;
}

/** Starts it with everything it keeps under `folder`. */
export async function startDovecot(folder: string): Promise<Imap> {
  const port = await freePort();
  const owner = account('mail');
  const own = (path: string) => {
    mkdirSync(path, { recursive: true });
    chownSync(path, owner.uid, owner.gid);
    return path;
  };
  const maildir = (path: string) => {
    own(path);
    for (const part of ['cur', 'new', 'tmp']) own(join(path, part));
    return path;
  };
  const put = (box: string, mail: Mail, number: number, flags: string) => {
    const path = join(box, 'cur', `${mail.sent.getTime() / 1000}.${number}.acme:2,${flags}`);
    writeFileSync(path, write(mail));
    chownSync(path, owner.uid, owner.gid);
  };

  mkdirSync(join(folder, 'run'), { recursive: true });
  for (const address of owners) {
    const inbox = maildir(join(own(join(folder, 'mail')), address));
    const sent = maildir(join(inbox, '.Sent'));
    mails.forEach((mail, number) => {
      if (reaches(mail, address)) put(inbox, mail, number, '');
      if (mail.from.address === address) put(sent, mail, number, 'S');
    });
  }
  writeFileSync(join(folder, 'users'), owners.map((address) => `${address}:{PLAIN}${PASSWORD}::::::\n`).join(''));
  const configuration = join(folder, 'dovecot.conf');
  writeFileSync(configuration, settings(folder, port));

  const log = join(folder, 'dovecot.log');
  const server = await startServer({
    name: 'Dovecot',
    command: '/usr/sbin/dovecot',
    args: ['-F', '-c', configuration],
    log,
    port,
  });
  // Whoever opens a mailbox while somebody else is the first to do so may see it empty, and webmail asks twice at once.
  for (const address of owners) {
    for (const box of ['INBOX', 'Sent'])
      await run({ command: 'doveadm', args: ['-c', configuration, 'index', '-u', address, box], log });
  }
  return { ...server, port };
}

const settings = (folder: string, port: number) => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/imap.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%Lu
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = passwd-file
  args = username_format=%Lu ${folder}/users
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/mail/%Lu
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
`;

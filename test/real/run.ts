// `npm run test:real`: the extension in a Roundcube and a Dovecot that nobody of this project wrote, from Debian's packages.
// Needs root and apt; without them it says why it did not run. In CI, as root, it must run.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from '../stack/extension.ts';
import { startStack } from '../stack/stack.ts';
import { needPackages, whyNot } from './debian.ts';
import { startDovecot } from './dovecot.ts';
import { rateInRoundcube } from './rated-in-roundcube.ts';
import { startRoundcube } from './roundcube.ts';

const PACKAGES = ['roundcube-core', 'roundcube-sqlite3', 'php-cli', 'php-sqlite3', 'dovecot-imapd'];
const ANSWERS = [
  'roundcube-core roundcube/dbconfig-install boolean false',
  'roundcube-core roundcube/reconfigure-webserver multiselect',
];
/** PHP comes with Apache where nothing else is asked for; its own small server is enough. */
const AVOID = ['apache2-bin'];

const mustRun = process.env.CI === 'true' && process.getuid?.() === 0;

/** Says why and ends: well on a machine that cannot, badly where it must run. */
function notRun(why: string): never {
  console.log(`not run: ${why}`);
  process.exit(mustRun ? 1 : 0);
}

const why = whyNot();
if (why) notRun(why);
try {
  needPackages(PACKAGES, ANSWERS, AVOID);
} catch (error) {
  notRun(error instanceof Error ? error.message : String(error));
}

const folder = mkdtempSync(join(tmpdir(), 'hearback-real-'));
// Each server runs under a user of its own and passes through here to what is its own.
chmodSync(folder, 0o711);
const endings: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })];
const end = async () => {
  for (const one of endings.splice(0).reverse()) await one();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => end().finally(() => process.exit(1)));

/** The last lines of a server's log, for whoever has to find out why. */
const endOf = (log: string) =>
  existsSync(log) ? `${log}:\n${readFileSync(log, 'utf8').split('\n').slice(-12).join('\n')}` : '';

const counts = { passed: 0, failed: 0 };
/** Runs one check and goes on whatever it says. */
const check = async (sentence: string, work: () => Promise<void>) => {
  try {
    await work();
    counts.passed += 1;
    console.log(`  ok    ${sentence}`);
  } catch (error) {
    counts.failed += 1;
    console.log(`  FAIL  ${sentence}\n        ${error instanceof Error ? error.stack : error}`);
  }
};

try {
  console.log('Starting Dovecot, Roundcube and the local stack ...');
  const imap = await startDovecot(join(folder, 'dovecot'));
  endings.push(imap.stop);
  const webmail = await startRoundcube(join(folder, 'roundcube'), imap.port, 'hr@acme.test');
  endings.push(webmail.stop);
  const stack = await startStack({ state: join(folder, 'stack'), history: false });
  endings.push(stack.stop);
  await buildExtension('development', stack.origin);
  await rateInRoundcube({ url: webmail.url, stack, check });
} catch (error) {
  counts.failed += 1;
  console.log(error);
  for (const log of ['dovecot/imap.log', 'roundcube/php.log', 'roundcube/log/errors.log'])
    console.log(endOf(join(folder, log)));
} finally {
  await end();
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);

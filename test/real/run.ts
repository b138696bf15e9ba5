// `npm run test:real`: the extension in servers that nobody of this project wrote, from Debian's packages: Roundcube with Dovecot,
// Redmine, Request Tracker and HyperKitty.
// Needs root and apt; without them it says why it did not run. In CI, as root, it must run. The packages stay on the machine, and
// nothing of them starts with it; all else is in a folder that is gone at the end.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SetSite } from '../../shared/words.ts';
import { buildExtension } from '../stack/extension.ts';
import { startStack } from '../stack/stack.ts';
import { needPackages, whyNot } from './debian.ts';
import { startDovecot } from './dovecot.ts';
import { hyperkittyPackages, startHyperkitty } from './hyperkitty.ts';
import { rateInHyperkitty } from './rated-in-hyperkitty.ts';
import { rateInRoundcube } from './rated-in-roundcube.ts';
import { listDesk, rateInTickets } from './rated-in-tickets.ts';
import { inRedmine, redminePackages, startRedmine } from './redmine.ts';
import { inRequestTracker, requestTrackerPackages, startRequestTracker } from './request-tracker.ts';
import { roundcubePackages, startRoundcube } from './roundcube.ts';

const mustRun = process.env.CI === 'true' && process.getuid?.() === 0;

/** Says why and ends: well on a machine that cannot, badly where it must run. */
function notRun(why: string): never {
  console.log(`not run: ${why}`);
  process.exit(mustRun ? 1 : 0);
}

const why = whyNot();
if (why) notRun(why);
const folder = mkdtempSync(join(tmpdir(), 'hearback-real-'));
// Each server runs under a user of its own and passes through here to what is its own.
chmodSync(folder, 0o711);
const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
const stops: (() => Promise<void>)[] = [];
let ending: Promise<void> | null = null;
/** Stops what was started, the newest first; once, whether the checks are over or somebody has had enough. */
const end = () => (ending ??= stopAll());
async function stopAll(): Promise<void> {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  clear();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    console.log('\nStopping ...');
    // What is just starting is ended with this process, and may have written once more.
    process.once('exit', clear);
    void end().finally(() => process.exit(1));
  });

try {
  needPackages([roundcubePackages, redminePackages, requestTrackerPackages, hyperkittyPackages]);
} catch (error) {
  clear();
  notRun(error instanceof Error ? error.message : String(error));
}

/** Waits for something that is to be stopped at the end. */
async function started<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const one = await starting;
  stops.push(one.stop);
  // It came up while the others were being stopped.
  if (ending) await stops.pop()?.();
  return one;
}

async function startWebmail() {
  const imap = await started(startDovecot(join(folder, 'dovecot')));
  return startRoundcube(join(folder, 'roundcube'), imap.port, 'hr@acme.test');
}

/** The last lines of a server's log, for whoever has to find out why. */
const endOf = (log: string) =>
  existsSync(log) ? `${log}:\n${readFileSync(log, 'utf8').split('\n').slice(-12).join('\n')}` : '';

const counts = { passed: 0, failed: 0 };
/** Runs one check and goes on whatever it says. */
const check = async (sentence: string, work: () => Promise<void>) => {
  if (ending) return;
  try {
    await work();
    counts.passed += 1;
    console.log(`  ok    ${sentence}`);
  } catch (error) {
    counts.failed += 1;
    if (!ending) console.log(`  FAIL  ${sentence}\n        ${error instanceof Error ? error.stack : error}`);
  }
};

try {
  console.log('Starting the servers and the local stack ...');
  const webmail = await started(startWebmail());
  const redmine = { pages: inRedmine, server: await started(startRedmine(join(folder, 'redmine'))) };
  const requestTracker = { pages: inRequestTracker, server: await started(startRequestTracker(join(folder, 'rt'))) };
  const ticketSites = [redmine, requestTracker];
  const archive = await started(startHyperkitty(join(folder, 'hyperkitty')));
  const sites: SetSite[] = [
    ...ticketSites.map(({ pages, server }) => ({ origin: server.url, site: pages.site })),
    { origin: archive.url, site: 'hyperkitty' },
  ];
  const stack = await started(startStack({ state: join(folder, 'stack'), history: false, sites }));
  for (const site of ticketSites) await listDesk(stack, site);
  await buildExtension('development', stack.origin);
  await rateInRoundcube({ url: webmail.url, stack, check });
  for (const site of ticketSites) await rateInTickets(site, { stack, check });
  await rateInHyperkitty(archive, { stack, check });
} catch (error) {
  counts.failed += 1;
  if (!ending) console.log(error);
  const logs = [
    'dovecot/imap.log',
    'roundcube/php.log',
    'roundcube/log/errors.log',
    'redmine/server.log',
    'rt/server.log',
    'hyperkitty/server.log',
  ];
  for (const log of ending ? [] : logs) console.log(endOf(join(folder, log)));
} finally {
  await end();
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);

// Gets the Debian packages of the real servers: only what is missing, asking nothing. Nothing of it is started, now or with the
// machine; the packages stay.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Debian asks this file before a package may start its daemon; 101 means "not allowed". */
const POLICY = '/usr/sbin/policy-rc.d';
const NONE_MAY = '#!/bin/sh\n# npm run test:real\nexit 101\n';
const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

/** Why real servers cannot be had on this machine, or null where they can. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'the servers come from Debian packages, and this is not Linux';
  if (process.getuid?.() !== 0) return 'only root can install Debian packages';
  return has('apt-get') ? null : 'there is no apt-get on this machine';
}

const has = (command: string) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

const isInstalled = (name: string) => {
  const { status, stdout } = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' });
  return status === 0 && stdout.includes('ok installed');
};

function run(command: string, args: string[], input = ''): void {
  const done = spawnSync(command, args, { env: environment, input, encoding: 'utf8', timeout: 900_000 });
  if (done.status === 0) return;
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim().split('\n').slice(-6).join('\n');
  throw new Error(`${command} ${args.join(' ')} failed:\n${said}`);
}

/** Runs `work` while no package may start a daemon, and puts the machine's own policy back whatever happens. */
function withoutDaemons(work: () => void): void {
  // Ours is there where a run before this one was killed.
  const isOurs = existsSync(POLICY) && readFileSync(POLICY, 'utf8') === NONE_MAY;
  const before = existsSync(POLICY) && !isOurs ? { text: readFileSync(POLICY), mode: statSync(POLICY).mode } : null;
  writeFileSync(POLICY, NONE_MAY);
  chmodSync(POLICY, 0o755);
  try {
    work();
  } finally {
    if (before) {
      writeFileSync(POLICY, before.text);
      chmodSync(POLICY, before.mode);
    } else rmSync(POLICY);
  }
}

/** What starts with the machine: units that systemd wants, and the scripts of machines that have none. */
function starting(): { units: Set<string>; scripts: Set<string> } {
  const names = (folder: string) =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const units = names('/etc/systemd/system').filter((name) => /\.wants\/.*\.(?:service|socket|timer)$/.test(name));
  const scripts = names('/etc/rc2.d').flatMap((name) => /^S\d\d(.+)$/.exec(name)?.[1] ?? []);
  return { units: new Set(units.map((name) => basename(name))), scripts: new Set(scripts) };
}

/** Debian lets what it installs start with the machine; a developer has asked for a test, not for a mail server. */
function keepFromStarting(work: () => void): void {
  const before = starting();
  try {
    work();
  } finally {
    const now = starting();
    const units = [...now.units].filter((name) => !before.units.has(name));
    const scripts = [...now.scripts].filter((name) => !before.scripts.has(name));
    // Without systemd, nothing wants its units.
    if (units.length > 0 && has('systemctl')) run('systemctl', ['disable', ...units]);
    for (const name of scripts) run('update-rc.d', [name, 'disable']);
    const all = [...new Set([...units, ...scripts.map((name) => `${name}.service`)])].map((name) => name.split('.')[0]);
    if (all.length > 0) console.log(`Kept from starting with the machine: ${[...new Set(all)].sort().join(', ')}.`);
  }
}

/** What one of the servers needs of Debian. */
export interface Packages {
  packages: readonly string[];
  /** Lines for debconf, so that no package asks. */
  answers: readonly string[];
  /** What apt would choose to fulfil a dependency though another, smaller one does; left alone where installed. */
  avoid: readonly string[];
}

/** Installs the packages of all servers where they are missing. */
export function needPackages(servers: readonly Packages[]): void {
  const packages = servers.flatMap((one) => one.packages);
  const answers = servers.flatMap((one) => one.answers);
  const avoid = servers.flatMap((one) => one.avoid);
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  console.log(
    `Installing ${missing.join(', ')} with apt; they stay, and "apt-get purge" with their names removes them.`,
  );
  const options = [
    '-y',
    '--no-install-recommends',
    '-o',
    'DPkg::Lock::Timeout=600',
    '-o',
    'Dpkg::Options::=--force-confold',
  ];
  const without = avoid.filter((name) => !isInstalled(name)).map((name) => `${name}-`);
  const install = () => {
    if (!readdirSync('/var/lib/apt/lists').some((name) => name.includes('_Packages')))
      run('apt-get', ['update', '-qq']);
    run('debconf-set-selections', [], `${answers.join('\n')}\n`);
    run('apt-get', ['install', ...options, ...missing, ...without]);
  };
  withoutDaemons(() => keepFromStarting(install));
}

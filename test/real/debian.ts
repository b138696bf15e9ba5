// Gets the Debian packages of the real servers: only what is missing, asking nothing, and no daemon is started by it.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** Debian asks this file before a package may start its daemon; 101 means "not allowed". */
const POLICY = '/usr/sbin/policy-rc.d';
const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

/** Why real servers cannot be had on this machine, or null where they can. */
export function whyNot(): string | null {
  if (process.platform !== 'linux') return 'the servers come from Debian packages, and this is not Linux';
  if (process.getuid?.() !== 0) return 'only root can install Debian packages';
  const apt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' });
  return apt.status === 0 ? null : 'there is no apt-get on this machine';
}

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
  const before = existsSync(POLICY) ? { text: readFileSync(POLICY), mode: statSync(POLICY).mode } : null;
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n');
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
  console.log(`Installing ${missing.join(', ')} with apt ...`);
  const options = [
    '-y',
    '--no-install-recommends',
    '-o',
    'DPkg::Lock::Timeout=600',
    '-o',
    'Dpkg::Options::=--force-confold',
  ];
  const without = avoid.filter((name) => !isInstalled(name)).map((name) => `${name}-`);
  withoutDaemons(() => {
    if (!readdirSync('/var/lib/apt/lists').some((name) => name.includes('_Packages')))
      run('apt-get', ['update', '-qq']);
    run('debconf-set-selections', [], `${answers.join('\n')}\n`);
    run('apt-get', ['install', ...options, ...missing, ...without]);
  });
}

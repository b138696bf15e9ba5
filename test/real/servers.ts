// Starts servers as children of this test, waits until they answer, and ends them and nobody else.
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Where Debian's packages find the languages they are written in, whatever else is installed. */
const DEBIAN = '/usr/sbin:/usr/bin:/sbin:/bin';

export interface Server {
  stop(): Promise<void>;
}

export interface Run {
  command: string;
  args: string[];
  cwd?: string;
  env?: Record<string, string>;
  /** The Debian user it runs as. */
  user?: string;
  /** File that takes what it prints. */
  log: string;
}

export interface Start extends Omit<Run, 'cwd'> {
  name: string;
  /** The loopback port on which it answers once it is up. */
  port: number;
}

/** A port that is free on loopback now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** User and group number of a Debian user. */
export function account(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`there is no user ${name} on this machine`);
  return { uid: Number(uid), gid: Number(gid) };
}

/** Makes a folder that belongs to a Debian user. */
export function own(path: string, user: string): void {
  mkdirSync(path, { recursive: true });
  const { uid, gid } = account(user);
  chownSync(path, uid, gid);
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

const endOf = (log: string) => readFileSync(log, 'utf8').split('\n').slice(-8).join('\n');

/** Runs a command to its end; throws what it last said where it fails. */
export async function run({ command, args, cwd, env, user, log }: Run): Promise<void> {
  const output = openSync(log, 'a');
  const child = spawn(command, args, {
    ...(cwd ? { cwd } : {}),
    stdio: ['ignore', output, output],
    env: { PATH: DEBIAN, LC_ALL: 'C.UTF-8', ...env },
    ...(user ? account(user) : {}),
  });
  closeSync(output);
  const last = () => child.kill('SIGKILL');
  process.once('exit', last);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  }).finally(() => process.off('exit', last));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${endOf(log)}`);
}

/** Starts a server in a process group of its own and resolves once its port answers. */
export async function startServer({ name, command, args, env, user, log, port }: Start): Promise<Server> {
  const output = openSync(log, 'a');
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', output, output],
    env: { PATH: DEBIAN, LC_ALL: 'C.UTF-8', ...env },
    ...(user ? account(user) : {}),
  });
  closeSync(output);
  let failure: Error | null = null;
  child.once('error', (error) => {
    failure = error;
  });
  const { pid } = child;
  const end = (signal: NodeJS.Signals) => {
    try {
      if (pid !== undefined) process.kill(-pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  // Whatever ends this process must not leave a server behind.
  const last = () => end('SIGKILL');
  process.once('exit', last);

  const stop = async () => {
    end('SIGTERM');
    for (let waited = 0; !ended(child) && waited < 10_000; waited += 50) await pause(50);
    end('SIGKILL');
    process.off('exit', last);
  };
  for (let waited = 0; waited < 180_000; waited += 100) {
    if (failure || ended(child)) break;
    if (await answers(port)) return { stop };
    await pause(100);
  }
  await stop();
  throw failure ?? new Error(`${name} did not come up:\n${endOf(log)}`);
}

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CHROME_ID } from '../../extension/identity.ts';
import { findChromium } from '../stack/browser.ts';
import { until } from '../stack/harness.ts';
import { root } from '../stack/worker.ts';

const temporary = mkdtempSync(join(tmpdir(), 'hearback-start-'));
const groups = new Set<number>();
afterAll(() => {
  for (const group of groups) if (isAlive(group)) process.kill(-group, 'SIGKILL');
  rmSync(temporary, { recursive: true, force: true });
});

/** Whether anything of a process group still runs. */
function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/** A browser that needs no display: what `npm start` opens is otherwise the same, but headless Chromium takes one address only. */
function headlessChromium(): string {
  const path = join(temporary, 'chromium');
  const script = `#!/bin/sh
for argument; do
  shift
  case $argument in http*) [ -n "$address" ] && continue; address=$argument ;; esac
  set -- "$@" "$argument"
done
exec "${findChromium()}" --headless=new "$@"
`;
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

/** The first of three free ports in a row. */
async function freePort(): Promise<number> {
  for (let port = 20_000 + (process.pid % 20_000); ; port += 3) {
    if ((await Promise.all([port, port + 1, port + 2].map(isFree))).every(Boolean)) return port;
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** Runs `npm start` in a process group of its own; signals reach npm alone, as those of a supervisor do. */
async function start(
  environment: Record<string, string>,
  { port: wanted, keep = false }: { port?: number; keep?: boolean } = {},
) {
  const port = wanted ?? (await freePort());
  const child = spawn('npm', ['start', ...(keep ? ['--', '--keep'] : [])], {
    cwd: root,
    detached: true,
    env: { ...process.env, PORT: String(port), TMPDIR: temporary, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const { pid } = child;
  if (pid === undefined) throw new Error('the stack did not start');
  groups.add(pid);
  await until('"ready"', () => /^ready$/m.test(said) || child.exitCode !== null, 120_000);
  return {
    port,
    said: () => said,
    end: async (signal: NodeJS.Signals) => {
      process.kill(pid, signal);
      return exit;
    },
    isAlive: () => isAlive(pid),
    remove: () => rmSync(join(root, `test/.state/start-${port}`), { recursive: true, force: true }),
  };
}

describe('npm start', () => {
  it('says every address, serves, keeps quiet about a browser that is not wanted, and ends at Ctrl-C', async () => {
    const running = await start({ HEADLESS: '1' });
    const origin = `http://localhost:${running.port}`;
    expect(running.said()).toContain(origin);
    expect(running.said()).toContain('chrome://extensions');
    for (const address of running.said().match(/http:\/\/\S+/g) ?? []) {
      expect((await fetch(address === origin ? `${origin}/healthz` : address)).status, address).toBeLessThan(500);
    }
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect(await running.end('SIGINT')).toBe(0);
    await until('nothing left behind', () => !running.isAlive());
    running.remove();
  });

  it('opens a browser with the extension in it, and leaves neither it nor its profile behind at SIGTERM', async () => {
    const running = await start({ HEADLESS: '', DISPLAY: ':none', CHROMIUM: headlessChromium() });
    const profiles = () => readdirSync(temporary).filter((name) => name.startsWith('hearback-browser-'));
    expect(profiles()).toHaveLength(1);
    // Only the extension itself, running, makes it.
    const database = `Default/IndexedDB/chrome-extension_${CHROME_ID}_0.indexeddb.leveldb`;
    await until('the extension to run', () => profiles().some((name) => existsSync(join(temporary, name, database))));
    expect(await running.end('SIGTERM')).toBe(0);
    await until('nothing left behind', () => !running.isAlive());
    expect(profiles()).toEqual([]);
    running.remove();
  });

  it('says why no browser opened and how to go on without one, where it does not start', async () => {
    const running = await start({ HEADLESS: '', DISPLAY: ':none', CHROMIUM: join(temporary, 'nowhere') });
    await until('the reason', () => /No browser: .*nowhere/.test(running.said()));
    expect(running.said()).toContain('Load unpacked');
    expect((await fetch(`http://localhost:${running.port}/healthz`)).status).toBe(200);
    expect(await running.end('SIGTERM')).toBe(0);
    await until('nothing left behind', () => !running.isAlive());
    running.remove();
  });

  it('makes the demo company at the first start with --keep, and leaves it as it is at the second', async () => {
    const first = await start({ HEADLESS: '1' }, { keep: true });
    expect(first.said()).toContain('half a year');
    await first.end('SIGTERM');
    await until('nothing left behind', () => !first.isAlive());

    const again = await start({ HEADLESS: '1' }, { keep: true, port: first.port });
    expect(again.said()).not.toContain('half a year');
    expect(again.said()).toMatch(/^ready$/m);
    await again.end('SIGTERM');
    await until('nothing left behind', () => !again.isAlive());
    again.remove();
  });

  it('says in words that a port is taken, and ends', async () => {
    const first = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => first.listen(port, '127.0.0.1', resolve));
    const child = spawn(process.execPath, ['test/stack/start.ts'], {
      cwd: root,
      env: { ...process.env, PORT: String(port), HEADLESS: '1', TMPDIR: temporary },
    });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
    expect(said).toContain(`${port}`);
    expect(said).toContain('Set PORT');
    first.close();
  });
});

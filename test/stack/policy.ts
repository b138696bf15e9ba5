// Gives a browser a company's policy without touching the machine: browsers read policies under /etc, so one is started in a mount
// namespace of its own, in which a folder of ours lies over /etc.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findChromium } from './browser.ts';
import { findFirefox } from './browsers.mjs';

interface Policed {
  /** Starts the browser under the policies. */
  path: string;
  remove(): void;
}

/** Where Chromium and its relatives look, under /etc. */
const PLACES = ['chromium', 'chromium-browser', 'opt/chrome', 'opt/chrome_for_testing'];

/** @returns in words why not, where this machine does not let us */
export function policedChromium(policies: Record<string, unknown>): Policed | { why: string } {
  return policed(
    findChromium(),
    PLACES.map((place) => `${place}/policies/managed/hearback.json`),
    policies,
  );
}

/** The same for Firefox. */
export const policedFirefox = (policies: Record<string, unknown>): Policed | { why: string } =>
  policed(findFirefox(), ['firefox/policies/policies.json'], { policies });

function policed(browser: string | null, places: string[], content: unknown): Policed | { why: string } {
  if (!browser) return { why: 'there is no such browser' };
  if (process.platform !== 'linux') return { why: 'only Linux has mount namespaces' };
  const folder = mkdtempSync(join(tmpdir(), 'hearback-policy-'));
  // Whoever the browser runs as reads them.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const etc = join(folder, 'etc');
  for (const place of places) {
    const file = join(etc, place);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(content));
  }
  const inside = `mount -t overlay overlay -o lowerdir="${etc}":/etc /etc && exec "$@"`;
  const tried = WAYS.map((way) => {
    const { status, stderr, error } = spawnSync('unshare', [...way, 'sh', '-c', inside, 'sh', 'true'], {
      encoding: 'utf8',
    });
    return { way, works: status === 0, said: (stderr || String(error)).trim() };
  });
  const way = tried.find(({ works }) => works)?.way;
  if (!way) {
    remove();
    return { why: `this needs mount namespaces (${tried.map(({ said }) => said).join('; ')})` };
  }
  const path = join(folder, 'browser');
  writeFileSync(path, `#!/bin/sh\nexec unshare ${way.join(' ')} sh -c '${inside}' sh "${browser}" "$@"\n`);
  chmodSync(path, 0o755);
  return { path, remove };
}

/** As root, and as anybody where the kernel lets everybody have namespaces. */
const WAYS = [
  ['--mount', '--propagation', 'private'],
  ['--user', '--map-current-user', '--keep-caps', '--mount', '--propagation', 'private'],
];

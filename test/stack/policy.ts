// Gives a browser a company's policy without touching the machine: Chromium reads policies under /etc only, so it is started in a
// mount namespace of its own, in which a folder of ours lies over /etc.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './browser.ts';

interface Policed {
  /** Starts the browser under the policy. */
  path: string;
  remove(): void;
}

/** Where Chromium and its relatives look, under /etc. */
const PLACES = ['chromium', 'chromium-browser', 'opt/chrome', 'opt/chrome_for_testing'];

/** @returns in words why not, where this machine does not let us */
export function policedChromium(extension: string, policy: Record<string, string>): Policed | { why: string } {
  const chromium = findChromium();
  if (!chromium) return { why: 'there is no Chromium' };
  if (process.platform !== 'linux') return { why: 'only Linux has mount namespaces' };
  const folder = mkdtempSync(join(tmpdir(), 'hearback-policy-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const etc = join(folder, 'etc');
  for (const place of PLACES) {
    const managed = join(etc, place, 'policies/managed');
    mkdirSync(managed, { recursive: true });
    const policies = { '3rdparty': { extensions: { [extension]: policy } } };
    writeFileSync(join(managed, 'hearback.json'), JSON.stringify(policies));
  }
  const path = join(folder, 'chromium');
  const inside = `mount -t overlay overlay -o lowerdir="${etc}":/etc /etc && exec "$@"`;
  writeFileSync(
    path,
    `#!/bin/sh\nexec unshare --mount --propagation private sh -c '${inside}' sh "${chromium}" "$@"\n`,
  );
  chmodSync(path, 0o755);
  const tried = spawnSync('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', inside, 'sh', 'true'], {
    encoding: 'utf8',
  });
  if (tried.status === 0) return { path, remove };
  remove();
  return { why: `this needs root and mount namespaces (${(tried.stderr || String(tried.error)).trim()})` };
}

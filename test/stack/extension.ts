// Builds the extension with the project's own build, as `npm run build` and `npm run build:dev` do.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Build, extensionAt } from './browser.ts';
import { newest, root } from './worker.ts';

/** `server` is the address that the extension knows from the start. */
export async function buildExtension(
  mode: 'development' | 'production',
  server?: string,
  browser: 'chrome' | 'firefox' = 'chrome',
): Promise<string> {
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  await promisify(execFile)(process.execPath, [wxt, 'build', 'extension', '-b', browser, '--mv3', '--mode', mode], {
    cwd: root,
    env: { ...process.env, WXT_TELEMETRY: '0', DO_NOT_TRACK: '1', ...(server ? { HEARBACK_SERVER: server } : {}) },
  });
  return extensionAt(`${browser}-mv3${mode === 'development' ? '-dev' : ''}`);
}

/** Whether a source of the extension is newer than the build. */
export function extensionIsStale(build: Build): boolean {
  const manifest = join(extensionAt(build), 'manifest.json');
  if (!existsSync(manifest)) return true;
  const made = statSync(manifest).mtimeMs;
  const sources = readdirSync(join(root, 'extension'))
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(root, 'extension', name));
  return [...sources, join(root, 'shared'), join(root, 'package.json')].some((path) => newest(path) > made);
}

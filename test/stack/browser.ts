// How Chromium is started with the extension in it: for people by `npm start`, for tests by Playwright.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROME_ID } from '../../extension/identity.ts';
import { findChromium } from './browsers.mjs';
import { root } from './worker.ts';

export { findChromium };

/** A build of the extension: `-dev` may look at loopback pages and tells the row's state to tests. */
export type Build = `${'chrome' | 'firefox'}-mv3${'' | '-dev'}`;
export const extensionAt = (build: Build) => join(root, 'dist', build);

/** @param extension its folder, or several with commas between */
export const loadFlags = (extension: string): string[] => [
  `--disable-extensions-except=${extension}`,
  `--load-extension=${extension}`,
];

/** A browser that asks nobody anything by itself, and that runs as root in a container. */
export const quietFlags = (): string[] => ['--disable-background-networking', ...QUIET];

/** The same, but it looks for newer versions of its extensions: on this machine alone, for it finds no other. */
export const updatingFlags = (): string[] => [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  ...QUIET,
];

const QUIET = [
  '--disable-features=DisableLoadExtensionCommandLineSwitch,OptimizationHints,MediaRouter,Translate',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export interface OpenBrowser {
  /** When it is no more: null where it was closed, else in words why. */
  ended: Promise<string | null>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** Opens a window with a profile of its own; null where there is no Chromium or no display to show it on. */
export function openBrowser(extension: string, addresses: string[]): OpenBrowser | null {
  const path = findChromium();
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!path || !display) return null;
  const profile = mkdtempSync(join(tmpdir(), 'hearback-browser-'));
  // Browsers hide a new extension in a menu; here it is what one came to see.
  mkdirSync(join(profile, 'Default'));
  const preferences = { extensions: { pinned_extensions: [CHROME_ID] } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const flags = [...quietFlags(), ...loadFlags(extension), `--user-data-dir=${profile}`, '--test-type'];
  const child = spawn(path, [...flags, ...addresses], { stdio: 'ignore' });
  const ended = new Promise<string | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code === 0 ? null : `${path} ended with ${code ?? signal}`));
    child.once('error', ({ message }) => resolve(message));
  });
  return {
    ended,
    close: async () => {
      child.kill('SIGTERM');
      const stubborn = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(stubborn);
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

// Where the browsers are, and how to get them. Plain JavaScript: the set-up runs it before anything is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ownBrowsers = join(root, 'test/.state/browsers');

const onPath = (name) => {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
};

/** The first file that matches a path of plain names and `prefix*` steps, newest name first. */
const glob = (base, ...steps) => {
  if (steps.length === 0) return existsSync(base) ? base : null;
  const [step, ...rest] = steps;
  if (!step.endsWith('*')) return glob(join(base, step), ...rest);
  if (!existsSync(base)) return null;
  const names = readdirSync(base)
    .filter((name) => name.startsWith(step.slice(0, -1)))
    .sort()
    .reverse();
  for (const name of names) {
    const found = glob(join(base, name), ...rest);
    if (found) return found;
  }
  return null;
};

/** Path of a Chromium that loads unpacked extensions (branded Chrome does not), or null. `CHROMIUM` overrides. */
export const findChromium = () =>
  process.env.CHROMIUM ??
  onPath('chromium') ??
  onPath('chromium-browser') ??
  glob(
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright'),
    'chromium-*',
    'chrome-*',
    'chrome',
  ) ??
  glob(
    join(homedir(), 'Library/Caches/ms-playwright'),
    'chromium-*',
    'chrome-*',
    'Chromium.app/Contents/MacOS/Chromium',
  );

/** Path of a Firefox, or null. `FIREFOX` overrides. */
export const findFirefox = () =>
  process.env.FIREFOX ??
  onPath('firefox-esr') ??
  onPath('firefox') ??
  glob(ownBrowsers, 'firefox', 'linux-*', 'firefox', 'firefox');

const isRoot = process.getuid?.() === 0;
let aptUpdated = false;

/** Installs Debian packages; true when apt did it. Only root with apt can. */
const apt = (...packages) => {
  if (!isRoot || !onPath('apt-get')) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${packages.join(', ')} with apt ...`);
  if (!aptUpdated)
    aptUpdated = spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status === 0
  );
};

const quietly = (command, args) => {
  try {
    execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'ignore'], timeout: 300_000 });
    return true;
  } catch {
    return false;
  }
};

/** Finds Chromium or gets it: Playwright's own download, then Debian's package. Null with a clear line when neither works. */
export const needChromium = () => {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found. Trying the download of Playwright ...');
  if (!quietly(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium', '--no-shell'])) {
    console.log('That download is not to be had here.');
    apt('chromium', 'fonts-noto-core');
  }
  const installed = findChromium();
  if (!installed)
    console.log(
      'No Chromium: install the package "chromium" (Debian, Ubuntu: as root, apt-get install chromium) or set CHROMIUM to its path.',
    );
  return installed;
};

/** Finds Firefox or gets it: Debian's package, then the download of Mozilla. Null with a clear line when neither works. */
export const needFirefox = () => {
  const found = findFirefox();
  if (found) return found;
  if (!apt('firefox-esr')) {
    console.log('No Firefox found. Trying the download of Mozilla ...');
    quietly(process.execPath, [
      'node_modules/@puppeteer/browsers/lib/main-cli.js',
      'install',
      'firefox@stable',
      '--path',
      ownBrowsers,
    ]);
  }
  const installed = findFirefox();
  if (!installed)
    console.log(
      'No Firefox: install the package "firefox-esr" (as root, apt-get install firefox-esr) or set FIREFOX to its path.',
    );
  return installed;
};

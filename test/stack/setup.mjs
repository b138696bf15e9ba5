// Brings a fresh machine to where every other command can run: packages, generated types, and with --browser (--firefox) a browser.
// Plain JavaScript for Node 20 without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { needChromium, needFirefox } from './browsers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (path) => `${root}/${path}`;
const wants = (flag) => process.argv.includes(flag);

const run = (command, args) => {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, WXT_TELEMETRY: '0', DO_NOT_TRACK: '1' },
  });
  if (status !== 0) {
    console.error(`"${command} ${args.join(' ')}" failed; nothing else was changed.`);
    process.exit(1);
  }
};

const installed = at('node_modules/.package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(at('package-lock.json')).mtimeMs) {
  console.log('Installing the packages ...');
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
}
if (!existsSync(at('extension/.wxt/tsconfig.json'))) run(at('node_modules/.bin/wxt'), ['prepare', 'extension']);

// `npm start` goes on without a browser and says how to load the extension by hand; tests cannot.
const missing = [wants('--browser') && !needChromium(), wants('--firefox') && !needFirefox()].some(Boolean);
if (missing && !wants('--optional')) process.exit(1);

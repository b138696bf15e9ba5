// `npm start`: the local stack on fixed ports, and a browser with the extension in it.
import { join } from 'node:path';
import { openBrowser } from './browser.ts';
import { buildExtension } from './extension.ts';
import { parseSites } from './sites.ts';
import { startStack } from './stack.ts';
import { root } from './worker.ts';

const port = Number(process.env.PORT || 8787);
if (!Number.isInteger(port) || port < 1 || port > 65533) {
  console.error(`PORT is "${process.env.PORT}"; it must be a number from 1 to 65533.`);
  process.exit(1);
}
const sites = sitesAsked();
const keep = process.argv.includes('--keep');

const endings: (() => Promise<void>)[] = [];
let ending = false;
const end = async (code: number) => {
  if (ending) return;
  ending = true;
  for (const one of endings.splice(0).reverse()) await one().catch(() => {});
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));

try {
  const stack = await startStack({
    state: join(root, `test/.state/start-${port}`),
    keep,
    ports: { worker: port, provider: port + 1, sample: port + 2 },
    sites,
    strike: 2500,
    say: console.log,
  });
  endings.push(stack.stop);

  console.log('Building the extension ...');
  const extension = await buildExtension('development', stack.origin);

  const wanted = process.env.HEADLESS !== '1';
  const browser = wanted && !ending ? openBrowser(extension, [stack.sample, stack.origin]) : null;
  if (browser) endings.push(browser.close);
  console.log(`
summary pages      ${stack.origin}
sample webmail     ${stack.sample}
identity provider  ${stack.issuer}  (asks who you want to be; no password)
extension          ${extension}

To try: sign in as an@acme.test on the summary pages, click a face under IT's answer in the sample webmail, wait ten seconds
and reload the summary pages.`);
  if (!browser) sayByHand(wanted ? 'No Chromium, or no display to show it on.' : 'No browser, as HEADLESS=1 asks.');
  browser?.ended.then((why) => {
    if (ending) return;
    if (why) sayByHand(`No browser: ${why}.`);
    else console.log('The browser is closed. The addresses above still answer; Ctrl-C ends them.');
  });
  console.log('\nready');
} catch (error) {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(inUse ? `${error.message}. Set PORT to a number with two free ones after it.` : error);
  await end(1);
}

function sayByHand(why: string) {
  console.log(`
${why} To load the extension by hand: open chrome://extensions in Chromium, Chrome or Edge, switch on
"Developer mode", choose "Load unpacked" and take the folder above. Then open the first two addresses.`);
}

function sitesAsked() {
  try {
    return parseSites(process.env.HEARBACK_SITES || '[]');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

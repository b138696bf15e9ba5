// A page that the browser makes ready before anybody opens it (prerendering: address bar, speculation rules). No debugger may look on
// meanwhile, or Chromium does not do it: so the page tells our server how far it is, and the test comes in afterwards.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { findChromium, loadFlags, quietFlags } from '../stack/browser.ts';
import { newProfile, removeProfile, theRow, until } from '../stack/harness.ts';
import { pageText } from './reader.ts';
import { stage } from './stage.ts';

const profile = newProfile();
const told: string[] = [];

/** Horde is read in the outermost frame only: which of a tab's frames that is, its number tells. */
const MAIL = '/imp/dynamic.php?page=mailbox#msg:SU5CT1g;3';
const RULES = JSON.stringify({ prerender: [{ urls: [MAIL], eagerness: 'immediate' }] });
const PAGES: Record<string, string> = {
  '/': `<!doctype html><script>
      const until = async (what) => {
        while (!(await (await fetch('/told')).text()).endsWith(what)) await new Promise((again) => setTimeout(again, 50));
      };
      until('go').then(async () => {
        document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: '${RULES}' }));
        await until('ready');
        location.assign('${MAIL}');
      });
    </script>`,
  [MAIL.replace(/#.*/, '')]: `${pageText('horde.html')}<script>
      const tell = (what) => fetch('/tell/' + what);
      document.addEventListener('prerenderingchange', () => tell('opened'));
      tell(document.prerendering ? 'ready' : 'opened at once');
    </script>`,
};
const server = createServer(({ url = '' }, response) => {
  if (url.startsWith('/tell/')) told.push(decodeURIComponent(url.slice('/tell/'.length)));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(PAGES[url] ?? (url === '/told' ? told.join() : ''));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
const play = stage({ sites: [{ origin, site: 'horde' }] });

afterAll(() => {
  server.close();
  removeProfile(profile);
});

it('gets its row once it is opened', async () => {
  const signedIn = await play.browserOf('an@acme.test', { profile });
  await signedIn.close();
  const flags = [...quietFlags(), ...loadFlags(join(profile, 'hearback-extension-0')), `--user-data-dir=${profile}`];
  const debugging = join(profile, 'DevToolsActivePort');
  const browser = spawn(
    findChromium() ?? '',
    ['--headless=new', '--lang=en-GB', '--remote-debugging-port=0', ...flags, 'about:blank'],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  const look = async () => {
    await until('the debugger', () => existsSync(debugging));
    const [port] = readFileSync(debugging, 'utf8').split('\n');
    const driven = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [page] = driven.contexts().flatMap((context) => context.pages());
    if (!page) throw new Error('no page is open');
    return { page, leave: () => driven.close() };
  };
  try {
    // Until the extension has found out again who is signed in, and tells pages nothing new of it.
    const first = await look();
    await first.page.goto(`${origin}${MAIL}`);
    await theRow(first.page, 'IT');
    await first.page.goto(origin);
    await first.leave();
    told.push('go');
    await until('the page to be opened', () => told.length === 4);
    expect(told).toEqual(['opened at once', 'go', 'ready', 'opened']);
    const { page } = await look();
    await theRow(page, 'IT');
  } finally {
    browser.kill();
    await ended;
  }
});

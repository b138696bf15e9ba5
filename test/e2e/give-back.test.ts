// What the browser was told to allow goes back once the company has taken the server from its list. Chromium allows nothing without
// a person's click in its own window, so here a build that names the servers comes first: what it was given stays with the next one.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extensionAt } from '../stack/browser.ts';
import { type Driven, newProfile, removeProfile, until } from '../stack/harness.ts';
import { stage } from './stage.ts';
import { background } from './toolbar.ts';

const GONE = 'https://tickets.acme.test';
const KEPT = 'https://rt.acme.test';
/** Nobody allows that for the sake of one server. */
const WIDE = 'https://*.acme.test/*';
const play = stage({
  sites: [
    { origin: GONE, site: 'redmine' },
    { origin: KEPT, site: 'request-tracker' },
  ],
});

const folder = mkdtempSync(join(tmpdir(), 'hearback-granted-'));
const profile = newProfile();
let browser: Driven;
beforeAll(async () => {
  cpSync(extensionAt('chrome-mv3-dev'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest: { host_permissions: string[] } = JSON.parse(readFileSync(file, 'utf8'));
  const allowed = [...manifest.host_permissions, `${GONE}/*`, `${KEPT}/*`, WIDE];
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: allowed }));
  const before = await play.browserOf('an@acme.test', { extension: folder, profile });
  await until('the registration', async () => (await registered(before)).includes(`${GONE}/*`));
  await before.close();
  browser = await play.browser({ profile });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
  removeProfile(profile);
});

const registered = async (driven: Driven) =>
  (await background(driven)).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches),
  );
const allowed = async () =>
  (await background(browser)).evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);

it('also where the browser lost the registration before, and nothing else goes with it', async () => {
  const before = await allowed();
  expect(before).toEqual(expect.arrayContaining([`${GONE}/*`, `${KEPT}/*`, WIDE, 'https://mail.google.com/*']));
  // As an update of the extension loses it.
  await (await background(browser)).evaluate(() => chrome.scripting.unregisterContentScripts());
  await play.stack.db().prepare('DELETE FROM site_origin WHERE origin = ?1').bind(GONE).run();
  await (await background(browser)).evaluate(() => chrome.alarms.create('refresh', { when: Date.now() }));
  await until('what was allowed to go', async () => !(await allowed()).includes(`${GONE}/*`));
  await until('the registration', async () => (await registered(browser)).length > 0);
  expect(await registered(browser)).toEqual([`${KEPT}/*`]);
  expect(await allowed()).toEqual(before.filter((pattern) => pattern !== `${GONE}/*`));
});

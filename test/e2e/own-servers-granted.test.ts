// The company's own servers that its build of the extension names: they need no click, and go with the company's list.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownHosts } from '../../extension/sites/hosts.ts';
import { TEAM } from '../stack/acme.ts';
import { extensionAt } from '../stack/browser.ts';
import { clickFace, type Driven, until } from '../stack/harness.ts';
import { hasNone, issueWithOneAnswer, LOCAL, OWN, OWN_SITES, openIssue, openMail } from './own-servers.ts';
import { newestScore, stage } from './stage.ts';
import { background, openPopup } from './toolbar.ts';

const play = stage({ sites: OWN_SITES });

describe('a server that the build of a company names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-granted-'));
  let browser: Driven;
  beforeAll(async () => {
    // As `HEARBACK_HOSTS` writes it.
    cpSync(extensionAt('chrome-mv3'), folder, { recursive: true });
    const file = join(folder, 'manifest.json');
    const manifest: { host_permissions: string[] } = JSON.parse(readFileSync(file, 'utf8'));
    const allowed = [...manifest.host_permissions, ...ownHosts(OWN)];
    writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: allowed }));
    browser = await play.browserOf('an@acme.test', { extension: folder });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const registered = async () =>
    (await background(browser)).evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches),
    );

  it('is worked on without a click, in the production build, and loopback is not', async () => {
    await until('the registration', async () => (await registered()).includes(`${OWN}/*`));
    const page = await openIssue(browser, OWN, 7, issueWithOneAnswer);
    await clickFace(page, 4, 'IT');
    await until('the rating', async () => (await newestScore(play.stack, TEAM.it)) === 4);
    await page.close();
    const popup = await openPopup(browser, null);
    await popup.getByRole('button', { name: /sign out/i }).waitFor();
    expect(await popup.getByRole('button', { name: /^Allow/ }).count()).toBe(0);
    await popup.close();
    const local = await openIssue(browser, LOCAL, 7, issueWithOneAnswer);
    await hasNone(local, await openIssue(browser, OWN, 8, issueWithOneAnswer));
  });

  it('is registered again after it was lost, as an update of the extension loses it', async () => {
    await (await background(browser)).evaluate(() => chrome.scripting.unregisterContentScripts());
    expect(await registered()).toEqual([]);
    const options = await browser.open('options.html');
    await options.evaluate(() => chrome.runtime.sendMessage({ kind: 'granted' }));
    expect(await registered()).toEqual([`${OWN}/*`]);
    await options.close();
  });

  it('is left alone once the company has taken it from its list', async () => {
    await play.stack.db().prepare('DELETE FROM site_origin WHERE origin = ?1').bind(`${OWN}/`).run();
    // What the alarm does twice a day.
    const options = await browser.open('options.html');
    await options.getByRole('textbox').fill(play.stack.origin);
    await options.getByRole('button', { name: 'Save' }).click();
    await until('the registration to go', async () => (await registered()).length === 0);
    await options.close();
    const page = await openIssue(browser, OWN, 7, issueWithOneAnswer);
    await hasNone(page, await openMail(browser));
  });
});

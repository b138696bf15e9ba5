// The company's own servers. Which they are, the company's configuration says; that the extension may look at them, the user,
// or the manifest of a build of the company's own. Where both do, the content script runs there as it does on the sites of the manifest.

import { ownedBy, signedIn } from '../account/account.ts';
import { server } from '../background/server.ts';
import { known } from '../directory/refresh.ts';
import { standsOn } from './hosts.ts';
import { type OwnOrigin, patternsOf, usable } from './own-origins.ts';

/** One script for all of them. */
const ID = 'own-servers';
const FILES = { js: ['content-scripts/page.js'], css: ['content-scripts/page.css'] };

/** null: nobody is signed in, or the configuration is not there yet. */
async function origins(): Promise<readonly OwnOrigin[] | null> {
  const at = await server();
  const account = at && (await signedIn(at.url));
  const written = account && (await known(ownedBy(account)))?.config.sites;
  return written ? usable(written) : null;
}

/** The sites that the company set for an origin: several may stand on one, each on its own paths. null: none. */
export async function setAt(origin: string): Promise<readonly string[] | null> {
  const set = (await origins())?.flatMap((one) => (one.origin === origin ? [one.site] : [])) ?? [];
  return set.length > 0 ? set : null;
}

const isGranted = (pattern: string) => chrome.permissions.contains({ origins: [pattern] });

/** Whether our script is on a page: by the manifest, or on a server that the company set, and where the browser lets it. */
export async function runsOn(url: URL): Promise<boolean> {
  const pattern = `${url.protocol}//${url.hostname}/*`;
  return (isBuiltIn(url) || (await setAt(url.origin)) !== null) && (await isGranted(pattern));
}

function isBuiltIn({ protocol, hostname }: URL): boolean {
  const patterns = (chrome.runtime.getManifest().content_scripts ?? []).flatMap(({ matches = [] }) => matches);
  return patterns.some((pattern) => {
    const [scheme, host = ''] = pattern.split(/:\/\/|\//);
    return `${scheme}:` === protocol && standsOn(hostname, host);
  });
}

/** What the company set and the browser has not allowed yet. */
export async function notGranted(): Promise<string[]> {
  const wanted = patternsOf((await origins()) ?? []);
  const granted = await Promise.all(wanted.map(isGranted));
  return wanted.filter((_, index) => !granted[index]);
}

let turn: Promise<void> = Promise.resolve();

/** Makes the registration what it should be; an update of the extension drops it. One after the other: two at once would clash. */
export function register(): Promise<void> {
  turn = turn.then(arrange).catch(console.error);
  return turn;
}

async function arrange(): Promise<void> {
  const list = await origins();
  // Signed out: nothing is shown anyway, and what the user allowed stays allowed.
  if (list === null) return;
  const [now] = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
  const before = now?.matches ?? [];
  const wanted = patternsOf(list);
  const granted = await Promise.all(wanted.map(isGranted));
  const matches = wanted.filter((_, index) => granted[index]);
  await giveBack(wanted);
  if (String(before.toSorted()) === String(matches)) return;

  if (matches.length === 0) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
  else if (now) await chrome.scripting.updateContentScripts([{ id: ID, matches, ...FILES }]);
  else {
    await chrome.scripting.registerContentScripts([
      { id: ID, matches, ...FILES, allFrames: true, runAt: 'document_start', persistAcrossSessions: true },
    ]);
  }
  for (const pattern of matches.filter((one) => !before.includes(one))) await startOn(pattern);
}

/**
 * The company took them from its list. What is allowed says the browser, for an update of the extension loses registrations. Left
 * alone: what the manifest asks for, and what covers more than one host, which nobody allowed for the sake of a server.
 */
async function giveBack(wanted: readonly string[]): Promise<void> {
  const { host_permissions = [], content_scripts = [] } = chrome.runtime.getManifest();
  const required = [...host_permissions, ...content_scripts.flatMap(({ matches = [] }) => matches)];
  const { origins = [] } = await chrome.permissions.getAll();
  const spare = origins.filter((one) => ONE_HOST.test(one) && !required.includes(one) && !wanted.includes(one));
  for (const pattern of spare) await chrome.permissions.remove({ origins: [pattern] }).catch(() => false);
}

const ONE_HOST = /^https:\/\/[^*/]+\/\*$/;

/** Tabs that are open already: late, so that keys stay the page's, but there. */
async function startOn(pattern: string): Promise<void> {
  for (const { id } of await chrome.tabs.query({ url: pattern })) {
    if (id === undefined) continue;
    const target = { tabId: id, allFrames: true };
    await chrome.scripting.insertCSS({ target, files: FILES.css }).catch(() => {});
    await chrome.scripting.executeScript({ target, files: FILES.js }).catch(() => {});
  }
}

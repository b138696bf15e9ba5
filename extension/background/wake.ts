// What the background does when it wakes: sends what waits, signs in silently where that is needed, arranges its next waking.
import type { AccountKind } from '../../shared/words.ts';
import { ownedBy, signedIn } from '../account/account.ts';
import { type SignIn, signIn } from '../account/sign-in.ts';
import { refresh, refreshNews } from '../directory/refresh.ts';
import { rowState } from '../outbox/history.ts';
import { recall } from '../outbox/memory.ts';
import { type End, send, spotOf } from '../outbox/send.ts';
import { tryAtOnce } from '../outbox/store.ts';
import { register } from '../sites/registered.ts';
import { askAgain } from './ask-server.ts';
import { showBadge } from './badge.ts';
import { tellInSight, tellRefresh, tellState } from './notices.ts';
import { server } from './server.ts';
import { change, settings } from './settings.ts';
import { signInSilently, silentAgain, wantsSignIn } from './silent.ts';

/** Sends what waits, and later: the alarm survives being stopped, the timer is for waits shorter than alarms can be. */
export const SEND = 'send';
/** Sends what was just clicked, should we be stopped before that. Nothing that is said of older clicks puts it off. */
export const CLICKED = 'clicked';
/** Twice a day, so that "daily" holds though a machine sleeps at night. */
export const REFRESH = 'refresh';
/** Tries to sign in where somebody looks and nobody is signed in. */
export const LOOK = 'look';
/** What the server says of sites: a switch must not take half a day. */
export const NEWS = 'news';

const MINUTE = 60_000;
/** Browsers fire alarms no sooner. */
const SHORTEST_ALARM = MINUTE / 2;

let timer: ReturnType<typeof setTimeout> | undefined;
let looking: ReturnType<typeof setTimeout> | undefined;

export async function sendWaiting(): Promise<void> {
  const at = await server();
  if (!at) return;
  let end = await sendTo(at.url);
  if (end.kind === 'sign_in' && (await signInSilently(at.url))) end = await sendTo(at.url);
  await arrange(end);
  await showBadge();
}

const sendTo = (url: string): Promise<End> =>
  send(url, {
    async settled(told) {
      for (const { known } of told) await tellState(known, rowState(known, null));
      // Whoever could not take a rating back is shown it again.
      const elsewhere = told.filter(({ known, outcome }) =>
        known.score === null ? outcome.kind !== 'accepted' : outcome.kind === 'superseded',
      );
      await askAgain(elsewhere.map(({ known }) => known));
    },
    async stuck(entries, until) {
      for (const entry of entries) {
        const [known] = await recall(entry.owner, [spotOf(entry)]);
        await tellState(spotOf(entry), rowState(known, until));
      }
    },
  });

/** No alarm is ever taken away: by now something else may be waiting, and one that finds nothing to do costs nothing. */
async function arrange(end: End): Promise<void> {
  clearTimeout(timer);
  if (end.kind === 'nothing') return;
  const until = end.kind === 'wait' ? end.until : await nextSilent();
  const soon = until - Date.now() < SHORTEST_ALARM;
  if (soon) timer = setTimeout(sendWaiting, Math.max(0, until - Date.now()));
  await chrome.alarms.create(SEND, { when: Math.max(until, Date.now() + SHORTEST_ALARM) });
}

/** Before a click is answered: should we be stopped before it is sent, this wakes us. */
export async function wakeLater(): Promise<void> {
  await chrome.alarms.create(CLICKED, { when: Date.now() + SHORTEST_ALARM });
}

/** Signed in, or known to be: new offers, a fresh directory, and what waited goes out. */
async function welcome(): Promise<void> {
  const at = await server();
  if (at) await refresh(at.url);
  await register();
  await tellRefresh();
  await sendWaiting();
}

export async function refreshDirectory(): Promise<void> {
  const at = await server();
  if (!at || !(await refresh(at.url))) return;
  await register();
  await tellRefresh();
}

export async function refreshSites(): Promise<void> {
  const at = await server();
  if (at && (await refreshNews(at.url))) await tellRefresh();
}

let fetched = 0;

/** The first answer of the server did not come: asked again when somebody looks, but not at every look. */
export async function fetchMissing(): Promise<void> {
  if (Date.now() - fetched < MINUTE / 2) return;
  fetched = Date.now();
  await refreshDirectory();
}

/** A site that was not in use before needs more of the directory. */
export async function fetchKinds(missing: readonly AccountKind[]): Promise<void> {
  const { kinds } = await settings();
  const isNew = missing.some((kind) => !kinds.includes(kind));
  await change((now) => ({ kinds: [...new Set([...now.kinds, ...missing])] }));
  // Asked for before, and it did not come: not at every look.
  if (isNew) await refreshDirectory();
  else await fetchMissing();
}

/** At install and at the browser's start: whoever has a session with the company's server needs not click anything. */
export async function begin(): Promise<void> {
  await chrome.alarms.create(REFRESH, { periodInMinutes: 12 * 60 });
  await chrome.alarms.create(NEWS, { periodInMinutes: 60 });
  const at = await server();
  if (!at) return showBadge();
  await signInSilently(at.url);
  const account = await signedIn(at.url);
  if (account) await tryAtOnce(ownedBy(account));
  await welcome();
}

export async function signInByHand(): Promise<SignIn> {
  const at = await server();
  if (!at) return { ok: false, why: 'no_server' };
  const answer = await signIn(at.url, true);
  if (answer.ok) await welcome();
  return answer;
}

/** Somebody looks at a page that could be rated, and nobody is signed in: a session may have come since. */
export async function signInLooking(): Promise<void> {
  const at = await server();
  if (!at || !(await wantsSignIn(at.url))) return;
  if (await signInSilently(at.url)) return welcome();
  // Not only at the next look: who has just signed in on a summary page has the mail open beside it.
  const until = await silentAgain(at.url);
  clearTimeout(looking);
  looking = setTimeout(lookAgain, Math.max(0, until - Date.now()));
  await chrome.alarms.create(LOOK, { when: Math.max(until, Date.now() + SHORTEST_ALARM) });
}

/** Whoever stands in sight asks again what can be rated; where nobody does, nothing more is tried. */
export async function lookAgain(): Promise<void> {
  const at = await server();
  await chrome.alarms.clear(LOOK);
  if (at && (await wantsSignIn(at.url))) await tellInSight();
}

/** An attempt is made by `signInLooking` too, so this may have passed. */
async function nextSilent(): Promise<number> {
  const at = await server();
  return Math.max(Date.now() + MINUTE, at ? await silentAgain(at.url) : 0);
}

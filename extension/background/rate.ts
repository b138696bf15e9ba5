// Takes a click: it is on disk before it is answered, and sent after.
import { ownedBy, signedIn } from '../account/account.ts';
import { conversationKey } from '../account/conversation-key.ts';
import type { SignedIn } from '../database.ts';
import type { Click } from '../outbox/entry.ts';
import { remember, rowState } from '../outbox/history.ts';
import { recall } from '../outbox/memory.ts';
import { waitsFor } from '../outbox/schedule.ts';
import { keep, waiting } from '../outbox/store.ts';
import type { RowState } from '../protocol.ts';
import type { Handlers } from './answer.ts';
import { askAgain } from './ask-server.ts';
import { learn } from './elsewhere.ts';
import { countExplained } from './explain.ts';
import { passed } from './given.ts';
import { tellOwn, tellRows } from './notices.ts';
import { everySeen, seenIn } from './seen.ts';
import { server } from './server.ts';
import { mayAsk } from './site.ts';
import { sendWaiting, wakeLater } from './wake.ts';

const SLOW_MS = 400;
/** A server that does not say by then whether it is counted is not waited for. */
const LISTEN_MS = 3_000;

/** A page's content script rates only what was offered to its very frame; the popup rates any team. */
export const rate: Handlers['rate'] = async ({ place, score, wait }, from) => {
  const account = await current();
  if (!account) return null;
  const seen = from.kind === 'page' ? await seenIn(from) : (await everySeen()).flatMap((frame) => frame.seen);
  const row = seen
    .find(({ site, conversation }) => site === place.site && conversation === place.conversation)
    ?.rows.find(({ team }) => team === place.team);
  // The frame may have gone on to another site since.
  if (from.kind === 'page' && (!row || !(await mayAsk(from, { site: place.site, id: place.conversation }))))
    return null;
  const key = await conversationKey(account.conversationSecret, place.site, place.conversation);
  const click = { conversation: key, team: place.team, score, wait: wait ?? row?.wait ?? null };
  const [before] = await recall(ownedBy(account), [click]);
  const state = await take(account, click, place.site);
  // Beside a rating that stands already it is not said.
  if (rowState(before, null).kind === 'idle') void countExplained();
  if (from.kind === 'own') await learn(account, place);
  return state;
};

export const rateAgain: Handlers['change'] = async ({
  rated: { site, conversationKey: conversation, team },
  score,
}) => {
  const account = await current();
  if (!account) return null;
  const rows = (await everySeen())
    .flatMap((frame) => frame.seen)
    .find((seen) => seen.conversationKey === conversation)?.rows;
  const wait = rows?.find((row) => row.team === team)?.wait ?? null;
  return take(account, { conversation, team, score, wait }, site);
};

/** Only what waits to be counted: once counted a rating is frozen, and nothing is taken out of a release. */
export const takeBack: Handlers['takeBack'] = async ({ rated: { site, conversationKey: conversation, team } }) => {
  const account = await current();
  if (!account) return null;
  const spots = [{ conversation, team, site }];
  const [before] = await recall(ownedBy(account), spots);
  // A release may have counted it since it was last heard of: nobody is told that it is taken back when it stays.
  if (before?.outcome.kind === 'saved') await Promise.race([askAgain(spots), passed(LISTEN_MS)]);
  const [known] = await recall(ownedBy(account), spots);
  const state = rowState(known, null);
  if (state.kind !== 'saved') return state;
  return take(account, { conversation, team, score: null, wait: null }, site);
};

async function take(account: SignedIn, click: Click, site: string): Promise<RowState> {
  const owner = ownedBy(account);
  const entry = await keep(owner, click, site, Date.now());
  await wakeLater();
  const { schedule } = await waiting(owner);
  const state = rowState(remember(entry, site), waitsFor(account, schedule));
  void after(click, state);
  return state;
}

/** Everything that the click does not wait for. */
async function after(click: Click, state: RowState): Promise<void> {
  await tellRows(click, state);
  // Mostly it is sent before anybody could read that it is being sent.
  const slow = setTimeout(tellOwn, SLOW_MS);
  await sendWaiting();
  clearTimeout(slow);
}

async function current(): Promise<SignedIn | null> {
  const at = await server();
  return at && signedIn(at.url);
}

// Everything that popup and options show, in one answer.
import { ownedBy, signedIn } from '../account/account.ts';
import type { Known, SignedIn } from '../database.ts';
import { ratedAs, teamName } from '../directory/look-up.ts';
import { known } from '../directory/refresh.ts';
import { type Remembered, rowState } from '../outbox/history.ts';
import { recall } from '../outbox/memory.ts';
import { waitsFor } from '../outbox/schedule.ts';
import { waiting, waitingAt } from '../outbox/store.ts';
import type { Given, Status } from '../protocol.ts';
import { notGranted } from '../sites/registered.ts';
import type { Handlers } from './answer.ts';
import { elsewhere, pageOf } from './elsewhere.ts';
import { othersToSay } from './explain.ts';
import { ratingsGiven } from './given.ts';
import { everySeen, type Frame, type Seen } from './seen.ts';
import { type Server, server } from './server.ts';
import { language, settings } from './settings.ts';
import { readsPage } from './site.ts';
import { fetchMissing } from './wake.ts';

export const status: Handlers['status'] = async ({ tab, all }) => {
  const at = await server();
  const { off } = await settings();
  const view = tab === null ? NO_TAB : await lookAt(tab);
  const account = at && (await signedIn(at.url));
  const company = account && (await known(ownedBy(account)));
  if (account && !company) void fetchMissing();
  const frame: Omit<Status, keyof Personal> = {
    server: at,
    language: await language(),
    host: view.host,
    known: view.known,
    siteOff: view.host !== null && off.includes(view.host),
    off,
    grant: account ? await notGranted() : [],
    unknown: view.unknown,
    page: view.seen ? { site: view.seen.site, conversation: view.seen.conversation } : view.page,
  };
  return { ...frame, ...(account ? await personal(account, company ?? null, view, frame, all) : await nobody(at)) };
};

type Personal = Pick<
  Status,
  'account' | 'elsewhere' | 'here' | 'others' | 'teams' | 'waiting' | 'stuck' | 'last' | 'rest' | 'more'
>;
const nobody = async (at: Server | null): Promise<Personal> => ({
  ...NOBODY,
  waiting: at ? await waitingAt(at.url) : 0,
});
const NOBODY: Personal = {
  account: null,
  elsewhere: null,
  here: [],
  others: null,
  teams: [],
  waiting: 0,
  stuck: false,
  last: [],
  rest: null,
  more: false,
};

async function personal(
  account: SignedIn,
  company: Known | null,
  { seen, known: isKnown, url }: View,
  { language: spoken, siteOff }: Pick<Status, 'language' | 'siteOff'>,
  all: boolean,
): Promise<Personal> {
  const owner = ownedBy(account);
  const { entries, schedule } = await waiting(owner);
  const expired = account.refreshToken === null;
  const stuck = schedule.failures > 0;
  const until = waitsFor(account, schedule);
  const counts = { waiting: entries.length, stuck };
  if (!company) return { ...NOBODY, ...counts, account: { name: '', email: '', teamName: '', company: '', expired } };

  const { config } = company;
  const mine = ratedAs(config, config.me.team);
  const rows = siteOff || !seen ? [] : seen.rows;
  const states = await recall(
    owner,
    rows.map(({ team }) => ({ conversation: seen?.conversationKey ?? '', team })),
  );
  const teams = config.teams
    .filter(({ id, answers }) => answers && id !== mine)
    .map(({ id }) => ({ id, name: teamName(config, id, spoken) }));
  const { last, rest } = await ratingsGiven(owner, all);
  const asGiven = (one: Remembered): Given => ({
    rated: { site: one.site, conversationKey: one.conversation, team: one.team },
    teamName: teamName(config, one.team, spoken),
    at: one.rev,
    state: rowState(one, until),
  });
  return {
    ...counts,
    account: {
      name: config.me.name,
      email: config.me.email,
      teamName: teamName(config, config.me.team, spoken),
      company: config.company,
      expired,
    },
    here: rows.map(({ team, sentAt }, index) => ({
      place: { site: seen?.site ?? '', conversation: seen?.conversation ?? '', team },
      rated: { site: seen?.site ?? '', conversationKey: seen?.conversationKey ?? '', team },
      teamName: teamName(config, team, spoken),
      sentAt,
      state: rowState(states[index], until),
    })),
    others: await othersToSay(config),
    elsewhere: url && !isKnown ? await elsewhere(account, url, { teams, k: config.k, until }) : null,
    teams,
    last: last.map(asGiven),
    rest: all ? rest.map(asGiven) : null,
    more: rest.length > 0,
  };
}

interface View {
  /** null where extensions may not look, or may not yet. */
  url: URL | null;
  host: string | null;
  known: boolean;
  seen: Seen | null;
  unknown: Status['unknown'];
  page: Status['page'];
}
const NO_TAB: View = { url: null, host: null, known: false, seen: null, unknown: null, page: null };

/** A click on the toolbar lets us see the tab's address for that moment; where a content script spoke, its frame's is known anyway. */
async function lookAt(tab: number): Promise<View> {
  const address = (await chrome.tabs.get(tab).catch(() => null))?.url;
  const url = address && /^https?:/.test(address) ? new URL(address) : null;
  if (address && !url) return NO_TAB;
  const frames = (await everySeen()).filter(({ at }) => at.tab === tab);
  const newest = frames
    .flatMap(({ at, seen: [first] }) =>
      first && !first.left && isStill(first, at.frame, url) ? [{ at, seen: first }] : [],
    )
    .reduce<{ at: Frame; seen: Seen } | null>((a, b) => (a && a.seen.at > b.seen.at ? a : b), null);
  const seen = newest?.seen ?? null;
  const host = url?.host ?? seen?.host ?? null;
  return {
    url,
    host,
    known: seen !== null || (url !== null && (await readsPage(url))),
    seen,
    unknown:
      newest && seen?.unknown
        ? {
            at: { ...newest.at, conversation: seen.conversation, message: seen.unknown.message },
            name: seen.unknown.name,
          }
        : null,
    page: url && pageOf(url),
  };
}

/** What a frame showed is still there unless the tab went elsewhere meanwhile. */
function isStill(seen: Seen, frame: number, url: URL | null): boolean {
  if (!url) return true;
  const then = new URL(seen.url);
  return then.host === url.host && (frame !== 0 || then.pathname === url.pathname);
}

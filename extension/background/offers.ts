// Says which messages of a conversation can be rated, by looking the accounts up on this machine.
import type { ConfigResponse } from '../../shared/api/schemas.ts';
import { ownedBy, signedIn } from '../account/account.ts';
import { conversationKey } from '../account/conversation-key.ts';
import { ratedAs, teamName } from '../directory/look-up.ts';
import { known as stored } from '../directory/refresh.ts';
import { rowState } from '../outbox/history.ts';
import { recall } from '../outbox/memory.ts';
import { waitsFor } from '../outbox/schedule.ts';
import { waiting } from '../outbox/store.ts';
import { NO_TEAM, type Offer, type Offers } from '../protocol.ts';
import { chooseResponses, chooseUnknown } from '../sites/responses.ts';
import { authorKey } from '../sites/teams.ts';
import type { Handlers } from './answer.ts';
import { askServer } from './ask-server.ts';
import { othersToSay } from './explain.ts';
import { tellOwn } from './notices.ts';
import { resolve } from './resolve.ts';
import { leave, note } from './seen.ts';
import { server } from './server.ts';
import { language, settings } from './settings.ts';
import { mayAsk, vouchedIn } from './site.ts';
import { fetchKinds, fetchMissing, signInLooking } from './wake.ts';
import { rowWords } from './words.ts';

export const offers: Handlers['offers'] = async ({ conversation: shown }, from) => {
  if (from.kind !== 'page') return null;
  if (shown === null) {
    await leave(from);
    return null;
  }
  const { off } = await settings();
  if (!(await mayAsk(from, shown))) return null;
  const spoken = await language();
  const none: Offers = { language: spoken, words: rowWords[spoken], offers: [] };
  const url = new URL(from.url);
  const at = await server();
  const account = at && (await signedIn(at.url));
  const company = account && (await stored(ownedBy(account)));
  const key = account && (await conversationKey(account.conversationSecret, shown.site, shown.id));
  const seen = {
    at: Date.now(),
    url: from.url,
    host: url.host,
    site: shown.site,
    conversation: shown.id,
  };
  if (!account?.refreshToken) void signInLooking();
  else if (!company) void fetchMissing();
  const switchedOff = off.includes(url.host) || company?.news?.some(({ id, off }) => off && id === shown.site);
  if (!account || !company || !key || switchedOff) {
    await note(from, { ...seen, conversationKey: key ?? '', rows: [], unknown: null });
    return none;
  }

  const { config } = company;
  const conversation = await vouchedIn(from, shown, me(config));
  if (conversation === null) return null;
  const known = await resolve(account, company, conversation, url.host);
  if (known.missing.length > 0) void fetchKinds(known.missing);
  const unknown = chooseUnknown(conversation, known, me(config));
  const author = unknown && authorKey(unknown, conversation);
  const responses = chooseResponses(conversation, known, me(config));
  const rows = responses.map((response) => ({
    ...response,
    sentAt: conversation.messages.find(({ id }) => id === response.message)?.sentAt ?? null,
  }));
  await note(from, {
    ...seen,
    conversationKey: key,
    rows,
    unknown: unknown && author ? { message: unknown.id, name: unknown.name, key: known.keys.get(author) ?? '' } : null,
  });
  tellOwn();

  const owner = ownedBy(account);
  const spots = rows.map(({ team }) => ({ conversation: key, team }));
  const states = await recall(owner, spots);
  const until = waitsFor(account, (await waiting(owner)).schedule);
  const explain = await othersToSay(config);
  // Only of what was rated here and may be counted by now: that somebody opens a conversation is nobody's business.
  // Not waited for: the row stands at once and hears of what is different.
  const mayHaveChanged = spots.filter((_, index) => states[index]?.outcome.kind === 'saved');
  void askServer(mayHaveChanged, conversation.site);
  const toRate = rows.map(({ message, team, wait }, index) => ({
    message,
    team,
    teamName: teamName(config, team, spoken),
    state: rowState(states[index], until),
    explain,
    wait,
  }));
  return { language: spoken, words: rowWords[spoken], offers: unknown ? [...toRate, question(unknown.id)] : toRate };
};

const question = (message: string): Offer => ({
  message,
  team: NO_TEAM,
  teamName: '',
  state: { kind: 'ask' },
  explain: null,
  wait: null,
});

const me = (config: ConfigResponse) => ({
  team: ratedAs(config, config.me.team),
  accounts: [`mail:${config.me.email.toLowerCase()}`],
  name: config.me.name,
});

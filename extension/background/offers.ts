// Says which messages of a conversation can be rated, by looking the accounts up on this machine.
import type { ConfigResponse } from '../../shared/api/schemas.ts';
import { ownedBy, signedIn } from '../account/account.ts';
import { conversationKey } from '../account/conversation-key.ts';
import { ratedAs, teamName, teamsOf } from '../directory/look-up.ts';
import { known } from '../directory/refresh.ts';
import { rowState } from '../outbox/history.ts';
import { recall } from '../outbox/memory.ts';
import { waiting } from '../outbox/store.ts';
import type { Account, Offers, SeenConversation } from '../protocol.ts';
import { chooseResponses } from '../sites/responses.ts';
import { accountsOf } from '../sites/teams.ts';
import type { Handlers } from './answer.ts';
import { askServer } from './ask-server.ts';
import { tellOwn } from './notices.ts';
import { note } from './seen.ts';
import { server } from './server.ts';
import { language, settings } from './settings.ts';
import { fetchMissing } from './wake.ts';

/** As often the row says beforehand with how many others a rating is shown. */
const EXPLAINED = 3;

export const offers: Handlers['offers'] = async ({ conversation }, from) => {
  if (from.kind !== 'page') return null;
  const { off, explained } = await settings();
  const spoken = await language();
  const none: Offers = { language: spoken, others: 0, offers: [] };
  const url = new URL(from.url);
  const at = await server();
  const account = at && (await signedIn(at.url));
  const company = account && (await known(ownedBy(account)));
  const key = account && (await conversationKey(account.conversationSecret, conversation.site, conversation.id));
  const seen = {
    at: Date.now(),
    url: from.url,
    host: url.host,
    site: conversation.site,
    conversation: conversation.id,
  };
  if (account && !company) void fetchMissing();
  if (!account || !company || !key || off.includes(url.host)) {
    await note(from, { ...seen, conversationKey: key ?? '', rows: [] });
    return none;
  }

  const { config, directory } = company;
  const responses = chooseResponses(
    conversation,
    { teams: await teamsOf(everybody(conversation), directory, config) },
    me(config),
  );
  const rows = responses.map((response) => ({
    ...response,
    sentAt: conversation.messages.find(({ id }) => id === response.message)?.sentAt ?? null,
  }));
  await note(from, { ...seen, conversationKey: key, rows });
  tellOwn();

  const owner = ownedBy(account);
  const spots = rows.map(({ team }) => ({ conversation: key, team }));
  const states = await recall(owner, spots);
  const stuck = (await waiting(owner)).schedule.failures > 0 || account.refreshToken === null;
  // Only of what was rated here and may be counted by now: that somebody opens a conversation is nobody's business.
  // Not waited for: the row stands at once and hears of what is different.
  const mayHaveChanged = spots.filter((_, index) => states[index]?.outcome.kind === 'saved');
  void askServer(mayHaveChanged, conversation.site);
  return {
    language: spoken,
    others: config.k - 1,
    offers: rows.map(({ message, team, wait }, index) => ({
      message,
      team,
      teamName: teamName(config, team, spoken),
      state: rowState(states[index], stuck),
      explain: explained < EXPLAINED,
      wait,
    })),
  };
};

function everybody(conversation: SeenConversation): Account[] {
  const { self, messages } = conversation;
  const accounts = messages.flatMap((message) => [...accountsOf(message, conversation), ...message.recipients]);
  return self ? [self, ...accounts] : accounts;
}

const me = (config: ConfigResponse) => ({
  team: ratedAs(config, config.me.team),
  accounts: [`mail:${config.me.email.toLowerCase()}`],
  name: config.me.name,
});

// Pages that no description reads: the team that was rated there before, and the wish that their site be recognised.
import { mayWishFor } from '../../shared/sites/wish.ts';
import { access } from '../account/access.ts';
import { ownedBy, signedIn } from '../account/account.ts';
import { conversationKey } from '../account/conversation-key.ts';
import { patientClient } from '../account/patience.ts';
import type { SignedIn } from '../database.ts';
import { ratedFrom, rememberRated } from '../directory/last-rated.ts';
import { rememberWish, wishedFor } from '../directory/wishes.ts';
import { rowState } from '../outbox/history.ts';
import { recall } from '../outbox/memory.ts';
import type { Place, Status, Until } from '../protocol.ts';
import { isNamed } from '../sites/hosts.ts';
import { setAt } from '../sites/registered.ts';
import type { Handlers } from './answer.ts';
import { tellOwn } from './notices.ts';
import { server } from './server.ts';

/** Stands for every site without a description; on disk nothing says which one it was. */
const UNKNOWN = 'page';

/** Ticket tools put the ticket's number anywhere in the address, so all of it counts; only its HMAC is kept. */
export const pageOf = (url: URL): Omit<Place, 'team'> => ({
  site: UNKNOWN,
  conversation: url.host + url.pathname + url.search + url.hash,
});

/** After a rating from the popup: where it was given from a page like that, the team is offered first the next time. */
export async function learn(account: SignedIn, { site, conversation, team }: Place): Promise<void> {
  const address = `https://${conversation}`;
  if (site === UNKNOWN && URL.canParse(address)) await rememberRated(account, new URL(address), team, Date.now());
}

/** @param until what keeps ratings from being sent just now */
export async function elsewhere(
  account: SignedIn,
  url: URL,
  { teams, k, until }: { teams: Status['teams']; k: number; until: Until | null },
): Promise<NonNullable<Status['elsewhere']>> {
  const rated = await ratedFrom(account, url);
  const team = teams.find(({ id }) => id === rated);
  const { site, conversation } = pageOf(url);
  const key = await conversationKey(account.conversationSecret, site, conversation);
  const [known] = team ? await recall(ownedBy(account), [{ conversation: key, team: team.id }]) : [];
  const host = (await isWishable(account, url)) ? url.hostname : null;
  return {
    before: team ? { team, state: rowState(known, until) } : null,
    wish: host === null ? null : { host, people: k, asked: await wishedFor(account, host, Date.now()) },
  };
}

/** Not where a description stands by, nor on our own pages; and only https can be set up. */
async function isWishable(account: SignedIn, url: URL): Promise<boolean> {
  if (url.protocol !== 'https:' || !mayWishFor(url.hostname) || isNamed(url)) return false;
  return url.origin !== account.server && (await setAt(url.origin)) === null;
}

export const wish: Handlers['wish'] = async ({ host }) => {
  const at = await server();
  const account = at && (await signedIn(at.url));
  if (!account) return null;
  const granted = await access(account.server);
  if (granted.kind !== 'token' || granted.account !== account.account) return { ok: false };
  const answer = await patientClient(account.server)('siteWishes', { token: granted.token, body: { host } });
  if (answer.kind !== 'ok') return { ok: false };
  await rememberWish(account, host, Date.now());
  tellOwn();
  return { ok: true };
};

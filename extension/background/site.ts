// Hands a frame the description of its site. Descriptions are held here alone: content scripts stay small, and what a company
// changes counts at once.
import { selectorsIn } from '../../shared/sites/selectors.ts';
import { ownedBy, signedIn } from '../account/account.ts';
import { known } from '../directory/refresh.ts';
import type { SeenConversation } from '../protocol.ts';
import { type Ways, waysAt } from '../sites/index.ts';
import { isOff, type SiteNews } from '../sites/news.ts';
import { runsOn, setAt } from '../sites/registered.ts';
import type { Me } from '../sites/responses.ts';
import { signsOf } from '../sites/signs.ts';
import { groundOf, vouched } from '../sites/vouched.ts';
import type { Handlers } from './answer.ts';
import { forgetElsewhere } from './seen.ts';
import { server } from './server.ts';

export const site: Handlers['site'] = async (_, from) => {
  if (from.kind !== 'page') return null;
  await forgetElsewhere(from, from.url);
  const ways = await waysOf(from);
  if (!ways) return null;
  const { site, newer } = ways;
  return { ...ways, selectors: newer ? selectorsIn(newer) : [], signs: signsOf(newer ? [site, newer] : [site]) };
};

/** How to read a frame; null where there is nothing for us, or its site is off. */
export async function waysOf(from: Of): Promise<Ways | null> {
  const ways = await standsFor(from);
  return ways && !isOff(ways.site, await news()) ? ways : null;
}

interface Of {
  url: string;
  frame: number;
}

/** The site that a frame shows, by its address alone: what the frame says of itself may be said by anybody. */
async function standsFor({ url: address, frame }: Of): Promise<Ways | null> {
  const url = new URL(address);
  return waysAt({ url, frame }, await setAt(url.origin), await news());
}

/** Whether answers are looked for on a tab's page. Some descriptions fit on every host, and no script of ours is on most. */
export const readsPage = async (url: URL): Promise<boolean> =>
  (await runsOn(url)) && (await waysOf({ url: url.href, frame: 0 })) !== null;

/** Whether a frame shows the site, and the host, of which it speaks: one's pages are told nothing of another's. */
export async function mayAsk(from: Of, asked: { site: string; id: string }): Promise<boolean> {
  const ways = await standsFor(from);
  if (ways?.site.id !== asked.site) return false;
  const { host } = new URL(from.url);
  return [ways.site, ways.newer].some(
    (way) => way && (!way.conversation.perHost || way.conversation.thread || asked.id.startsWith(`${host}/`)),
  );
}

/** A conversation as far as anybody vouches for what the frame shows of it; null where the frame shows another site by now. */
export async function vouchedIn(from: Of, conversation: SeenConversation, me: Me): Promise<SeenConversation | null> {
  const ways = await standsFor(from);
  if (ways?.site.id !== conversation.site) return null;
  const url = new URL(from.url);
  const both = ways.newer ? [ways.site, ways.newer] : [ways.site];
  return vouched(conversation, groundOf(both, url, await setAt(url.origin)), me);
}

/** What the server of whoever is signed in says of sites. */
export async function news(): Promise<readonly SiteNews[]> {
  const at = await server();
  const account = at && (await signedIn(at.url));
  return (account && (await known(ownedBy(account)))?.news) ?? [];
}

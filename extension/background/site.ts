// Hands a frame the description of its site. Descriptions are held here alone: content scripts stay small, and what a company
// changes counts at once.
import { selectorsIn } from '../../shared/sites/selectors.ts';
import { ownedBy, signedIn } from '../account/account.ts';
import { known } from '../directory/refresh.ts';
import type { SiteDescription } from '../sites/description.ts';
import { siteAt } from '../sites/index.ts';
import { inUse, type SiteNews } from '../sites/news.ts';
import { setAt } from '../sites/registered.ts';
import { signsOf } from '../sites/signs.ts';
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

/** How to read a frame; null where there is nothing for us. */
export async function waysOf(from: { url: string; frame: number }): Promise<ReturnType<typeof inUse>> {
  const description = await standsFor(from);
  return description && inUse(description, await news());
}

/** The description of the site that a frame shows, by its address alone: what the frame says of itself may be said by anybody. */
async function standsFor({ url: address, frame }: { url: string; frame: number }): Promise<SiteDescription | null> {
  const url = new URL(address);
  const description = siteAt(url, await setAt(url.origin));
  return description && isFor(description, frame) ? description : null;
}

/** Whether a frame shows the site, and the host, of which it speaks: one's pages are told nothing of another's. */
export async function mayAsk(
  from: { url: string; frame: number },
  asked: { site: string; id: string },
): Promise<boolean> {
  const description = await standsFor(from);
  if (description?.id !== asked.site) return false;
  const { host } = new URL(from.url);
  const ways = inUse(description, await news());
  return [description, ways?.newer].some(
    (way) => way && (!way.conversation.perHost || way.conversation.thread || asked.id.startsWith(`${host}/`)),
  );
}

/** What the server of whoever is signed in says of sites. */
export async function news(): Promise<readonly SiteNews[]> {
  const at = await server();
  const account = at && (await signedIn(at.url));
  return (account && (await known(ownedBy(account)))?.news) ?? [];
}

const isFor = ({ frames }: SiteDescription, frame: number) => frames !== 'top' || frame === 0;

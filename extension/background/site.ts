// Hands a frame the description of its site. Descriptions are held here alone: content scripts stay small, and what a company
// changes counts at once.
import { ownedBy, signedIn } from '../account/account.ts';
import { known } from '../directory/refresh.ts';
import type { SiteDescription } from '../sites/description.ts';
import { siteAt } from '../sites/index.ts';
import { inUse, type SiteNews } from '../sites/news.ts';
import { setAt } from '../sites/registered.ts';
import type { Handlers } from './answer.ts';
import { server } from './server.ts';

export const site: Handlers['site'] = async (_, from) => {
  if (from.kind !== 'page') return null;
  const url = new URL(from.url);
  const description = siteAt(url, await setAt(url.origin));
  return description && isFor(description, from.frame) ? inUse(description, await news()) : null;
};

/** What the server of whoever is signed in says of sites. */
export async function news(): Promise<readonly SiteNews[]> {
  const at = await server();
  const account = at && (await signedIn(at.url));
  return (account && (await known(ownedBy(account)))?.news) ?? [];
}

const isFor = ({ frames }: SiteDescription, frame: number) => frames !== 'top' || frame === 0;

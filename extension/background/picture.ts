// Fetches for the popup what it draws a picture of: the page in the frame where a conversation was seen, and the names that its
// descriptions use. Nothing of it is kept or sent.
import * as v from 'valibot';
import { namesIn } from '../sites/names.ts';
import type { Handlers } from './answer.ts';
import { everySeen } from './seen.ts';
import { waysOf } from './site.ts';

const Page = v.object({
  html: v.string(),
  address: v.pipe(
    v.string(),
    v.check((text) => URL.canParse(text)),
  ),
});
type Page = v.InferOutput<typeof Page>;

export const picture: Handlers['picture'] = async ({ tab }, from) => {
  if (from.kind !== 'own') return null;
  const page = (await whereSeen(tab)) ?? (await ask(tab, 0)) ?? (await ask(tab, null));
  if (!page) return null;
  const ways = await waysOf({ url: page.address, frame: 0 });
  return { html: page.html, names: ways ? namesIn([ways.site, ...(ways.newer ? [ways.newer] : [])]) : [] };
};

/** The frame that showed one last, if it still shows that page. */
async function whereSeen(tab: number): Promise<Page | null> {
  const frames = (await everySeen()).flatMap(({ at, seen: [first] }) =>
    at.tab === tab && first ? [{ frame: at.frame, at: first.at, url: first.url }] : [],
  );
  for (const { frame, url } of frames.toSorted((a, b) => b.at - a.at)) {
    const page = await ask(tab, frame);
    if (page && placeOf(page.address) === placeOf(url)) return page;
  }
  return null;
}

/** @param frame null: whichever answers first */
async function ask(tab: number, frame: number | null): Promise<Page | null> {
  const options = frame === null ? {} : { frameId: frame };
  const answer: unknown = await chrome.tabs.sendMessage(tab, { kind: 'page' }, options).catch(() => null);
  const page = v.safeParse(Page, answer);
  return page.success ? page.output : null;
}

function placeOf(address: string): string {
  const { host, pathname } = new URL(address);
  return host + pathname;
}

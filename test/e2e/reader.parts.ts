// What the tests of the reader put into a page.
import { faultsOf } from '../../extension/sites/health.ts';
import { siteAt } from '../../extension/sites/index.ts';
import { findConversation, readPage } from '../../extension/sites/reader.ts';
import { readSite } from '../../extension/sites/site-reads.ts';
import { outside, readFirst } from '../../extension/sites/source.ts';
import { asking } from '../stack/asking.ts';

/** Reads the page as the content script does, and marks what rows would stand after. */
export async function read(set: string | null = null) {
  const url = new URL(location.href);
  const site = siteAt(url, set);
  if (!site) return { site: null, page: null };
  const shown = findConversation(document, url, site, null);
  if (shown === null) return { site: site.id, page: null, faults: faultsOf(document, url, site, null, null) };
  const extra = await readSite(site, shown.word, url, asking(fetch.bind(window)));
  const page = readPage(document, url, site, shown, extra);
  if (!page) return { site: site.id, page: null };
  const bodies = [...page.bodies].map(([id, body]) => [
    id,
    body.id || body.getAttribute('data-testid') || body.className,
  ]);
  return {
    site: site.id,
    page: { conversation: page.conversation, bodies },
    faults: faultsOf(document, url, site, shown, page),
  };
}

/** Puts the whole page once more into each text that somebody wrote in it: no imitation could be better. */
export function imitate(set: string | null = null): number {
  const site = siteAt(new URL(location.href), set);
  const texts = [...document.querySelectorAll(site?.bodies ?? 'none')].filter(
    (text) => !text.parentElement?.closest(site?.bodies ?? 'none'),
  );
  const copies = texts.map(() => document.body.cloneNode(true).childNodes);
  for (const text of texts) text.append(...(copies.pop() ?? []));
  return texts.length;
}

/** Takes away all messages but the one of this id, as they were before anybody answered. */
export function keepOnly(id: string, set: string | null = null): void {
  const url = new URL(location.href);
  const site = siteAt(url, set);
  if (!site) return;
  for (const { each, id: ids } of site.messages) {
    for (const at of outside(document, each, site.bodies)) {
      if (readFirst(ids, { document, url, site, at }) !== id) at.remove();
    }
  }
}

// Notices that a page of the site is there and cannot be read as its description says. Pure, but for the reading of the page.
import type { HealthField } from '../../shared/sites/health.ts';
import type { SiteDescription } from './description.ts';
import type { ReadPage, ShownConversation } from './reader.ts';
import { outside, readFirst } from './source.ts';

/** What is missing on the page as it is now; nothing where all is well, or where there is no conversation to read. */
export function faultsOf(
  document: Document,
  url: URL,
  site: SiteDescription,
  shown: ShownConversation | null,
  page: ReadPage | null,
): HealthField[] {
  const isShown = (selector: string) => outside(document, selector, site.bodies).some((one) => one.checkVisibility());
  // That nothing stands there says something, unless the site has pages without.
  const unlessEmpty = (field: HealthField) =>
    outside(document, site.mayBeEmpty ?? 'none', site.bodies).length > 0 ? [] : [field];
  const hasMessages = () => site.messages.some(({ each }) => isShown(each));
  if (shown === null) {
    if (isNamed(document, url, site)) return unlessEmpty('root');
    // The address does not tell; messages that stand there do.
    return hasMessages() ? ['conversation'] : [];
  }
  // The site's own answers are on their way.
  if (page === null) return [];
  const { messages } = page.conversation;
  if (messages.length === 0) return hasMessages() ? ['id'] : unlessEmpty('message');
  // What opened a ticket often names nobody and has no text of its own; a robot is nobody.
  const answers = messages.filter(({ id, automatic }) => !openings(site).has(id) && !automatic);
  if (answers.length === 0) return [];
  const bodies = [...page.bodies.values()];
  const faults: HealthField[] = [];
  if (answers.every(({ author, name }) => author === null && name === null) && shouldName(shown.root, site)) {
    faults.push('author');
  }
  // One mail may well be addressed to nobody by name, hardly three.
  const tellsRecipients = site.messages.some(({ recipients = [] }) => recipients.length > 0);
  if (tellsRecipients && answers.length > 2 && answers.every(({ recipients }) => recipients.length === 0)) {
    faults.push('recipients');
  }
  if (bodies.length === 0) faults.push(...(hasMessages() ? ['body' as const] : unlessEmpty('message')));
  else if (!bodies.some((body) => body.matches(site.anchor))) faults.push('anchor');
  return faults;
}

/** The ids of what opened a ticket. */
const openings = ({ messages }: SiteDescription) =>
  new Set(['opening', ...messages.flatMap(({ id }) => id.flatMap((one) => (one.from === 'fixed' ? one.text : [])))]);

/** There is a message whose author the site does tell. */
function shouldName(root: Element, site: SiteDescription): boolean {
  return site.messages.some(
    ({ each, id, freeName, nameless = 'none' }) =>
      !freeName &&
      !id.some(({ from }) => from === 'fixed') &&
      outside(root, each, site.bodies).some(
        (at) => !at.matches(nameless) && outside(at, nameless, site.bodies).length === 0,
      ),
  );
}

/** The address names a conversation, whatever stands on the page. */
function isNamed(document: Document, url: URL, site: SiteDescription): boolean {
  const inAddress = site.conversation.id.filter(({ from }) => from === 'path' || from === 'query' || from === 'hash');
  return readFirst(inAddress, { document, url, site, at: document.documentElement }) !== null;
}

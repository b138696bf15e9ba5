// Notices that a page of the site is there and cannot be read as its description says. Pure, but for the reading of the page.
import type { HealthField } from '../../shared/sites/health.ts';
import type { MessageDescription, SiteDescription } from './description.ts';
import type { ReadMessage } from './message.ts';
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
  const find = (selector: string) => outside(document, selector, site.bodies);
  const isShown = (selector: string) => find(selector).some((one) => one.checkVisibility());
  // That nothing stands there says something, unless the site has pages without.
  const unless = (where = 'none', field: HealthField) => (find(where).length > 0 ? [] : [field]);
  const hasMessages = () => site.messages.some(({ each }) => isShown(each));
  if (shown === null) {
    if (isNamed(document, url, site)) return unless(site.mayBeEmpty, 'root');
    // The address does not tell; messages that stand there do.
    return hasMessages() ? ['conversation'] : [];
  }
  // The site's own answers are on their way.
  if (page === null) return [];
  const { messages, self, selfName, queue } = page.conversation;
  if (messages.length === 0) return hasMessages() ? ['id'] : unless(site.mayBeEmpty, 'message');
  // What opened a ticket often names nobody and has no text of its own; a robot is nobody.
  const openings = new Set(['opening', ...site.messages.flatMap(fixedIds)]);
  const answers = messages.filter(({ id, automatic }) => !openings.has(id) && !automatic);
  if (answers.length === 0) return [];
  const told = page.shown.filter(({ message }) => !message.automatic);
  /** There are messages of one kind that should tell it, and none of them does. */
  const isUntold = (field: 'author' | 'name' | 'sentAt', should: (read: ReadMessage) => unknown) =>
    site.messages.some((kind) => {
      const asked = told.filter((read) => read.kind === kind && should(read));
      return asked.length > 0 && asked.every(({ message }) => message[field] === null);
    });
  const asks = (what: string) => site.reads.some(({ as }) => as === what);
  const faults: HealthField[] = [];
  const shouldName = ({ kind: { freeName, nameless = 'none' }, element, message }: ReadMessage) =>
    !freeName &&
    !openings.has(message.id) &&
    !element.matches(nameless) &&
    outside(element, nameless, site.bodies).length === 0;
  if (answers.every(({ author, name }) => author === null && name === null) && isUntold('author', shouldName)) {
    faults.push('author');
  }
  // One mail may well be addressed to nobody by name, hardly three.
  const tellsRecipients = site.messages.some(({ recipients = [] }) => recipients.length > 0);
  if (tellsRecipients && answers.length > 2 && answers.every(({ recipients }) => recipients.length === 0)) {
    faults.push('recipients');
  }
  const bodies = [...page.bodies.values()];
  if (bodies.length === 0) faults.push(...(hasMessages() ? ['body' as const] : unless(site.mayBeEmpty, 'message')));
  else if (!bodies.some((body) => body.matches(site.anchor))) faults.push('anchor');
  // Of somebody who has no account here either, it is the author that is not found.
  const shouldCall = ({ kind: { name, staff, mayLackName }, internal, message }: ReadMessage) =>
    name && !mayLackName && !internal && message.author && message.author.id !== self?.id && (message.staff || !staff);
  if (isUntold('name', shouldCall)) faults.push('name');
  const isDated = asks('messages');
  if (isUntold('sentAt', ({ kind, message }) => kind.sentAt || (isDated && message.author))) faults.push('time');
  const noSelf = self === null && (site.self.length > 0 || asks('self'));
  if (noSelf || (selfName === null && site.selfName)) faults.push(...unless(site.mayLackSelf, 'self'));
  if (queue === null && site.queue) faults.push(...unless(site.mayLackQueue, 'queue'));
  return faults;
}

/** The ids of what opened a ticket. */
const fixedIds = ({ id }: MessageDescription) => id.flatMap((one) => (one.from === 'fixed' ? one.text : []));

/** The address names a conversation, whatever stands on the page. */
function isNamed(document: Document, url: URL, site: SiteDescription): boolean {
  const inAddress = site.conversation.id.filter(({ from }) => from === 'path' || from === 'query' || from === 'hash');
  return readFirst(inAddress, { document, url, site, at: document.documentElement }) !== null;
}

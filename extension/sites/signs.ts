// What must stand on a page before there can be anything to read, or to find wrong, on it. For the background: the loader in
// the page only tries the selector.
import type { Source } from '../../shared/sites/description.ts';
import type { Signs } from '../protocol.ts';
import type { SiteDescription } from './description.ts';
import { readInAddress } from './source.ts';

/** Of several descriptions any may find something. */
export function signsOf(ways: readonly SiteDescription[]): Signs {
  const selectors = ways.flatMap(({ anchor, messages, root, conversation }) => [
    anchor,
    ...messages.map(({ each }) => each),
    ...conversation.id.flatMap((source) => signOf(source, root)),
  ]);
  const inAddress = ways.some(({ conversation }) => conversation.id.some(isInAddress));
  return { selector: [...new Set(selectors)].join(', '), inAddress };
}

/** Whether the address alone gives an id; what the page then holds is another question. */
export const namesConversation = (address: string, ways: readonly SiteDescription[]): boolean =>
  URL.canParse(address) && ways.some(({ conversation }) => readInAddress(conversation.id, new URL(address)) !== null);

const isInAddress = (source: Source): boolean =>
  source.from === 'join'
    ? source.parts.every(isInAddress)
    : source.from === 'path' || source.from === 'query' || source.from === 'hash';

/** What must stand there for the source to give anything, if it is not the address alone that gives it. */
function signOf(source: Source, root: string): string[] {
  if (isInAddress(source)) return [];
  const parts = source.from === 'join' ? source.parts : [source];
  return [parts.flatMap((part) => ('of' in part && part.of ? [part.of] : []))[0] ?? root];
}

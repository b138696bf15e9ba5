// The selectors of a description, one by one with their paths, so that whoever has a parser can try them.
import type { SiteDescription, Source } from './description.ts';

/** The path of the first selector that does not parse, or null. */
export function badSelector(site: SiteDescription, parses: (selector: string) => boolean): string | null {
  // `{id}` stands for a message's id, which is put in escaped.
  return selectorsOf(site).find(([, selector]) => !parses(selector.replace('{id}', 'x')))?.[0] ?? null;
}

type Named = readonly [path: string, selector: string];

function selectorsOf(site: SiteDescription): Named[] {
  const { bodies, root, newestFirst, anchor } = site;
  return [
    ...named('', { bodies, root, newestFirst, anchor }),
    ...inSources('conversation.id', site.conversation.id),
    ...inSources('conversation.within', site.conversation.within),
    ...inSources('self', site.self),
    ...inSources('selfName', site.selfName),
    ...inSources('queue', site.queue),
    ...site.messages.flatMap((message, index): Named[] => {
      const at = `messages.${index}`;
      const { each, body, ignore, automatic, staff, internal } = message;
      return [
        ...named(`${at}.`, { each, body, ignore, automatic, staff: staff === true ? undefined : staff, internal }),
        ...inSources(`${at}.id`, message.id),
        ...inSources(`${at}.author`, message.author),
        ...inSources(`${at}.name`, message.name),
        ...inSources(`${at}.recipients`, message.recipients),
        ...inSources(`${at}.sentAt`, message.sentAt),
      ];
    }),
  ];
}

const named = (before: string, selectors: Record<string, string | undefined>): Named[] =>
  Object.entries(selectors).flatMap(([name, selector]) => (selector === undefined ? [] : [[before + name, selector]]));

function inSources(path: string, sources: readonly Source[] = []): Named[] {
  return sources.flatMap((source, index): Named[] => {
    const at = `${path}.${index}`;
    if (source.from === 'join') return inSources(`${at}.parts`, source.parts);
    return 'of' in source && source.of !== undefined ? [[`${at}.of`, source.of]] : [];
  });
}

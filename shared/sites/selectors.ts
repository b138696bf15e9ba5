// The selectors of a description, one by one with their paths, so that whoever has a parser can try them.
import type { SiteDescription } from './description.ts';

/** The names under which selectors stand, wherever in a description. */
const NAMES = new Set([
  ...['bodies', 'root', 'newestFirst', 'mayBeEmpty', 'mayLackSelf', 'mayLackQueue', 'anchor'],
  ...['each', 'begins', 'body', 'ignore', 'automatic', 'own', 'staff', 'internal', 'nameless', 'of'],
]);

/** The path of the first selector that does not parse, or null. */
export function badSelector(site: SiteDescription, parses: (selector: string) => boolean): string | null {
  return selectorsOf(site, '').find(([, selector]) => !parses(selector))?.[0] ?? null;
}

/** All of them. */
export const selectorsIn = (site: SiteDescription): string[] => selectorsOf(site, '').map(([, selector]) => selector);

function selectorsOf(value: object, before: string): (readonly [path: string, selector: string])[] {
  return Object.entries(value).flatMap(([name, one]) => {
    if (typeof one === 'object' && one !== null) return selectorsOf(one, `${before}${name}.`);
    // `{id}` stands for a message's id, which is put in escaped.
    return typeof one === 'string' && NAMES.has(name) ? [[before + name, one.replace('{id}', 'x')] as const] : [];
  });
}

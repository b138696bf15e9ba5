// What the server says of the company's own servers, as far as it is of use: older servers hand on whatever their administrators
// wrote down, and one bad line must not hide the others. Pure.
import { originOf } from '../../shared/sites/origin.ts';
import { isNamed } from './hosts.ts';

export interface OwnOrigin {
  origin: string;
  site: string;
}

export const usable = (written: readonly OwnOrigin[]): OwnOrigin[] =>
  written.flatMap(({ origin: text, site }) => {
    const origin = originOf(text);
    return origin === null ? [] : [{ origin, site }];
  });

/**
 * What the browser has to allow. Ports cannot be told apart by permissions; `setAt` does. Sites of the manifest need no asking;
 * loopback is for development.
 */
export function patternsOf(list: readonly OwnOrigin[]): string[] {
  const urls = list.map(({ origin }) => new URL(origin)).filter((url) => url.protocol === 'https:' && !isNamed(url));
  return [...new Set(urls.map(({ hostname }) => `https://${hostname}/*`))].sort();
}

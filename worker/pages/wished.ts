// Which hosts people still wish to be recognised: those that are set up by now are theirs already.
import type { SetSite } from '../../shared/words.ts';
import type { WishedHost } from '../store/site-wishes.ts';

export function stillWished(wished: readonly WishedHost[], set: readonly SetSite[]): WishedHost[] {
  const known = new Set(set.map(({ origin }) => new URL(origin).hostname));
  return wished.filter(({ host }) => !known.has(host));
}

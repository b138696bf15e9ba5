// The names by which descriptions find things on their sites' pages: that a page is built of these, everybody may know. Pure.
import { selectorsIn } from '../../shared/sites/selectors.ts';
import type { SiteDescription } from './description.ts';

/** Letters and digits in a row, as they are written, of every selector and every attribute that is looked at. */
export function namesIn(ways: readonly SiteDescription[]): string[] {
  const texts = ways.flatMap((site) => [...selectorsIn(site), ...attributesIn(site)]);
  return [...new Set(texts.flatMap((text) => text.match(/[A-Za-z0-9]+/g) ?? []))];
}

function attributesIn(value: object): string[] {
  const isSource = 'from' in value && value.from === 'attribute' && 'name' in value && typeof value.name === 'string';
  const inside = Object.values(value).flatMap((one) =>
    typeof one === 'object' && one !== null ? attributesIn(one) : [],
  );
  return isSource ? [String(value.name), ...inside] : inside;
}

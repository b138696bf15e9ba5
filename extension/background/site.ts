// Hands a frame the description of its site. Descriptions are held here alone: content scripts stay small, and what a company
// changes counts at the next page.
import type { SiteDescription } from '../sites/description.ts';
import { siteAt } from '../sites/index.ts';
import { setAt } from '../sites/registered.ts';
import type { Handlers } from './answer.ts';

export const site: Handlers['site'] = async (_, from) => {
  if (from.kind !== 'page') return null;
  const url = new URL(from.url);
  const description = siteAt(url, await setAt(url.origin));
  return description && isFor(description, from.frame) ? { site: description } : null;
};

const isFor = ({ frames }: SiteDescription, frame: number) => frames !== 'top' || frame === 0;

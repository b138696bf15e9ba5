// What the test of a page's picture puts into a page.

import { SITES } from '../../extension/sites/index.ts';
import { namesIn } from '../../extension/sites/names.ts';
import { pictureOf } from '../../extension/sites/tree.ts';

/** @param id of the site that the page is of */
export const picture = (html: string, id?: string): string => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return pictureOf(page.documentElement, namesIn(SITES.filter((site) => site.id === id)));
};

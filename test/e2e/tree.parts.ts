// What the test of a page's picture puts into a page.
import { pictureOf } from '../../extension/sites/tree.ts';

export const picture = (html: string): string => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return pictureOf(page.documentElement, location.href);
};

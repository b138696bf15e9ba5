// What a site is asked with where no background stands by to read mail headers: the same code, called directly.
import { parseMailHeaders } from '../../extension/sites/mail-headers.ts';
import type { Asking } from '../../extension/sites/site-reads.ts';

export const asking = (get: typeof fetch): Asking => ({
  get,
  parse: async (source) => parseMailHeaders(source),
  signal: new AbortController().signal,
});

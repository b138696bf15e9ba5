// The GETs to the site itself that a description asks for: where they go, and what is kept of their answers.
import type { SiteDescription, SiteRead } from './description.ts';
import type { MailHeaders } from './mail-headers.ts';
import { formed, moment, queryOf } from './source.ts';

/** What the site's own answers told beside the page. */
export interface Extra {
  self?: string;
  opening?: { author: string; sentAt: number | null };
  messages?: { id: string; author: string; sentAt: number | null }[];
  /** null: the site answered, but not with a mail. */
  headers?: MailHeaders | null;
}

/** With what a site is asked. */
export interface Asking {
  get: typeof fetch;
  parse: (source: string) => Promise<MailHeaders | null>;
  signal: AbortSignal;
}

/** The address of a read; null where it would leave the site or a value is missing. */
export function readAddress(read: SiteRead, conversation: string, url: URL): URL | null {
  let missing = false;
  const parts = url.hash.split('/');
  const path = read.get.replace(/\{([?#]?)(\w+)\}/g, (_, from: string, name: string) => {
    const value = from === '?' ? queryOf(url).get(name) : from === '#' ? parts[Number(name)] : conversation;
    // Two dots would leave the place that the description names.
    missing ||= !value || /^\.+$/.test(value);
    return encodeURIComponent(value ?? '');
  });
  if (missing || !/^(?:\.?\/|\?)/.test(path)) return null;
  const address = new URL(path, url);
  return address.origin === url.origin ? address : null;
}

/**
 * Makes all reads of a description once.
 * @param conversation the site's own word for it, as it stands in the page
 * @param parse a mail's source, at least to the first empty line
 * @throws where the site cannot be reached; an answer that is no good is left out
 */
export async function readSite(
  site: SiteDescription,
  conversation: string,
  url: URL,
  { get, parse, signal }: Asking,
): Promise<Extra> {
  const extra: Extra = {};
  const answers = site.reads.map(async (read) => {
    const address = readAddress(read, conversation, url);
    if (address === null) return;
    // Never followed elsewhere: a redirect is a sign-in page or a trap.
    const response = await get(address.href, {
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
      signal,
    });
    if (read.as === 'mail-headers') {
      extra.headers = response.ok && isPlain(response) ? await parse(await headOf(response)) : null;
    } else if (response.ok) {
      keep(read, await response.json().catch(() => null), extra);
    } else {
      await response.body?.cancel();
    }
  });
  await Promise.all(answers);
  return extra;
}

/** Takes from an answer what the description names; exported for tests of odd answers. */
export function keep(read: Exclude<SiteRead, { as: 'mail-headers' }>, json: unknown, extra: Extra): void {
  if (read.as === 'self') {
    const self = textAt(json, read.id);
    if (self !== null) extra.self = self;
    return;
  }
  const message = (item: unknown) => {
    const author = formed(textAt(item, read.author) ?? '', read.form ?? 'word');
    return author === null ? null : { author, sentAt: momentAt(item, read.sentAt) };
  };
  if (read.as === 'opening') {
    const opening = message(json);
    if (opening) extra.opening = opening;
    return;
  }
  const list = valueAt(json, read.list);
  extra.messages = (Array.isArray(list) ? list : []).flatMap((item) => {
    const id = textAt(item, read.id);
    const said = message(item);
    return id === null || said === null ? [] : [{ id, ...said }];
  });
}

function valueAt(json: unknown, path: string): unknown {
  let value = json;
  for (const step of path.split('.')) {
    const [name = '', is] = step.split('=');
    if (is !== undefined) {
      const ones = Array.isArray(value) ? value.filter((one) => textAt(one, name) === is) : [];
      if (ones.length !== 1) return undefined;
      value = ones[0];
      continue;
    }
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    const next: unknown = Reflect.get(value, name);
    value = next;
  }
  return value;
}

function textAt(json: unknown, path: string): string | null {
  const value = valueAt(json, path);
  if (Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' && value.length <= 200 ? value : null;
}

function momentAt(json: unknown, path: string): number | null {
  const value = valueAt(json, path);
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : moment(textAt(json, path) ?? '');
}

function isPlain(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/plain') ?? false;
}

/** Reads up to the first empty line, then hangs up: the text of the mail is not even taken from the wire. */
async function headOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader && text.length < 200_000) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    const end = /\r?\n\r?\n/.exec(text);
    if (end) {
      await reader.cancel();
      return text.slice(0, end.index);
    }
    if (done) break;
  }
  return text;
}

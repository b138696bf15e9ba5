// Reads what Hearback needs from a mail's header lines (RFC 5322), and nothing else of it.
import { formed } from './source.ts';

export interface MailHeaders {
  /** Stable for the thread and the same in every mailbox: the first message it refers to, else its own id. */
  thread: string | null;
  /** Whose names it carries: a page may show the first alone. */
  from: string[];
  recipients: string[];
  sentAt: number | null;
  automatic: boolean;
}

/** @param source a mail's source, or at least its lines up to the first empty one. */
export function parseMailHeaders(source: string): MailHeaders {
  const fields = unfold(source);
  const first = (name: string) => fields.find(([key]) => key === name)?.[1];
  const of = (...names: string[]) =>
    fields.filter(([key]) => names.includes(key)).flatMap(([, value]) => addresses(value));
  const date = Date.parse(withoutComments(first('date') ?? ''));
  const thread = firstId(first('references')) ?? firstId(first('in-reply-to')) ?? firstId(first('message-id'));
  return {
    thread,
    from: of('from'),
    recipients: of('to', 'cc'),
    sentAt: Number.isNaN(date) ? null : date,
    automatic: fields.some(isAutomatic),
  };
}

/** RFC 2919 for lists, RFC 3834 for robots and out-of-office notices, and the older words for both. */
const AUTOMATIC =
  /^(?:list-id:|x-auto(?:reply|respond):|precedence:(?:bulk|list|junk|auto_reply)\s*(?:;|$)|auto-submitted:(?!no\s*(?:;|$)))/i;

const isAutomatic = ([name, value]: [string, string]) => AUTOMATIC.test(`${name}:${withoutComments(value).trim()}`);

function unfold(source: string): [string, string][] {
  const head = source.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').matchAll(/^([^\s:]+)[ \t]*:(.*)$/gm);
  return [...lines].map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]);
}

function firstId(value: string | undefined): string | null {
  const id = /<([^<>\s]{3,250})>/.exec(value ?? '')?.[1];
  return id ?? null;
}

/** Addresses of a field that names people. Display names are dropped first: they may hold anything, commas and addresses included. */
function addresses(value: string): string[] {
  const plain = withoutComments(value.replace(/"(?:[^"\\]|\\.)*"/g, ''));
  return plain.split(/[,;]/).flatMap((part) => {
    const address = formed(/<([^<>]*)>\s*$/.exec(part)?.[1] ?? part.split(':').at(-1) ?? '', 'address');
    return address === null ? [] : [address];
  });
}

function withoutComments(value: string): string {
  return value.replace(/\((?:[^()\\]|\\.)*\)/g, ' ');
}

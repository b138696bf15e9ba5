// What a site description may say. Plain JSON on purpose: a later version of one may come from the company's server, so there
// are no functions and no regular expressions in it, only selectors, places to look and words from closed sets.
import type { AccountKind } from '../../shared/words.ts';

/** What a raw text must be to count, and how it is written; anything else is as if it were not there. */
export type Form =
  /** One mail address and nothing else, in small letters. */
  | 'address'
  /** The address of a `mailto:` link. */
  | 'mailto'
  /** The last mail address in a text: titles put the reader's after the subject, which anybody may write. */
  | 'last-address'
  /** A moment with its zone (ISO 8601), as ms since 1970. */
  | 'moment'
  /** 8 to 20 hexadecimal digits. */
  | 'hex'
  /** A ticket's key, "OPS-518", in capitals. */
  | 'ticket-key'
  /** Any text up to 200 characters. */
  | 'word';

/** Where to look for a text. Selectors start at the message, or at the conversation's root, and never reach into a body. */
export type Source =
  | { from: 'attribute'; of?: string; name: string; after?: string; form: Form }
  | { from: 'text'; of: string; form: Form }
  /** A parameter of the frame's address, of its query. */
  | { from: 'query'; name: string; form: Form }
  /** The part of the path that follows this one. */
  | { from: 'path'; after: string; form: Form }
  | { from: 'title'; form: Form }
  /** A string in the object that an inline script of the site hands to this call. */
  | { from: 'script'; call: string; key: string; form: Form };

/** A GET to the site itself for what the page does not show. `{conversation}`, `{?name}` (a query parameter) stand for values. */
export type SiteRead =
  /** A JSON list of messages; paths are dotted. */
  | { get: string; as: 'messages'; list: string; id: string; author: string; sentAt: string }
  /** JSON of the first message, which opened the ticket. */
  | { get: string; as: 'opening'; author: string; sentAt: string }
  /** JSON that says who is reading. */
  | { get: string; as: 'self'; id: string }
  /** A mail's source, read up to its first empty line. */
  | { get: string; as: 'mail-headers' };

export interface SiteDescription {
  id: string;
  kind: 'mail' | 'ticket';
  accounts: AccountKind;
  /** Hosts it stands on: a name, `*.name`, or `*` for wherever the company let the extension in. */
  hosts: readonly string[];
  /** Query parameters that a frame must have, each with its possible values: known before anything of the page is. */
  query?: Readonly<Record<string, readonly string[]>>;
  /** What others wrote. Nothing inside is ever read, whatever it looks like. */
  bodies: string;
  /** Holds one conversation; of several the first that is shown. */
  root: string;
  /**
   * Several ids are tried in order. `within`: the id is unique only inside what this names. `perHost`: on its host only.
   * `thread`: where the mail's headers name its thread, that is the id.
   */
  conversation: { id: readonly Source[]; within?: readonly Source[]; perHost: boolean; thread?: true };
  self: readonly Source[];
  message: {
    each: string;
    id: readonly Source[];
    /** All that is found must name one and the same account. */
    author: readonly Source[];
    recipients: readonly Source[];
    sentAt: readonly Source[];
    /** A message that matches is automatic. */
    automatic?: string;
    /** The body that a row stands after; `{id}` is the message's own id. A message that shows none is collapsed. */
    body: string;
  };
  /** The bodies by a plain selector, or as good as: elements that the site does not animate. Also in entrypoints/page.content/finder.css. */
  anchor: string;
  reads: readonly SiteRead[];
}

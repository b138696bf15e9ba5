// What a site description may say. Plain JSON on purpose: a later version of one may come from the company's server, so there
// are no functions and no regular expressions in it, only selectors, places to look and words from closed sets.
//
// Markup that changed, or that differs between two faces of a site, is described side by side: sources are lists (the newest
// first), selectors take `:is(new, old)`, and `messages` lists every kind of message that a page may hold.
import type { AccountKind, SiteId } from '../words.ts';

/** What a text must be to count, and how it is written; anything else is as if it were not there. */
export type Form =
  /** One mail address and nothing else, in small letters. */
  | 'address'
  /** The address of a `mailto:` link. */
  | 'mailto'
  /** The last mail address in a text: titles put the reader's after the subject, which anybody may write. */
  | 'last-address'
  /** A moment with its zone (ISO 8601), as ms since 1970. */
  | 'moment'
  /** 8 to 40 hexadecimal digits. */
  | 'hex'
  /** A ticket's key, "OPS-518", in capitals. */
  | 'ticket-key'
  /** The digits that it begins with: "6" of "6?tab=notes". */
  | 'number'
  /** Digits and nothing else, but a `/` at the end: "42" of "42/", nothing of "42/files". */
  | 'digits'
  /** What it begins with, up to `/`, `?`, `#`, `&` or `;`, decoded. */
  | 'segment'
  /** The same in small letters: a login. */
  | 'login'
  /** Somebody's name, its white space made even. */
  | 'name'
  /** Any text up to 200 characters. */
  | 'word';

/** What is taken of a text before its form is looked at, in this order. */
export interface Cut {
  /** What follows the first occurrence of this (several: one after the other), which must occur. */
  after?: string | readonly string[];
  /** What stands before the first occurrence of this; all of it where it does not occur. */
  before?: string;
  /** What stands between the last such brackets, which must end the text: of "Bich <bich@acme.test>", "bich (Trần Thị Bích)". */
  inside?: '<>' | '()';
}

/** Where to look for a text. Selectors start at the message, or at the conversation's root, and never reach into a body. */
export type Source =
  | (Cut & { form: Form; kind?: AccountKind } & (
        | { from: 'attribute'; of?: string; name: string }
        | { from: 'text'; of: string }
        /** A parameter of the frame's address, of its query; `;` separates them as well as `&`. */
        | { from: 'query'; name: string }
        /** The path of the frame's address, without the first `/`. */
        | { from: 'path' }
        /** What stands in the frame's address from `#` on. */
        | { from: 'hash' }
        | { from: 'title' }
        /** A JSON string or number (or letters and digits in single quotes) right after `value`, in an inline script that holds `has`. */
        | { from: 'script'; has: string; value: string }
        /** These very words. As an id: of what there is only once, the message that opened the conversation, which comes first. */
        | { from: 'fixed'; text: string }
      ))
  /** All of these, with `/` between them; nothing where one is missing. */
  | { from: 'join'; parts: readonly Source[] };

/**
 * A GET to the site itself for what the page does not show. `{conversation}`, `{?name}` (a query parameter) and `{#2}` (what
 * follows the second `/` in the address from `#` on) stand for values.
 */
export type SiteRead =
  /**
   * A JSON list of messages. Paths are dotted; of a list, `t=f` is the only one whose `t` is "f". Times are ISO 8601 or ms since
   * 1970; an author counts only in `form`, any text where that is left out.
   */
  | { get: string; as: 'messages'; list: string; id: string; author: string; form?: Form; sentAt: string }
  /** JSON of the first message, which opened the ticket. */
  | { get: string; as: 'opening'; author: string; form?: Form; sentAt: string }
  /** JSON that says who is reading. */
  | { get: string; as: 'self'; id: string }
  /** A mail's source, read up to its first empty line. */
  | { get: string; as: 'mail-headers' };

export interface MessageDescription {
  each: string;
  id: readonly Source[];
  /**
   * Accounts; a source of another kind than the site's says so (`kind`). The first kind of which anything is found counts, and
   * all that is found of it must be one and the same account.
   */
  author: readonly Source[];
  /** The author's name, the first that is found. On tickets and lists only. */
  name?: readonly Source[];
  /** Whoever writes may choose that name: it counts only where it is the reader's own. */
  freeName?: true;
  recipients?: readonly Source[];
  sentAt?: readonly Source[];
  /**
   * A message without this is by the author of the message before it on the page, where both or neither are by those who
   * answer (`staff`, `internal`).
   */
  begins?: string;
  /** The body that a row stands after; `{id}` is the message's own id. A message that shows none is collapsed. */
  body: string;
  // The next are selectors; they hold for a message that matches or has something outside of bodies that does.
  /** No message at all. */
  ignore?: string;
  /** The reader's own, where the site says "you" instead of naming them. */
  own?: string;
  /** Written by a robot: gets no row. */
  automatic?: string;
  /** The site itself marks it as written by whoever answers there: where the author is not known, the queue is. `true`: all are. */
  staff?: string | true;
  /** Does not say who wrote it, by design: that no author is found says nothing of the page. So it is with `freeName`. */
  nameless?: string;
  /** A note among those who answer: only a known account makes it a response, never the queue or a name. */
  internal?: string;
  /** Whether it shows names is the company's own choice: that none is found says nothing of the page. */
  mayLackName?: true;
}

export interface SiteDescription {
  id: SiteId | 'sample';
  /**
   * Names count only on tickets. On lists anybody may call themselves anything, so there the reader may be asked instead. On
   * mail, and wherever else the world may write, only accounts that the company knows count.
   */
  kind: 'mail' | 'ticket' | 'list';
  accounts: AccountKind;
  /** Hosts it always stands on: a name or `*.name`. None: only where the company says so. `*`: wherever the address looks like it. */
  hosts: readonly string[];
  /** Only the outermost frame of a tab is looked at. */
  frames?: 'top';
  /** Query parameters that a frame must have, each with its possible values: known before anything of the page is. */
  query?: Readonly<Record<string, readonly string[]>>;
  /** Parts of the path of which a frame's must have one; judged once, so not for sites that change their address without loading. */
  paths?: readonly string[];
  /** What others wrote. Nothing inside is ever read, whatever it looks like. */
  bodies: string;
  /** Holds one conversation; of several the first that is shown. */
  root: string;
  /**
   * Several ids are tried in order. `within`: the id is unique only inside what this names. `perHost`: on its host only.
   * `thread`: where the mail's headers name its thread, that is the id.
   */
  conversation: { id: readonly Source[]; within?: readonly Source[]; perHost: boolean; thread?: true };
  /** The reader's own account; looked for in the whole page, the conversation last. */
  self: readonly Source[];
  /** The reader's own name, where the page says no more. */
  selfName?: readonly Source[];
  /**
   * How people are shown is each reader's choice, a name alone or with more: what is read as a `name` counts only where a message
   * of the reader's own shows theirs so. An address that is read as one is an account of the author's.
   */
  likeOwn?: true;
  /** The queue, project or list; looked for in the conversation, then in the whole page. */
  queue?: readonly Source[];
  messages: readonly MessageDescription[];
  /** Where this is on the page it may well hold no conversation or no message: that none is found says nothing of the page. */
  mayBeEmpty?: string;
  /** Where this is, it may well not say who reads: nobody is signed in, or the part of the page that says it is not shown. */
  mayLackSelf?: string;
  /** The same of the queue. */
  mayLackQueue?: string;
  // The order of writing is told by the messages' times where all are known, else by these, else by the page's order.
  /** Ids are numbers that grow; one without a number is the first message. */
  idsGrow?: true;
  /** The page shows the newest first where it has this element; `html` for always. */
  newestFirst?: string;
  /** Ids may repeat (they are made of author and time): equal ones are numbered in the order of writing. */
  idsRepeat?: true;
  /** The bodies by a plain selector, or as good as: elements that the site does not animate. Also in entrypoints/page.content/finder.css. */
  anchor: string;
  reads: readonly SiteRead[];
}

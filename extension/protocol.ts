// What the parts of the extension say to each other. Nothing of a SeenConversation ever leaves the machine.

import type { Rejection } from '../shared/api/schemas.ts';
import type { RowMessages } from '../shared/messages/row.en.ts';
import type { HealthField } from '../shared/sites/health.ts';
import type { AccountKind, Language, Score, Wait } from '../shared/words.ts';
import type { SiteDescription } from './sites/description.ts';
import type { MailHeaders } from './sites/mail-headers.ts';

/** How a site names somebody: an address, or an account's id (`host/id` where it is unique on its host only). */
export interface Account {
  kind: AccountKind;
  id: string;
}

/** One message as the reader of a site saw it. */
export interface SeenMessage {
  /** The site's own id of the message, unique within the conversation. */
  id: string;
  /** From the site's own header only; null where it cannot be read. */
  author: Account | null;
  /** The author's name as the site's own header shows it. Never on mail, where anybody may call themselves anything. */
  name: string | null;
  /** Whoever writes may choose that name: it tells of the reader's own messages, and of nobody else's. */
  free?: true;
  /** The author's mail address, where the page shows it beside an account and can be believed. */
  address?: string;
  /** The site itself marks it as written by whoever answers there. */
  staff: boolean;
  /** Everybody it is addressed to (To and Cc), as far as the page shows; empty on tickets. */
  recipients: Account[];
  /** ms since 1970, only from machine-readable times. */
  sentAt: number | null;
  /** By a list, a robot or an out-of-office notice. */
  automatic: boolean;
  /** Its body is shown, so that a row can stand under it. */
  expanded: boolean;
}

/** A mail thread or a ticket, messages in the order in which they were written, oldest first. */
export interface SeenConversation {
  site: string;
  /** The site's own id of the conversation; stable across devices. */
  id: string;
  /** Who the page says is reading, where it does. */
  self: Account | null;
  /** The same as a name, where the site says no more. */
  selfName: string | null;
  /** Tickets: names are the site's own accounts'. Lists show names too, but whoever writes chooses them. Mail: only accounts count. */
  kind: 'mail' | 'ticket' | 'list';
  /** The queue, project or list it stands in, as `host/queue`, where the page says it. */
  queue: string | null;
  messages: SeenMessage[];
}

/** What a click that is kept waits for. */
export type Until = 'online' | 'signIn';

export type RowState =
  | { kind: 'idle' }
  | { kind: 'saving'; score: Score }
  | { kind: 'saved'; score: Score }
  | { kind: 'queued'; score: Score; until: Until }
  /** on: YYYY-MM-DD; a new click counts next time. */
  | { kind: 'counted'; score: Score; on: string }
  /** Nobody can find it again, to change it or to tell whether it was counted; a new click is a new rating. */
  | { kind: 'closed'; score: Score }
  | { kind: 'rejected'; score: Score; why: Rejection };

/** What a row is about: a rating, or the question which team answered. */
export type OfferState = RowState | { kind: 'ask' };

/** A row to show under a message. */
export interface Offer {
  message: string;
  /** `NO_TEAM` where the row asks which one answered: under the newest message of which only the reader can say it. */
  team: number;
  teamName: string;
  state: OfferState;
  /** How many others (k - 1) a rating is shown with, where the row says so before the click: the first three times. */
  explain: number | null;
  wait: Wait | null;
}

/** No team has this number. */
export const NO_TEAM = 0;

export interface Offers {
  language: Language;
  /** What the row says in that language: the page's script carries no words of its own. */
  words: RowMessages;
  offers: Offer[];
}

/** A rated place in one conversation; the id is the site's own and stays on the machine. */
export interface Place {
  site: string;
  conversation: string;
  team: number;
}

/** A rating given before, by the names it has on disk: what the page called the conversation is not kept. */
interface Rated {
  site: string;
  conversationKey: string;
  team: number;
}

/**
 * From content script, popup and options to the background; each kind with its answer, or null where the asker may not
 * (pages: only `site`, `visit`, `headers`, `unwell`, `offers`, and `rate` and `choose` for what was offered to that very frame) or nobody is signed in.
 */
export interface Requests {
  /** How to read the asking frame; null where there is nothing for us, or its site is off. `newer`: from the server. */
  site: {
    ask: Record<never, never>;
    answer: { site: SiteDescription; newer: SiteDescription | null; selectors: string[]; signs: Signs };
  };
  /** The script of a visit, for the asking document. `address`: where nothing but this may name a conversation. */
  visit: { ask: { address: string | null }; answer: { ok: true } };
  /** Reads a mail's source, at least to its first empty line. Nothing of it is kept. */
  headers: { ask: { source: string }; answer: MailHeaders };
  /** Something stays unread on the asking frame. `newer`: by the server's description. */
  unwell: { ask: { field: HealthField; newer: boolean }; answer: { ok: true } };
  /** null: nothing is open there any more. */
  offers: { ask: { conversation: SeenConversation | null }; answer: Offers };
  /** Resolves when the click is durable in the outbox. */
  rate: { ask: { place: Place; score: Score; wait: Wait | null }; answer: RowState };
  /** A click on "Which team answered?": the popup opens where the browser lets it. */
  choose: { ask: { message: string }; answer: { opened: boolean } };
  /** The answer to it, from the popup; null: none of these. Kept on this machine only. */
  answerer: { ask: { unknown: Unknown; team: number | null }; answer: { ok: true } };
  /** The browser was asked to let the extension look at more hosts. */
  granted: { ask: Record<never, never>; answer: { ok: true } };
  /** The page on a tab, for a picture of how it is built; `names`: those that its descriptions use. null: no script of ours is there. */
  picture: { ask: { tab: number }; answer: { html: string; names: string[] } };
  /** Another score for a rating given before; the place is known by its key only. */
  change: { ask: { rated: Rated; score: Score }; answer: RowState };
  /** Takes it back: idle. What is counted stays, and is answered with what is true of it. */
  takeBack: { ask: { rated: Rated }; answer: RowState };
  /** What popup and options show; `all`: with `rest`. */
  status: { ask: { tab: number | null; all: boolean }; answer: Status };
  /** Tells the admin that a description of this host would be welcome: the host's name, and nothing else. */
  wish: { ask: { host: string }; answer: { ok: boolean } };
  signIn: {
    ask: Record<never, never>;
    answer: { ok: true } | { ok: false; why: 'cancelled' | 'offline' | 'refused' | 'no_server' };
  };
  /** Everywhere needs the server to hear it; here works offline too. */
  signOut: { ask: { everywhere: boolean }; answer: { ok: true } | { ok: false; why: 'offline' } };
  sendNow: { ask: Record<never, never>; answer: { ok: true } };
  setLanguage: { ask: { language: Language }; answer: { ok: true } };
  setSiteOff: { ask: { host: string; off: boolean }; answer: { ok: true } };
  setServer: { ask: { server: string }; answer: { ok: true } | { ok: false; why: 'malformed' | 'managed' } };
}
export type RequestKind = keyof Requests;

/** What must stand on a page before there can be anything to read on it. */
export interface Signs {
  selector: string;
  /** The address alone may name a conversation. */
  inAddress: boolean;
}

/** From the background to the content scripts of a tab. */
export type Notice =
  /** The state of a place changed (sent, rejected, counted, rated in the popup). */
  | { kind: 'state'; place: Place; state: RowState }
  /** Ask for offers again: signed in or out, language or site switch changed. */
  | { kind: 'refresh' };

/** A message on a tab of which only the reader can say which team wrote it. */
interface Unknown {
  tab: number;
  frame: number;
  conversation: string;
  message: string;
}

export interface TeamChoice {
  id: number;
  name: string;
}

/** Everything the popup shows, in one answer. */
export interface Status {
  server: { url: string; from: 'built-in' | 'options' | 'policy' } | null;
  language: Language;
  /** `expired`: known, and clicks are kept, but nothing is sent before the next sign-in. */
  account: { name: string; email: string; teamName: string; company: string; expired: boolean } | null;
  /** Host of the tab, null where extensions may not look. */
  host: string | null;
  /** A description reads this page. */
  known: boolean;
  siteOff: boolean;
  /** Hosts that are switched off. */
  off: string[];
  /** Where a rating of a team picked by hand belongs: the conversation on the tab, else the page itself; null where there is none. */
  page: Omit<Place, 'team'> | null;
  /** On a page that no description reads. */
  elsewhere: {
    /** The team that was rated last as close to this page as anything was, and what is true of its rating on this very page. */
    before: { team: TeamChoice; state: RowState } | null;
    /** Shown to the admin once so many people have asked; null where that would make no sense. */
    wish: { host: string; people: number; asked: boolean } | null;
  } | null;
  /** What can be rated on this tab. */
  here: { place: Place; rated: Rated; teamName: string; sentAt: number | null; state: RowState }[];
  /** With how many others a rating is shown, while that is still to be said before the click; else null. */
  others: number | null;
  /** "Which team answered?" on this tab, with the author's name as the page shows it. */
  unknown: { at: Unknown; name: string | null } | null;
  /** Match patterns of the company's own servers that the browser does not let the extension look at yet. */
  grant: string[];
  /** Teams to pick from, without the person's own. */
  teams: TeamChoice[];
  waiting: number;
  /** The last attempt to send failed. */
  stuck: boolean;
  /** Newest first, at most five; `at` in ms since 1970. */
  last: Given[];
  /** The others that can still be changed, newest first; null until they are asked for. */
  rest: Given[] | null;
  /** There are such others. */
  more: boolean;
}

/** A rating given before, as the popup lists it. */
export interface Given {
  rated: Rated;
  teamName: string;
  at: number;
  state: RowState;
}

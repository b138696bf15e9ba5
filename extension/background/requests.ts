// What a request must look like. A content script lives in a process that a page may have taken over: nothing it says is believed unread.
import * as v from 'valibot';
import { HEALTH_FIELDS } from '../../shared/sites/health.ts';
import { mayWishFor } from '../../shared/sites/wish.ts';
import { ACCOUNT_KINDS, LANGUAGES, SCORES, WAITS } from '../../shared/words.ts';
import type { RequestKind, Requests } from '../protocol.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const Account = v.object({ kind: v.picklist(ACCOUNT_KINDS), id: text(320) });
const Team = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535));
const Score = v.picklist(SCORES);
/** The longest address that a browser opens: the popup rates by it. What a page names must have been offered to it besides. */
const LONGEST_ADDRESS = 2 * 1024 * 1024;
const Place = v.object({ site: text(300), conversation: text(LONGEST_ADDRESS), team: Team });
const Rated = v.object({ site: text(300), conversationKey: text(100), team: Team });

const SeenConversation = v.object({
  site: text(300),
  id: text(4000),
  self: v.nullable(Account),
  selfName: v.nullable(text(200)),
  kind: v.picklist(['mail', 'ticket', 'list']),
  queue: v.nullable(text(600)),
  messages: v.pipe(
    v.array(
      v.object({
        id: text(1000),
        author: v.nullable(Account),
        name: v.nullable(text(200)),
        free: v.exactOptional(v.literal(true)),
        staff: v.boolean(),
        recipients: v.pipe(v.array(Account), v.maxLength(2000)),
        sentAt: v.nullable(v.number()),
        automatic: v.boolean(),
        expanded: v.boolean(),
      }),
    ),
    v.maxLength(5000),
  ),
});

export const ASKS = {
  site: v.object({}),
  visit: v.object({ address: v.nullable(text(8000)) }),
  headers: v.object({ source: text(1_000_000) }),
  unwell: v.object({ field: v.picklist(HEALTH_FIELDS), newer: v.boolean() }),
  choose: v.object({ message: text(1000) }),
  answerer: v.object({
    unknown: v.object({ tab: v.number(), frame: v.number(), conversation: text(4000), message: text(1000) }),
    team: v.nullable(Team),
  }),
  granted: v.object({}),
  picture: v.object({ tab: v.number() }),
  offers: v.object({ conversation: v.nullable(SeenConversation) }),
  rate: v.object({ place: Place, score: Score, wait: v.nullable(v.picklist(WAITS)) }),
  change: v.object({ rated: Rated, score: Score }),
  takeBack: v.object({ rated: Rated }),
  status: v.object({ tab: v.nullable(v.number()), all: v.optional(v.boolean(), false) }),
  wish: v.object({ host: v.pipe(text(253), v.check(mayWishFor)) }),
  signIn: v.object({}),
  signOut: v.object({ everywhere: v.boolean() }),
  sendNow: v.object({}),
  setLanguage: v.object({ language: v.picklist(LANGUAGES) }),
  setSiteOff: v.object({ host: text(300), off: v.boolean() }),
  setServer: v.object({ server: text(2000) }),
} satisfies { [K in RequestKind]: v.GenericSchema<unknown, Requests[K]['ask']> };

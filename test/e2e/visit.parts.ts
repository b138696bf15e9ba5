// What the tests of a whole visit put into a page: everything of the content script but the browser's message channel.
import { createFinder } from '../../extension/page/finder.ts';
import { createGuard } from '../../extension/page/guard.ts';
import { startVisit } from '../../extension/page/visit.ts';
import {
  NO_TEAM,
  type Notice,
  type Offer,
  type Offers,
  type RowState,
  type SeenConversation,
} from '../../extension/protocol.ts';
import type { SiteDescription } from '../../extension/sites/description.ts';
import { siteAt } from '../../extension/sites/index.ts';
import { parseMailHeaders } from '../../extension/sites/mail-headers.ts';
import { chooseResponses } from '../../extension/sites/responses.ts';
import { sample } from '../../extension/sites/sample.ts';
import { rowEn } from '../../shared/messages/row.en.ts';
import { selectorsIn } from '../../shared/sites/selectors.ts';

/** Who is who for the background that stands at the other end of the channel. */
export const teams = new Map<string, number>();
export const me = { team: 8, accounts: ['mail:an@acme.test'] };
/** The site that the company set for the page's origin. */
export const company: { set: string | null } = { set: null };
/** What was asked of it, as conversation ids. */
export const asked: string[] = [];
export const states = new Map<number, RowState>();
/** What was rated: the conversation and the team. */
export const rated: string[] = [];
/** The message of which nobody but the reader can say who wrote it, and those of which the reader was asked. */
export const unknown: { message: string | null } = { message: null };
export const chosen: string[] = [];
/** What it was told cannot be read. */
export const reported: string[] = [];
export const switches = { silent: false, gone: false };
const listeners: ((notice: Notice) => void)[] = [];
const end = new AbortController();

function offersFor(conversation: SeenConversation): Offers {
  const offers = chooseResponses(conversation, { teams }, me).map(
    ({ message, team, wait }): Offer => ({
      message,
      team,
      teamName: `Team ${team}`,
      state: states.get(team) ?? { kind: 'idle' },
      explain: null,
      wait,
    }),
  );
  if (unknown.message !== null) {
    const { message } = unknown;
    offers.push({ message, team: NO_TEAM, teamName: '', state: { kind: 'ask' }, explain: null, wait: null });
  }
  return { language: 'en', words: rowEn, offers };
}

/** @param change makes a newer description of the page's own */
export function start(change: ((site: SiteDescription) => SiteDescription) | null = null): void {
  const site = siteAt(new URL(location.href), null, [sample]) ?? siteAt(new URL(location.href), company.set);
  if (!site) return;
  const newer = change?.(structuredClone(site)) ?? null;
  startVisit(window, {
    site,
    newer,
    selectors: newer ? selectorsIn(newer) : [],
    finder: createFinder(window, end.signal),
    guard: createGuard(window, document.readyState !== 'loading', end.signal),
    signal: end.signal,
    root: 'open',
    background: {
      gone: () => switches.gone,
      onNotice: (listener) => listeners.push(listener),
      // biome-ignore lint/suspicious/noExplicitAny: one end of a channel that carries values of several types
      async ask(kind: string, ask: any): Promise<any> {
        if (kind === 'unwell') return reported.push(`${ask.field}${ask.newer ? ' newer' : ''}`);
        if (kind === 'headers') return parseMailHeaders(ask.source);
        if (kind === 'choose') return { opened: chosen.push(ask.message) > 0 };
        if (switches.silent) throw new Error('nobody answered');
        if (kind === 'offers' && ask.conversation === null) return null;
        if (kind === 'offers') {
          asked.push(ask.conversation.id);
          return offersFor(ask.conversation);
        }
        const state: RowState = { kind: 'saved', score: ask.score };
        rated.push(`${ask.place.conversation} ${ask.place.team}`);
        states.set(ask.place.team, state);
        return state;
      },
    },
  });
}

export const tell = (notice: Notice): void => {
  for (const listener of listeners) listener(notice);
};
export const stop = (): void => end.abort();

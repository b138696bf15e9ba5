// The rows of the conversation that is shown: one per team, made once, kept through everything the page does to itself.
import type { Language } from '../../shared/words.ts';
import type { Offer, Offers, Place, RowState } from '../protocol.ts';
import type { Line } from '../row/line.ts';
import { createRow, type Row, type RowOptions, type RowSubject } from '../row/row.ts';
import type { LineState } from '../row/say.ts';
import type { SiteDescription } from '../sites/description.ts';
import type { ReadPage } from '../sites/reader.ts';
import type { Guard } from './guard.ts';
import { createMounter } from './mounter.ts';
import type { Background } from './visit.ts';

export interface Rows {
  /** Makes the offered rows of a conversation and lets them show what they now should. */
  draw(offers: Offers | null, conversation: string): void;
  /** Puts each drawn row under its message; takes all away where another conversation is shown, or none. */
  place(page: ReadPage | null): void;
  /** Whether every row is where it was put; null where there are none. */
  stand(): boolean | null;
  showState(place: Place, state: RowState): void;
  makeLate(): void;
}

interface Standing {
  row: Row;
  offer: Offer;
  subject: RowSubject;
}

/** @param isCurrent what the rows were offered for is still what the page shows */
export function createRows(
  site: SiteDescription,
  background: Background,
  guard: Guard,
  isCurrent: () => boolean,
  signal: AbortSignal,
  root?: ShadowRootMode,
): Rows {
  const mounter = createMounter(signal);
  /** Rows of this conversation, by team. */
  let rows = new Map<number, Standing>();
  let conversation: string | null = null;
  let left = new AbortController();
  /** "Which team answered?", and under which message. */
  let question: { line: Line; message: string; language: Language } | null = null;

  function enter(id: string): void {
    if (id === conversation) return;
    left.abort();
    left = new AbortController();
    conversation = id;
    rows = new Map();
    question = null;
  }

  function draw(offers: Offers | null, id: string): void {
    enter(id);
    if (offers === null) {
      rows = new Map();
      question = null;
      return;
    }
    const next = new Map<number, Standing>();
    for (const offer of offers.offers) {
      const { language, words, others } = offers;
      const subject = { teamName: offer.teamName, language, words, explain: offer.explain ? others : null };
      const row = rows.get(offer.team)?.row ?? make(id, offer, subject);
      row.show(offer.state, subject);
      next.set(offer.team, { row, offer, subject });
    }
    rows = next;
    question = offers.ask && asked(offers.ask.message, offers);
  }

  function asked(message: string, { language, words }: Offers): typeof question {
    if (question?.message === message && question.language === language) return question;
    const line = watched(
      { kind: 'ask' },
      { teamName: '', language, words, explain: null },
      {
        choose: async () =>
          isCurrent() && ((await background.ask('choose', { message }).catch(() => null))?.opened ?? false),
      },
    );
    return { line, message, language };
  }

  function make(id: string, offer: Offer, subject: RowSubject): Row {
    const place: Place = { site: site.id, conversation: id, team: offer.team };
    return watched(offer.state, subject, {
      rate: async (score) => {
        const wait = rows.get(offer.team)?.offer.wait ?? null;
        const isHeard = !background.gone() && isCurrent();
        const state = isHeard ? await background.ask('rate', { place, score, wait }).catch(() => null) : null;
        return state ?? (background.gone() ? 'reload' : 'failed');
      },
    });
  }

  function watched(state: LineState, subject: RowSubject, takes: Pick<RowOptions, 'rate' | 'choose'>): Row {
    const row = createRow(state, subject, {
      ...takes,
      late: guard.late,
      signal: AbortSignal.any([signal, left.signal]),
      ...(root ? { root } : {}),
    });
    guard.watch(row);
    return row;
  }

  function placesOn(page: ReadPage | null): Map<Line, Element> {
    const places = new Map<Line, Element>();
    if (page?.conversation.id !== conversation) return places;
    for (const { row, offer } of rows.values()) {
      const body = page?.bodies.get(offer.message);
      if (body) places.set(row, body);
    }
    const body = question && page?.bodies.get(question.message);
    if (question && body) places.set(question.line, body);
    return places;
  }

  return {
    draw,
    place: (page) => mounter.place(placesOn(page), page?.root ?? null),
    stand: mounter.stand,
    showState(place, state) {
      if (place.site !== site.id || place.conversation !== conversation) return;
      const found = rows.get(place.team);
      found?.row.show(state, found.subject);
    },
    makeLate() {
      for (const { row } of rows.values()) row.makeLate();
      question?.line.makeLate();
    },
  };
}

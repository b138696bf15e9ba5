// The rows of the conversation that is shown: one per team, made once, kept through everything the page does to itself.
import type { Offer, Offers, Place, RowState } from '../protocol.ts';
import { createRow, type Row } from '../row/row.ts';
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

/** What a row shows, with the words to say it in. */
type About = Offer & Pick<Offers, 'language' | 'words'>;

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
  let rows = new Map<number, { row: Row; about: About }>();
  let conversation: string | null = null;
  let left = new AbortController();

  function draw(offers: Offers | null, id: string): void {
    if (id !== conversation) {
      left.abort();
      left = new AbortController();
      conversation = id;
      rows = new Map();
    }
    const next: typeof rows = new Map();
    for (const about of offers ? aboutEach(offers) : []) {
      const row = rows.get(about.team)?.row ?? make(id, about);
      row.show(about.state, about);
      next.set(about.team, { row, about });
    }
    rows = next;
  }

  function make(id: string, about: About): Row {
    const { team } = about;
    const row = createRow(about.state, about, {
      late: guard.late,
      signal: AbortSignal.any([signal, left.signal]),
      async rate(score) {
        const place: Place = { site: site.id, conversation: id, team };
        const wait = rows.get(team)?.about.wait ?? null;
        const isHeard = !background.gone() && isCurrent();
        const state = isHeard ? await background.ask('rate', { place, score, wait }).catch(() => null) : null;
        return state ?? (background.gone() ? 'reload' : 'failed');
      },
      async choose() {
        const message = rows.get(team)?.about.message;
        if (message === undefined || !isCurrent()) return false;
        return (await background.ask('choose', { message }).catch(() => null))?.opened ?? false;
      },
      ...(root ? { root } : {}),
    });
    guard.watch(row);
    return row;
  }

  function placesOn(page: ReadPage | null): Map<Row, Element> {
    const places = new Map<Row, Element>();
    for (const { row, about } of page?.conversation.id === conversation ? rows.values() : []) {
      const body = page?.bodies.get(about.message);
      if (body) places.set(row, body);
    }
    return places;
  }

  return {
    draw,
    place: (page) => mounter.place(placesOn(page), page?.root ?? null),
    stand: mounter.stand,
    showState(place, state) {
      if (place.site !== site.id || place.conversation !== conversation) return;
      const found = rows.get(place.team);
      found?.row.show(state, found.about);
    },
    makeLate() {
      for (const { row } of rows.values()) row.makeLate();
    },
  };
}

const aboutEach = ({ language, words, offers }: Offers): About[] =>
  offers.map((offer) => ({ ...offer, language, words }));

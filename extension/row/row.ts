// The row: one line under a message in a closed shadow root. It hears of nothing by itself: the guard hands it every event.
import type { RowMessages } from '../../shared/messages/row.en.ts';
import { type Language, SCORES, type Score } from '../../shared/words.ts';
import type { OfferState, RowState } from '../protocol.ts';
import { dress } from './dress.ts';
import type { Line } from './line.ts';
import { createNodes } from './nodes.ts';
import { isOffDuty, type RowNotice, type RowView } from './say.ts';
import { watchSight } from './sight.ts';

/** What a row is about. */
export interface RowSubject {
  teamName: string;
  language: Language;
  words: RowMessages;
  /** How many others a rating is shown with, where the row should say so before the click; else null. */
  explain: number | null;
}

export interface RowOptions {
  // For a trusted click or key on a row that was in sight.
  /** Resolves with what became of it, or why nobody could take it. */
  rate: (score: Score) => Promise<RowState | 'failed' | 'reload'>;
  /** Lets the reader choose the team in the popup, where the page sees nothing of it; false: the browser does not open it. */
  choose: () => Promise<boolean>;
  /** Ends everything the row set going. */
  signal: AbortSignal;
  /** The page may hear keys (it was there before us), so keys do nothing here. */
  late: boolean;
  /** For tests that look inside; the product's are closed. */
  root?: ShadowRootMode;
}

export interface Row extends Line {
  show(state: OfferState, subject: RowSubject): void;
}

/** Quicker than this and nobody needs to read that it is being saved. */
const SLOW_MS = 300;
const REFUSAL_MS = 4000;

export function createRow(state: OfferState, subject: RowSubject, options: RowOptions): Row {
  // Made where no page can define what it is: a page's own class for it would be handed the closed root.
  const { ownerDocument } = document.createElement('template').content;
  const host = document.adoptNode(ownerDocument.createElement('hearback-rating'));
  const root = host.attachShadow({ mode: options.root ?? 'closed' });
  dress(root);
  const { row, radios, button, speak, paint: draw, point, hinted } = createNodes();
  const asks = state.kind === 'ask';
  const sight = watchSight(host, asks ? [button] : radios);
  /** To find whatever has the focus among them. */
  const order: readonly (Element | null)[] = radios;
  const view: RowView = { state, notice: null, telling: false, slow: false, explain: subject.explain };
  /** Clicks so far: an answer to an older one is no news. */
  let clicks = 0;
  /** A press that waits for a look gives way to a later one. */
  let presses = 0;
  let { late } = options;
  let spoken = '';
  let { words } = subject;
  // Where Tab leads to before a choice is drawn by lot: the browser counts keys for the page (`performance.eventCounts`), and
  // from a known start the number of arrows would be the score.
  const start = radios[Math.floor(Math.random() * radios.length)];
  root.append(row);
  tellSubject(subject);

  function tellSubject({ teamName, language, words: said, explain }: RowSubject): void {
    words = said;
    view.explain = explain;
    // Nodes made anew are laid out anew.
    if (spoken !== language + teamName) {
      spoken = language + teamName;
      row.lang = language;
      speak(words, teamName);
    }
    paint();
  }

  function paint(): void {
    // What is said anew takes the button out and puts it in again.
    const isOnButton = root.activeElement === button;
    draw(view, words);
    if (isOnButton) button.focus();
    setStop();
    if (import.meta.env.MODE === 'development') host.dataset.state = view.state.kind;
  }

  /** One face is in the tab order: the one in focus, else the chosen one, else the start. None where keys do nothing. */
  function setStop(): void {
    const stop =
      radios.find((radio) => radio === root.activeElement) ??
      radios.find((radio) => radio.ariaChecked === 'true') ??
      start;
    for (const radio of radios) radio.tabIndex = radio === stop && !late && !isOffDuty(view.state) ? 0 : -1;
    button.tabIndex = late ? -1 : 0;
    hinted();
  }

  function rate(score: Score): void {
    const click = ++clicks;
    const settle = (change: Partial<RowView>) => {
      if (click !== clicks || options.signal.aborted) return;
      Object.assign(view, { slow: false }, change);
      paint();
    };
    const before = view.state;
    Object.assign(view, { state: { kind: 'saving', score }, notice: null, telling: false, slow: false });
    paint();
    setTimeout(() => view.state.kind === 'saving' && settle({ slow: true }), SLOW_MS);
    options.rate(score).then((became) => {
      if (typeof became === 'string') settle({ state: before, notice: became });
      else settle({ state: became });
    });
  }

  function choose(): void {
    options.choose().then((opened) => {
      if (options.signal.aborted) return;
      view.notice = opened ? null : 'inToolbar';
      paint();
    });
  }

  function refuse(notice: RowNotice): void {
    view.notice = notice;
    paint();
    setTimeout(() => {
      if (view.notice !== notice || options.signal.aborted) return;
      view.notice = null;
      paint();
    }, REFUSAL_MS);
  }

  /** @param by a pointer may have been led here by something that lies over the row; a key cannot */
  async function press(target: Element | null, by: 'pointer' | 'key'): Promise<void> {
    const score = SCORES[order.indexOf(target)];
    if (target === button && !asks) {
      view.telling = !view.telling;
      paint();
    } else if (target === button || (score !== undefined && !isOffDuty(view.state))) {
      const press = ++presses;
      const trouble = await sight.trouble(by);
      if (options.signal.aborted || press !== presses) return;
      if (trouble) refuse(trouble);
      else if (score) rate(score);
      else choose();
    }
  }

  function key(event: KeyboardEvent): void {
    if (late || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const at = order.indexOf(root.activeElement);
    const to = at < 0 ? undefined : radios[moved(at, event.key, getComputedStyle(host).direction === 'rtl')];
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) void press(root.activeElement, 'key');
    } else if (to) {
      event.preventDefault();
      to.focus();
      setStop();
    }
  }

  function pointer(event: MouseEvent): void {
    const left = event.type === 'pointerout' || event.type === 'mouseout';
    const under = point(left ? null : { x: event.clientX, y: event.clientY });
    if (event.type !== 'click') return;
    // A screen reader's click has no place but leaves the focus on what it means.
    if (event.detail === 0) void press(root.activeElement, 'key');
    else void press(under, 'pointer');
  }

  return {
    host,
    show(next, about) {
      // The background knows nothing yet of a click that is on its way to it.
      if (view.state.kind !== 'saving') view.state = next;
      if (next.kind !== 'rejected') view.telling = false;
      tellSubject(about);
    },
    makeLate() {
      late = true;
      setStop();
    },
    take(event) {
      if (!event.isTrusted) return;
      sight.take(event.type);
      // Keeps the page's focus and selection where they are.
      if (event.type === 'mousedown' || event.type === 'dragstart') event.preventDefault();
      else if (event.type === 'focusin' || event.type === 'focusout') setStop();
      else if (event instanceof KeyboardEvent && event.type === 'keydown') key(event);
      else if (event instanceof MouseEvent) pointer(event);
    },
  };
}

/** Where a key takes the focus from the face at an index; arrows go round. */
function moved(at: number, key: string, rtl: boolean): number {
  const last = SCORES.length - 1;
  const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, ArrowDown: 1, ArrowUp: -1 }[key];
  if (step !== undefined) return (at + step + SCORES.length) % SCORES.length;
  if (key === 'Home') return 0;
  return key === 'End' ? last : -1;
}

// The row: one line under a message in a closed shadow root. It hears of nothing by itself: the guard hands it every event.
import { type RowMessages, rowEn } from '../../shared/messages/row.en.ts';
import { rowVi } from '../../shared/messages/row.vi.ts';
import { type Language, SCORES, type Score } from '../../shared/words.ts';
import type { RowState } from '../protocol.ts';
import { element, faces, icon } from './draw.ts';
import { allInk, type RowNotice, type RowView, type Saying, say } from './say.ts';
import { watchSight } from './sight.ts';
import { ROW_STYLE } from './style.ts';

/** What a row is about; the same for its whole life but for the language. */
export interface RowSubject {
  teamName: string;
  language: Language;
  /** How many others a rating is shown with, where the row should say so before the click; else null. */
  explain: number | null;
}

export interface RowOptions {
  /** A trusted click or key on a row that was in sight. Resolves with what became of it, or why nobody could take it. */
  rate: (score: Score) => Promise<RowState | 'failed' | 'reload'>;
  /** Ends everything the row set going. */
  signal: AbortSignal;
  /** The page may hear keys (it was there before us), so keys do nothing here. */
  late: boolean;
  /** For tests that look inside; the product's are closed. */
  root?: ShadowRootMode;
}

export interface Row {
  host: HTMLElement;
  show(state: RowState, subject: RowSubject): void;
  /** From now on the page may hear keys. */
  makeLate(): void;
  /** Takes an event that happened somewhere in the row and that the page will not see. */
  take(event: Event): void;
}

const WORDS: Record<Language, RowMessages> = { en: rowEn, vi: rowVi };
/** Quicker than this and nobody needs to read that it is being saved. */
const SLOW_MS = 300;

export function createRow(state: RowState, subject: RowSubject, options: RowOptions): Row {
  const host = document.createElement('hearback-rating');
  const root = host.attachShadow({ mode: options.root ?? 'closed' });
  dress(root);
  const sight = watchSight(host, options.signal);
  const view: RowView = { state, notice: null, telling: false, slow: false, explain: subject.explain };
  let words = WORDS[subject.language];
  let { late } = options;
  /** Clicks so far: an answer to an older one is no news. */
  let clicks = 0;
  let lastSaid = 'null';

  const question = element('span', { class: 'q', id: 'q' });
  const radios = SCORES.map((score) => element('span', { class: 'face', role: 'radio' }, ...faces(score)));
  const group = element(
    'div',
    { class: 'faces', role: 'radiogroup', 'aria-labelledby': 'q', 'aria-describedby': 'd' },
    ...radios,
  );
  const hint = element('div', { class: 'hint', 'aria-hidden': 'true' }, ...SCORES.map(() => element('span')));
  const slot = element('div', { class: 'slot', id: 'd', role: 'status' });
  const button = element('button', { type: 'button' });
  const ink = element('div', { class: 'ink', 'aria-hidden': 'true' });
  const row = element('div', { class: 'row' }, question, group, hint, slot, ink);
  root.append(row);
  speak(subject);
  paint();

  function speak({ teamName, language }: RowSubject): void {
    words = WORDS[language];
    row.lang = language;
    const full = words.question(teamName);
    question.title = full;
    question.replaceChildren(
      element('span', { class: 'wide' }, full),
      element('span', { class: 'short', 'aria-hidden': 'true' }, words.short(teamName)),
    );
    radios.forEach((radio, index) => {
      const label = words.scores[SCORES[index] ?? 3];
      radio.ariaLabel = label;
      hint.children[index]?.replaceChildren(label);
    });
    // A page's font may be split by letters, each part fetched when a letter is first drawn. So all of them are drawn at once.
    ink.replaceChildren(allInk(words), element('b', {}, allInk(words)));
  }

  function paint(): void {
    const { state: now } = view;
    const chosen = now.kind === 'idle' || now.kind === 'rejected' ? null : now.score;
    const offDuty = isOffDuty();
    radios.forEach((radio, index) => {
      radio.ariaChecked = String(index + 1 === chosen);
    });
    setStop();
    group.ariaDisabled = String(offDuty);
    const saying = say(view, words);
    const said = JSON.stringify(saying);
    row.className = 'row';
    row.classList.toggle('rated', chosen !== null);
    row.classList.toggle('off-duty', offDuty);
    row.classList.toggle('notice', view.notice !== null);
    row.classList.toggle('plain', now.kind === 'rejected' || view.notice !== null);
    row.classList.toggle('telling', view.telling || view.notice === 'covered' || view.notice === 'reload');
    slot.classList.toggle('full', saying !== null && !saying.wideOnly);
    // The same words written again would be read out again.
    if (said !== lastSaid) fill(slot, saying, button);
    lastSaid = said;
    if (import.meta.env.MODE === 'development') host.dataset.state = now.kind;
  }

  /** One face is in the tab order: the one in focus, else the chosen one, else the first. None where keys do nothing. */
  function setStop(): void {
    const stop =
      radios.find((radio) => radio === root.activeElement) ??
      radios.find((radio) => radio.ariaChecked === 'true') ??
      radios[0];
    for (const radio of radios) radio.tabIndex = radio === stop && !late && !isOffDuty() ? 0 : -1;
  }

  function isOffDuty(): boolean {
    return view.state.kind === 'rejected' && view.state.why !== 'too_old';
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

  /** @param by a pointer may have been led here by something that lies over the row; a key cannot */
  function choose(score: Score, by: 'pointer' | 'key'): void {
    if (isOffDuty()) return;
    const trouble = sight.trouble(by);
    if (trouble) refuse(trouble);
    else rate(score);
  }

  function refuse(notice: RowNotice): void {
    view.notice = notice;
    paint();
    setTimeout(() => {
      if (view.notice !== notice || options.signal.aborted) return;
      view.notice = null;
      paint();
    }, 4000);
  }

  function press(target: Element | null, by: 'pointer' | 'key'): void {
    const index = radios.findIndex((radio) => target !== null && radio.contains(target));
    const score = SCORES[index];
    if (score !== undefined) choose(score, by);
    else if (target !== null && button.contains(target)) {
      view.telling = !view.telling;
      paint();
      if (by === 'key') button.focus();
    }
  }

  function key(event: KeyboardEvent): void {
    if (late || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const { activeElement } = root;
    const at = radios.findIndex((radio) => radio.contains(activeElement));
    const to = at < 0 ? undefined : radios[moved(at, event.key, getComputedStyle(host).direction === 'rtl')];
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) press(activeElement, 'key');
    } else if (to) {
      event.preventDefault();
      to.focus();
      setStop();
    }
  }

  return {
    host,
    show(next, about) {
      // The background knows nothing yet of a click that is on its way to it.
      if (view.state.kind !== 'saving') view.state = next;
      view.explain = about.explain;
      if (next.kind !== 'rejected') view.telling = false;
      speak(about);
      paint();
    },
    makeLate() {
      late = true;
      paint();
    },
    take(event) {
      if (!event.isTrusted) return;
      // Keeps the page's focus and selection where they are; the default of a key here is ours to decide.
      if (event.type === 'mousedown' || event.type === 'dragstart') event.preventDefault();
      else if (event.type === 'click' && event instanceof MouseEvent) {
        // A screen reader's click has no place but leaves the focus on what it means.
        const fromTool = event.detail === 0;
        press(
          fromTool ? root.activeElement : root.elementFromPoint(event.clientX, event.clientY),
          fromTool ? 'key' : 'pointer',
        );
      } else if (event.type === 'keydown' && event instanceof KeyboardEvent) key(event);
      else if (event.type === 'focusout') setStop();
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

function fill(slot: HTMLElement, saying: Saying | null, button: HTMLButtonElement): void {
  slot.replaceChildren();
  if (saying === null) return;
  const room = saying.wideOnly ? { class: 'wide' } : {};
  const text = element('span', room);
  if (saying.strong) text.append(element('b', {}, saying.strong));
  text.append(saying.text);
  if (saying.more) text.append(element('span', { class: 'wide' }, saying.more));
  const parts: Node[] = [text];
  if (saying.icon) {
    const mark = icon(saying.icon);
    for (const [name, value] of Object.entries(room)) mark.setAttribute(name, value);
    parts.unshift(mark);
  }
  if (saying.button) {
    button.textContent = saying.button;
    parts.push(button);
  }
  slot.append(...parts);
}

/** Constructed, so that no page policy on styles applies; Firefox may refuse to share one with a page, then an element does. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(ROW_STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(element('style', {}, ROW_STYLE));
  }
}

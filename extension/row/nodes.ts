// The nodes of a row and what they show.
//
// Every text is generated content (`data-t`), never a text node: `window.find` and text fragments look into closed roots, and a
// page could ask whether the row says "saved". Inner nodes take no pointer: the browser counts the events between them for the
// page (`performance.eventCounts`), and crossing three faces would tell which one was reached.
import type { RowMessages } from '../../shared/messages/row.en.ts';
import { SCORES } from '../../shared/words.ts';
import { element, faces, icon } from './draw.ts';
import { allInk, isOffDuty, put, type RowView, type Saying, say } from './say.ts';

export interface RowNodes {
  row: HTMLElement;
  radios: readonly HTMLElement[];
  /** Explains a rejection, or lets the reader choose the team. */
  button: HTMLButtonElement;
  speak(words: RowMessages, teamName: string): void;
  paint(view: RowView, words: RowMessages): void;
  /** To be called where the focus moved: shows the label of the face that it came to. */
  hinted(): void;
  /** Shows what is under the pointer; null when it left. Returns what a press there would mean. */
  point(at: { x: number; y: number } | null): HTMLElement | null;
}

export function createNodes(): RowNodes {
  const question = element('span', { class: 'q' });
  const radios = SCORES.map((score) =>
    element('span', { class: 'face', role: 'radio', tabindex: -1 }, ...faces(score)),
  );
  const group = element('div', { class: 'faces', role: 'radiogroup', 'aria-describedby': 'd' }, ...radios);
  const hint = element('div', { class: 'hint', 'aria-hidden': 'true' });
  const slot = element('div', { class: 'slot', id: 'd', role: 'status' });
  const button = element('button', { type: 'button', 'aria-describedby': 's' });
  const ink = element('div', { class: 'ink', 'aria-hidden': 'true' });
  const row = element('div', { class: 'row' }, question, group, hint, slot, ink);
  let full = '';
  let lastSaid = '';

  /** Says the label of the face under the pointer, else of the one in focus. */
  function hinted(): void {
    hint.dataset.t = (row.querySelector('.face.hover') ?? row.querySelector('.face:focus'))?.ariaLabel ?? '';
  }

  return {
    hinted,
    row,
    radios,
    button,
    speak(words, teamName) {
      full = put(words.question, teamName);
      group.ariaLabel = full;
      question.replaceChildren(text(full, 'long'), text(put(words.short, teamName), 'short'));
      const labels = SCORES.map((score) => words.scores[score]);
      radios.forEach((radio, index) => {
        radio.ariaLabel = labels[index] ?? null;
      });
      // A page's font may be split by letters, each part fetched when one is first drawn. So all of them are drawn at once.
      ink.replaceChildren(text(allInk(words)), element('b', { 'data-t': allInk(words) }));
    },
    paint(view, words) {
      const { state, notice } = view;
      const chosen = 'score' in state ? state.score : null;
      const saying = say(view, words);
      radios.forEach((radio, index) => {
        radio.ariaChecked = String(index + 1 === chosen);
      });
      group.ariaDisabled = String(isOffDuty(state));
      const classes = {
        rated: chosen !== null,
        'off-duty': isOffDuty(state),
        notice: notice !== null,
        plain: state.kind === 'rejected' || notice !== null,
        telling: view.telling || state.kind === 'ask' || notice === 'covered' || notice === 'reload',
      };
      for (const [name, on] of Object.entries(classes)) row.classList.toggle(name, on);
      slot.classList.toggle('full', saying !== null && !saying.lead);
      // The same words written again would be read out again.
      const said = JSON.stringify(saying);
      if (said !== lastSaid) fill(slot, saying, button);
      lastSaid = said;
    },
    point(at) {
      const under = at && [...radios, button].find((node) => holds(node, at));
      for (const radio of radios) radio.classList.toggle('hover', radio === under);
      button.classList.toggle('hover', button === under);
      hinted();
      row.classList.toggle('over', under !== undefined && under !== null);
      // The whole question where it had to be cut.
      row.title = at && holds(question, at) ? full : '';
      return under ?? null;
    },
  };
}

export function holds(node: Element, { x, y }: { x: number; y: number }): boolean {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return x >= left && x < right && y >= top && y < bottom;
}

function text(words: string, name = ''): HTMLElement {
  return element('span', { class: name, 'data-t': words });
}

function fill(slot: HTMLElement, saying: Saying | null, button: HTMLButtonElement): void {
  slot.replaceChildren();
  if (saying === null) return;
  if (saying.icon) slot.append(icon(saying.icon));
  const line = element('span', { id: 's' });
  if (saying.lead) line.append(text(saying.lead, 'wide'));
  if (saying.strong) line.append(element('b', { 'data-t': saying.strong }));
  line.append(text(saying.text));
  if (saying.more) line.append(text(saying.more, 'wide'));
  slot.append(line);
  if (saying.button) {
    button.dataset.t = saying.button;
    button.ariaLabel = saying.button;
    slot.append(button);
  }
}

// What the tests of the row put into a page: rows in open roots, with the guard that hands them their events.

import { createGuard } from '../../extension/page/guard.ts';
import type { RowState } from '../../extension/protocol.ts';
import { dress } from '../../extension/row/dress.ts';
import { createNodes } from '../../extension/row/nodes.ts';
import { createRow, type RowSubject } from '../../extension/row/row.ts';
import type { RowView } from '../../extension/row/say.ts';
import type { Score } from '../../shared/words.ts';

const end = new AbortController();
const guard = createGuard(window, document.readyState !== 'loading', end.signal);

export interface Shown {
  into: string;
  state: RowState;
  subject: RowSubject;
}

/** What `rate` does next: answers with a state, or waits for `answerWith`. */
let answer: ((score: Score) => Promise<RowState | 'failed' | 'reload'>) | null = null;
/** What takes the answer to each click. */
const settles: ((became: RowState | 'failed' | 'reload') => void)[] = [];
export const rated: Score[] = [];

export function show({ into, state, subject }: Shown): void {
  const row = createRow(state, subject, {
    signal: end.signal,
    late: guard.late,
    root: 'open',
    choose: async () => false,
    rate: (score) => {
      rated.push(score);
      if (answer) return answer(score);
      return new Promise((resolve) => {
        settles.push(resolve);
      });
    },
  });
  guard.watch(row);
  document.querySelector(into)?.append(row.host);
}

/** What a row shows, without what leads there. */
export interface Painted {
  into: string;
  subject: Omit<RowSubject, 'explain'>;
  view: RowView;
  /** Where the pointer is. */
  over?: Score;
}

export function paint({ into, subject: { teamName, language, words }, view, over }: Painted): void {
  const host = document.createElement('hearback-rating');
  const root = host.attachShadow({ mode: 'open' });
  const nodes = createNodes();
  dress(root);
  root.append(nodes.row);
  document.querySelector(into)?.append(host);
  nodes.row.lang = language;
  nodes.speak(words, teamName);
  nodes.paint(view, words);
  const face = over && nodes.radios[over - 1]?.getBoundingClientRect();
  if (face) nodes.point({ x: face.x + face.width / 2, y: face.y + face.height / 2 });
}

/** The line that asks which team answered, in a browser that does not let it open the popup. */
export function ask({ into, subject: { language, words } }: Pick<Painted, 'into' | 'subject'>): void {
  const line = createRow(
    { kind: 'ask' },
    { teamName: '', language, words, explain: null },
    { rate: async () => 'failed', choose: async () => false, signal: end.signal, late: guard.late, root: 'open' },
  );
  guard.watch(line);
  document.querySelector(into)?.append(line.host);
}

/** @param click which of them, where it is not the last */
export function answerWith(became: RowState | 'failed' | 'reload', click = -1): void {
  settles.at(click)?.(became);
}

export function answerAtOnce(): void {
  answer = async (score) => ({ kind: 'saved', score });
}

/** As after `document.open()`, when the page may have been first. */
export function renew(): void {
  guard.renew();
}

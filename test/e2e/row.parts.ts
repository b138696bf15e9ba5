// What the tests of the row put into a page: rows in open roots, with the guard that hands them their events.

import { createGuard } from '../../extension/page/guard.ts';
import type { RowState } from '../../extension/protocol.ts';
import { createRow, type RowSubject } from '../../extension/row/row.ts';
import type { Score } from '../../shared/words.ts';

const end = new AbortController();
const guard = createGuard(window, document.readyState !== 'loading', end.signal);

export interface Shown {
  into: string;
  state: RowState;
  subject: RowSubject;
}

/** What `rate` does next: answers with a state, or waits until `settle` is called. */
let answer: ((score: Score) => Promise<RowState | 'failed' | 'reload'>) | null = null;
let settle: (became: RowState | 'failed' | 'reload') => void = () => {};
export const rated: Score[] = [];

export function show({ into, state, subject }: Shown): void {
  const row = createRow(state, subject, {
    signal: end.signal,
    late: guard.late,
    root: 'open',
    rate: (score) => {
      rated.push(score);
      if (answer) return answer(score);
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
  });
  guard.watch(row);
  document.querySelector(into)?.append(row.host);
}

export function answerWith(became: RowState | 'failed' | 'reload'): void {
  settle(became);
}

export function answerAtOnce(): void {
  answer = async (score) => ({ kind: 'saved', score });
}

/** As after `document.open()`, when the page may have been first. */
export function renew(): void {
  guard.renew();
}

// What the row's slot says in each state. Pure: the state in, words out.
import type { RowMessages } from '../../shared/messages/row.en.ts';
import type { RowState } from '../protocol.ts';
import type { Icon } from './draw.ts';

/** Words of this page alone, beside the states that the background knows. */
export type RowNotice = 'notYet' | 'covered' | 'failed' | 'reload';

export interface Saying {
  icon?: Icon;
  /** Stands first, in strong type. */
  strong?: string;
  text: string;
  /** Goes on where there is room. */
  more?: string;
  /** All of it only where there is room. */
  wideOnly?: true;
  button?: string;
}

export interface RowView {
  state: RowState;
  notice: RowNotice | null;
  /** The reason of a rejection is open. */
  telling: boolean;
  /** Still saving after 300 ms. */
  slow: boolean;
  /** How many others a rating is shown with, where the row should say so before the click; else null. */
  explain: number | null;
}

/** The faces take no click: it would be rejected again. */
export const isOffDuty = (state: RowState) => state.kind === 'rejected' && state.why !== 'too_old';

/** null: the slot is empty. */
export function say(view: RowView, words: RowMessages): Saying | null {
  const { state, notice, telling, slow, explain } = view;
  if (notice) return { icon: 'bang', text: words[notice] };
  switch (state.kind) {
    case 'idle':
      return explain === null ? null : { icon: 'lock', text: words.anonymous(explain), wideOnly: true };
    case 'saving':
      return slow ? { strong: words.scores[state.score], text: ` · ${words.saving}` } : null;
    case 'saved':
      return { icon: 'check', strong: words.scores[state.score], text: ` · ${words.saved}` };
    case 'queued':
      return { icon: 'clock', strong: words.scores[state.score], text: ` · ${words.kept.text}`, more: words.kept.more };
    case 'counted':
      return { icon: 'check', ...words.counted(state.on) };
    case 'rejected':
      return telling
        ? { icon: 'bang', text: words.explanation[state.why], button: words.back }
        : { icon: 'bang', text: words.rejected, more: words.rejectedBecause[state.why], button: words.why };
  }
}

/** Every letter that the row may ever show, in both weights of type. */
export function allInk(words: RowMessages): string {
  const { counted, kept, rejectedBecause, explanation, scores } = words;
  const months = Array.from({ length: 12 }, (_, month) => counted(`2026-${month + 1}-1`));
  return [
    ...Object.values(scores),
    ...Object.values(rejectedBecause),
    ...Object.values(explanation),
    ...months.flatMap(({ text, more }) => [text, more]),
    ...[words.saving, words.saved, kept.text, kept.more, words.rejected, words.why, words.back],
    ...[words.anonymous(4), words.notYet, words.covered, words.failed, words.reload, '0123456789·…'],
  ].join(' ');
}

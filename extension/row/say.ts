// What the row's slot says in each state. Pure: the state in, words out.
import type { RowMessages } from '../../shared/messages/row.en.ts';
import type { OfferState } from '../protocol.ts';
import type { Icon } from './draw.ts';

/** Words of this page alone, beside the states that the background knows. */
export type RowNotice = 'notYet' | 'covered' | 'failed' | 'reload' | 'inToolbar';

export interface Saying {
  icon?: Icon;
  /** Stands first where there is room. Where there is little, the rest stands in small type under the question. */
  lead?: string;
  /** Stands first, in strong type. */
  strong?: string;
  text: string;
  /** Goes on where there is room. */
  more?: string;
  button?: string;
}

export interface RowView {
  state: OfferState;
  notice: RowNotice | null;
  /** The reason of a rejection is open. */
  telling: boolean;
  /** Still saving after 300 ms. */
  slow: boolean;
  /** How many others a rating is shown with, where the row should say so before the click; else null. */
  explain: number | null;
}

/** The faces take no click: it would be rejected again, or nobody knows yet whom it would be about. */
export const isOffDuty = (state: OfferState) =>
  state.kind === 'ask' || (state.kind === 'rejected' && state.why !== 'too_old');

/** null: the slot is empty. */
export function say(view: RowView, words: RowMessages): Saying | null {
  const { state, notice, telling, slow, explain } = view;
  if (notice) return { icon: 'bang', text: words[notice], ...(state.kind === 'ask' && { button: words.choose }) };
  switch (state.kind) {
    case 'idle':
      return explain === null ? null : anonymous(words, explain);
    case 'ask':
      return { text: words.whoAnswered, button: words.choose };
    case 'saving':
      return slow ? { strong: words.scores[state.score], text: ` · ${words.saving}` } : null;
    case 'saved':
      return { icon: 'check', strong: words.scores[state.score], text: ` · ${words.saved}` };
    case 'queued':
      return {
        icon: 'clock',
        strong: words.scores[state.score],
        text: ` · ${words.kept[state.until].text}`,
        more: words.kept[state.until].more,
      };
    case 'counted':
      return { icon: 'check', text: put(words.counted.text, dayOf(state.on, words)), more: words.counted.more };
    case 'closed':
      return words.closed;
    case 'rejected':
      return telling
        ? { icon: 'bang', text: words.explanation[state.why], button: words.back }
        : { icon: 'bang', text: words.rejected, more: words.rejectedBecause[state.why], button: words.why };
  }
}

/** Every letter that the row may ever show, in both weights of type. */
export const allInk = (words: RowMessages): string => `${JSON.stringify(words)} 0123456789·…`;

/** Puts a value in its place. */
export const put = (form: string, value: string, place = '{}') => form.replace(place, () => value);

const anonymous = ({ anonymous, numbers }: RowMessages, others: number): Saying => ({
  icon: 'lock',
  ...anonymous,
  text: put(anonymous.text, numbers[others] ?? String(others)),
});

/** @param on YYYY-MM-DD */
function dayOf(on: string, { day: { form, months } }: RowMessages): string {
  const [, month = 0, day = 0] = on.split('-').map(Number);
  return put(put(form, String(day), '{d}'), months[month - 1] ?? '', '{m}');
}

// What the row says, in English. Short: it has one line of 36 px. Plain data: the background hands it to the page's script, which
// carries no words of its own. `{}` stands for what is put in.
import type { Rejection } from '../api/schemas.ts';
import type { Score } from '../words.ts';

export interface RowMessages {
  scores: Record<Score, string>;
  /** Of a team. */
  question: string;
  /** The question where there is little room. */
  short: string;
  /** Where the author is nobody whom the company's directory knows. */
  whoAnswered: string;
  choose: string;
  inToolbar: string;
  saving: string;
  saved: string;
  /** `more` is said where there is room for it. By what it waits for. */
  kept: Record<'online' | 'signIn', { text: string; more: string }>;
  /** On a day. */
  counted: { text: string; more: string };
  /** It can no longer be changed; whether it was counted, nobody knows any more. */
  closed: { text: string; more: string };
  /** How a day is written: `{d}` the day, `{m}` the month by its name here. */
  day: { form: string; months: readonly string[] };
  rejected: string;
  rejectedBecause: Record<Rejection, string>;
  why: string;
  back: string;
  explanation: Record<Rejection, string>;
  /** Said before the first clicks; `lead` and `more` where there is room for them. */
  anonymous: { lead: string; text: string; more?: string };
  /** From none on. */
  numbers: readonly string[];
  /** The click did not count: the row had just come into view, something lay over it, it could not be kept, the extension is new. */
  notYet: string;
  covered: string;
  failed: string;
  reload: string;
}

export const rowEn: RowMessages = {
  scores: { 1: 'Very poor', 2: 'Poor', 3: 'OK', 4: 'Good', 5: 'Very good' },
  question: 'How was {}’s answer?',
  short: '{}’s answer?',
  whoAnswered: 'Which team answered?',
  choose: 'Choose',
  inToolbar: 'Click Hearback in the toolbar',
  saving: 'saving',
  saved: 'saved',
  kept: {
    online: { text: 'kept', more: ', sent when online' },
    signIn: { text: 'kept', more: ', sent when signed in' },
  },
  counted: { text: 'Counted on {}', more: '; click to rate again' },
  closed: { text: 'Too late to change', more: '; click to rate again' },
  day: {
    form: '{d} {m}',
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
  rejected: 'Not counted',
  rejectedBecause: {
    own_team: ': your own team',
    unknown_team: ': team not listed',
    too_old: ': over 30 days old',
  },
  why: 'Why?',
  back: 'Back',
  explanation: {
    own_team: 'Only other teams can be rated.',
    unknown_team: 'This team is not listed any more.',
    too_old: 'Sent after more than 30 days.',
  },
  anonymous: { lead: 'Anonymous: only ', text: 'shown with {} others' },
  numbers: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  notYet: 'Click once more',
  covered: 'Covered by the page: rate in the toolbar',
  failed: 'Not saved: try again',
  reload: 'Hearback was updated: reload the page',
};

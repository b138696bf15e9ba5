// One line: a team, what is true of its rating, five faces.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Score } from '../../shared/words.ts';
import type { RowState } from '../protocol.ts';
import { Faces } from './Faces.tsx';
import { onDay } from './when.ts';
import type { Words } from './words.ts';

interface Props {
  teamName: string;
  /** Said while there is nothing newer to say. */
  aside: string;
  state: RowState;
  words: Words;
  /** null: it could not be kept. */
  rate: (score: Score) => Promise<RowState | null>;
  focus?: boolean;
  onEscape?: (() => void) | undefined;
  /** What else can be done with it; stands beside the faces. */
  children?: ComponentChildren;
}

export function RateLine({ teamName, aside, state, words, rate, focus = false, onEscape, children }: Props) {
  const [hint, setHint] = useState<Score | null>(null);
  const [own, setOwn] = useState<{ over: RowState; state: RowState | 'failed' } | null>(null);
  // What was clicked here shows at once and until the background says something newer.
  const shown = own && own.over === state ? own.state : state;
  const clicked = own !== null;

  async function onRate(score: Score): Promise<void> {
    setOwn({ over: state, state: { kind: 'saving', score } });
    const answer = await rate(score).catch(() => null);
    setOwn({ over: state, state: answer ?? 'failed' });
  }

  const chosen = shown === 'failed' || shown.kind === 'idle' || shown.kind === 'rejected' ? null : shown.score;
  const said = shown === 'failed' ? words.failed : sayState(shown, clicked, words);
  const hinted = (score: Score) =>
    said && score === chosen ? `${words.scores[score]} · ${said}` : words.scores[score];
  return (
    <li>
      <span class="about" title={teamName}>
        <b class="one">{teamName}</b> <span class="muted">{hint ? hinted(hint) : (said ?? aside)}</span>
        <span class="visually-hidden" role="status">
          {clicked ? said : null}
        </span>
      </span>
      <Faces
        label={words.question(teamName)}
        chosen={chosen}
        words={words}
        onRate={onRate}
        onHint={setHint}
        focus={focus}
        onEscape={onEscape}
      />
      {children}
    </li>
  );
}

/** null: nothing that the chosen face does not say. */
export function sayState(state: RowState, clicked: boolean, words: Words): string | null {
  switch (state.kind) {
    case 'idle':
    case 'saving':
      return null;
    case 'saved':
      return clicked ? words.saved : null;
    case 'queued':
      return words.kept[state.until];
    case 'counted':
      return words.counted(onDay(state.on, words));
    case 'closed':
      return words.closed;
    case 'rejected':
      return `${words.rejected}: ${words.rejectedBecause[state.why]}`;
  }
}

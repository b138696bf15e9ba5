// "Take back": the button, and what is said once the background has answered.
import type { RefObject, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Given, RowState } from '../protocol.ts';
import { sayState } from './RateLine.tsx';
import type { Words } from './words.ts';

type What = Pick<Given, 'rated' | 'teamName'>;

interface Taking {
  /** Takes the focus: the button goes, whatever the answer is. */
  heading: RefObject<HTMLHeadingElement | null>;
  /** null until something was said. */
  said: VNode | null;
  /** @returns whether it is taken back */
  takeBack: (what: What) => Promise<boolean>;
}

export function useTakeBack(words: Words): Taking {
  // As a function, so that it follows the language.
  const [say, setSay] = useState<((words: Words) => string) | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  async function takeBack({ rated, teamName }: What): Promise<boolean> {
    const answer = await ask('takeBack', { rated }).catch(() => null);
    if (answer) heading.current?.focus();
    setSay(() => (now: Words) => {
      if (!answer) return now.failed;
      return answer.kind === 'idle' ? now.takenBack(teamName) : `${teamName}: ${sayState(answer, true, now) ?? ''}`;
    });
    return answer?.kind === 'idle';
  }

  return {
    heading,
    said: (
      <p class="tiny muted" role="status">
        {say?.(words)}
      </p>
    ),
    takeBack,
  };
}

interface Props {
  teamName: string;
  state: RowState;
  words: Words;
  onTake: () => void;
  onEscape?: () => void;
}

/** Only for what waits to be counted. */
export function TakeBack({ teamName, state, words, onTake, onEscape }: Props) {
  if (state.kind !== 'saved' && state.kind !== 'queued') return null;
  return (
    <button
      class="link tiny"
      type="button"
      aria-label={`${words.takeBack}: ${teamName}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onEscape) return;
        event.preventDefault();
        onEscape();
      }}
      onClick={onTake}
    >
      {words.takeBack}
    </button>
  );
}

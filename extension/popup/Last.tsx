// The last ratings with their scores; a click on a score changes it.
import { useRef, useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Status } from '../protocol.ts';
import { Face } from './icons.tsx';
import { RateLine, sayState } from './RateLine.tsx';
import { whenRated } from './when.ts';
import type { Words } from './words.ts';

type Rating = Status['last'][number];

export function Last({ last, words }: { last: readonly Rating[]; words: Words }) {
  if (last.length === 0) return null;
  return (
    <section>
      <h2>{words.last}</h2>
      <ul>
        {last.map((rating) => (
          <Line key={`${rating.rated.conversationKey} ${rating.rated.team}`} rating={rating} words={words} />
        ))}
      </ul>
    </section>
  );
}

function Line({ rating: { rated, teamName, at, state }, words }: { rating: Rating; words: Words }) {
  const [changing, setChanging] = useState(false);
  const returning = useRef(false);
  const day = whenRated(at, Date.now(), words);

  function close(): void {
    returning.current = true;
    setChanging(false);
  }

  if (changing) {
    return (
      <RateLine
        teamName={teamName}
        aside={day}
        state={state}
        words={words}
        focus
        onEscape={close}
        rate={async (score) => {
          const answer = await ask('change', { rated, score });
          if (answer) close();
          return answer;
        }}
      />
    );
  }
  if (state.kind === 'idle') return null;
  const aside = sayState(state, false, words);
  return (
    <li>
      <span class="about" title={teamName}>
        <span class="one">{teamName}</span>
        <span class="muted">{aside ? `${day}, ${aside}` : `· ${day}`}</span>
      </span>
      <button
        class="again"
        type="button"
        aria-label={words.change(teamName, words.scores[state.score])}
        title={words.scores[state.score]}
        ref={(button) => {
          if (returning.current) button?.focus();
          returning.current = false;
        }}
        onClick={() => setChanging(true)}
      >
        <Face score={state.score} filled />
      </button>
    </li>
  );
}

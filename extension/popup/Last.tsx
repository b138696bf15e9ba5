// The last ratings with their scores; a click on a score changes it, or takes it back while it is not counted.
import { useRef, useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Status } from '../protocol.ts';
import { Face } from './icons.tsx';
import { RateLine, sayState } from './RateLine.tsx';
import { whenRated } from './when.ts';
import type { Words } from './words.ts';

type Rating = Status['last'][number];

export function Last({ last, words }: { last: readonly Rating[]; words: Words }) {
  const [said, setSaid] = useState<((words: Words) => string) | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  if (last.length === 0 && said === null) return null;

  /** The line goes, or the button where it was counted meanwhile: either way the focus needs another place. */
  async function takeBack({ rated, teamName }: Rating): Promise<boolean> {
    const answer = await ask('takeBack', { rated }).catch(() => null);
    if (answer) heading.current?.focus();
    setSaid(() => (now: Words) => {
      if (!answer) return now.failed;
      return answer.kind === 'idle' ? now.takenBack(teamName) : `${teamName}: ${sayState(answer, true, now) ?? ''}`;
    });
    return answer?.kind === 'idle';
  }

  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {words.last}
      </h2>
      <ul>
        {last.map((rating) => (
          <Line
            key={`${rating.rated.conversationKey} ${rating.rated.team}`}
            rating={rating}
            words={words}
            takeBack={() => takeBack(rating)}
          />
        ))}
      </ul>
      <p class="tiny muted" role="status">
        {said?.(words)}
      </p>
    </section>
  );
}

interface LineProps {
  rating: Rating;
  words: Words;
  /** @returns whether it is taken back */
  takeBack: () => Promise<boolean>;
}

function Line({ rating: { rated, teamName, at, state }, words, takeBack }: LineProps) {
  const [changing, setChanging] = useState(false);
  const [gone, setGone] = useState(false);
  const returning = useRef(false);
  const day = whenRated(at, Date.now(), words);

  function close(): void {
    returning.current = true;
    setChanging(false);
  }

  if (gone || state.kind === 'idle') return null;
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
      >
        {state.kind === 'saved' || state.kind === 'queued' ? (
          <button
            class="link tiny"
            type="button"
            aria-label={`${words.takeBack}: ${teamName}`}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              close();
            }}
            onClick={async () => setGone(await takeBack())}
          >
            {words.takeBack}
          </button>
        ) : null}
      </RateLine>
    );
  }
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

// The last ratings with their scores, and on demand all others that wait to be counted; a click on a score changes it, or takes it
// back while it is not counted.
import { useRef, useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Given, Status } from '../protocol.ts';
import { Face } from './icons.tsx';
import { RateLine, sayState } from './RateLine.tsx';
import { TakeBack, useTakeBack } from './TakeBack.tsx';
import { whenRated } from './when.ts';
import type { Words } from './words.ts';

interface Props {
  status: Pick<Status, 'last' | 'rest' | 'more'>;
  words: Words;
  /** The rest is wanted, or no longer. */
  onAll: (all: boolean) => void;
}

export function Last({ status: { last, rest, more }, words, onAll }: Props) {
  const { heading, said, takeBack } = useTakeBack(words);
  const [open, setOpen] = useState(false);
  const used = useRef(false);
  used.current ||= last.length > 0;
  if (!used.current) return null;

  const list = (ratings: readonly Given[]) => (
    <ul>
      {ratings.map((rating) => (
        <Line
          key={`${rating.rated.conversationKey} ${rating.rated.team}`}
          rating={rating}
          words={words}
          takeBack={() => takeBack(rating)}
        />
      ))}
    </ul>
  );
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {words.last}
      </h2>
      {list(last)}
      {more || open ? (
        <details
          class="rest"
          onToggle={(event) => {
            setOpen(event.currentTarget.open);
            onAll(event.currentTarget.open);
          }}
        >
          <summary class="tiny">{words.allOpen}</summary>
          {rest && rest.length > 0 ? list(rest) : null}
          <p class="tiny muted" role="status">
            {open && rest === null ? words.looking : open && rest?.length === 0 ? words.noneOpen : null}
          </p>
        </details>
      ) : null}
      {said}
    </section>
  );
}

interface LineProps {
  rating: Given;
  words: Words;
  /** @returns whether it is taken back */
  takeBack: () => Promise<boolean>;
}

function Line({ rating: { rated, teamName, at, state }, words, takeBack }: LineProps) {
  const [changing, setChanging] = useState(false);
  /** Which of the ratings that were given here was taken back: another may follow before this line has gone. */
  const [gone, setGone] = useState<number | null>(null);
  const returning = useRef(false);
  const day = whenRated(at, Date.now(), words);

  function close(): void {
    returning.current = true;
    setChanging(false);
  }

  if (gone === at || state.kind === 'idle') return null;
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
        <TakeBack
          teamName={teamName}
          state={state}
          words={words}
          onEscape={close}
          onTake={async () => {
            if (!(await takeBack())) return;
            setGone(at);
            setChanging(false);
          }}
        />
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

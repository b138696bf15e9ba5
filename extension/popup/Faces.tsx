// Five faces, one tab stop. Arrows move the focus, Space or Enter rates: native radios would rate at every arrow.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { SCORES, type Score } from '../../shared/words.ts';
import { Face } from './icons.tsx';
import type { Words } from './words.ts';

interface Props {
  label: string;
  chosen: Score | null;
  words: Words;
  onRate: (score: Score) => void;
  /** The face under the pointer or the focus, whose label the line shows. */
  onHint: (score: Score | null) => void;
  /** Takes the focus when it appears. */
  focus?: boolean;
  /** Where leaving means something to the line; else Escape is the popup's. */
  onEscape?: (() => void) | undefined;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function Faces({ label, chosen, words, onRate, onHint, focus = false, onEscape }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<Score>(chosen ?? 1);

  useLayoutEffect(() => {
    if (focus) group.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, []);

  function move(event: KeyboardEvent, score: Score): void {
    if (event.key === 'Escape' && onEscape) {
      event.preventDefault();
      onEscape();
      return;
    }
    const last = SCORES.length - 1;
    const at = SCORES.indexOf(score);
    const step = STEPS[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : step === undefined
            ? at
            : (at + step + last + 1) % (last + 1);
    if (step === undefined && to === at) return;
    event.preventDefault();
    const next = group.current?.children[to];
    if (next instanceof HTMLElement) next.focus();
  }

  return (
    <div class="faces" role="radiogroup" aria-label={label} ref={group}>
      {SCORES.map((score) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio rates at every arrow key
        <button
          key={score}
          type="button"
          role="radio"
          aria-checked={score === chosen}
          aria-label={words.scores[score]}
          data-score={score}
          tabIndex={score === stop ? 0 : -1}
          onClick={() => onRate(score)}
          onKeyDown={(event) => move(event, score)}
          onFocus={() => {
            setStop(score);
            onHint(score);
          }}
          onBlur={() => onHint(null)}
          onPointerEnter={() => onHint(score)}
          onPointerLeave={() => onHint(null)}
        >
          <Face score={score} filled={score === chosen} />
        </button>
      ))}
    </div>
  );
}

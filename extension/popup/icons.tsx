// The drawings of popup and options: the mark, five faces twice, and four small icons.
import { FACE_BOX, FACE_CENTRE, FACE_FEATURES, FACE_FILLED, FACE_OUTLINE, MARK } from '../../shared/ui/faces.ts';
import { SCORES, type Score } from '../../shared/words.ts';

/** Drawn once; every face on the page refers to it. */
export function Sprite() {
  return (
    <svg class="visually-hidden" aria-hidden="true">
      {SCORES.map((score) => (
        <mask key={score} id={`mask-${score}`}>
          <circle cx={FACE_CENTRE} cy={FACE_CENTRE} r={FACE_FILLED.radius} fill="#fff" stroke="none" />
          <path d={FACE_FEATURES[score]} fill="none" stroke="#000" stroke-width={FACE_FILLED.stroke} />
        </mask>
      ))}
    </svg>
  );
}

export function Face({ score, filled }: { score: Score; filled: boolean }) {
  return (
    <svg class="face" data-score={filled ? score : undefined} viewBox={FACE_BOX} aria-hidden="true">
      {filled ? (
        <circle
          cx={FACE_CENTRE}
          cy={FACE_CENTRE}
          r={FACE_FILLED.radius}
          fill="currentColor"
          stroke="none"
          mask={`url(#mask-${score})`}
        />
      ) : (
        <>
          <circle cx={FACE_CENTRE} cy={FACE_CENTRE} r={FACE_OUTLINE.radius} />
          <path d={FACE_FEATURES[score]} />
        </>
      )}
    </svg>
  );
}

export function Mark() {
  return (
    <svg class="mark" viewBox={MARK.box} aria-hidden="true">
      <path d={MARK.arcs} fill="none" stroke="currentColor" stroke-width={MARK.stroke} stroke-linecap="round" />
      <circle cx={MARK.dot.centre} cy={MARK.dot.centre} r={MARK.dot.radius} fill="currentColor" />
    </svg>
  );
}

const ICONS = {
  check: 'M3 8.5l3.2 3.2L13 5',
  clock: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0M8 4.8V8l2.2 1.6',
  gear: 'M2 5h7M13 5h1M2 11h1M7 11h7M9.1 5a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0M3.1 11a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0',
} as const;

export function Icon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}

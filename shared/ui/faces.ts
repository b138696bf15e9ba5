// The five faces as path data: the same drawing in the row, the popup and the pages. No markup here, so that each surface pays for its own only.
import type { Score } from '../words.ts';

/** Every face is drawn in this box. */
export const FACE_BOX = '0 0 24 24';
export const FACE_CENTRE = 12;

/** Not chosen: a ring of this radius and the features, both stroked with this width, round caps and joins, no fill. */
export const FACE_OUTLINE = { radius: 9.8, stroke: 1.6 } as const;

/**
 * Chosen: a disc of this radius filled with the score's colour, from which the features are cut out by a mask
 * (disc white, features stroked black with this width), so that whatever ground is behind shows through.
 */
export const FACE_FILLED = { radius: 10.6, stroke: 2 } as const;

/** Eyes and mouth of each score. The two ends carry brows, the middle three plain eyes, so that shape alone tells them apart. */
export const FACE_FEATURES = {
  1: 'M7.2 10.3l2.5-1.3M16.8 10.3l-2.5-1.3M7.7 17.2c.7-2.4 2.3-3.6 4.3-3.6s3.6 1.2 4.3 3.6',
  2: 'M8.7 9.4v.8M15.3 9.4v.8M8.5 16.4c.8-1.3 2-1.9 3.5-1.9s2.7.6 3.5 1.9',
  3: 'M8.7 9.4v.8M15.3 9.4v.8M8.5 15.2h7',
  4: 'M8.7 9.4v.8M15.3 9.4v.8M8.2 14.2c.9 1.4 2.2 2.1 3.8 2.1s2.9-.7 3.8-2.1',
  5: 'M7.3 10.1c.6-1 2.1-1 2.7 0M14 10.1c.6-1 2.1-1 2.7 0M7.3 13.4h9.4c-.4 2.8-2.2 4.3-4.7 4.3s-4.3-1.5-4.7-4.3z',
} as const satisfies Record<Score, string>;

/** The mark of the product: two arcs around a dot, a voice heard between two sides. Arcs stroked, dot filled, both in the accent. */
export const MARK = {
  box: '0 0 20 20',
  arcs: 'M5.6 3.6a8.2 8.2 0 0 0 0 12.8M14.4 3.6a8.2 8.2 0 0 1 0 12.8',
  stroke: 1.8,
  dot: { centre: 10, radius: 2.6 },
} as const;

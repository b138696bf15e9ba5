// Looks whether the page paints something over the row that lets the pointer through, and so would borrow the reader's click.
//
// Whatever lets the pointer through is looked for first, a part of the page at a time. Then, for one synchronous look, it is
// animated to take the pointer, of which a page hears only by a transition of its own, and its hit test tells what lies over the faces.
// What resists (a page's stronger rule, `inert`) is looked at by its box alone. Much that lies over a row shows nothing, such as
// the empty layers that notices appear in, so what counts is what is painted there.
import { holds } from './nodes.ts';

/** A row that shows less than this is hidden. */
export const LEAST_OPACITY = 0.5;

/** Styles read at once: about 8 ms. In pages of more elements what is generated is looked at only where the row stands within. */
const AT_ONCE = 3000;

const GENERATED = ['::before', '::after'];
const PARTS = [null, ...GENERATED];

/** Yields between parts of its work, each short enough for a page that must not wait; returns whether the row is covered. */
export function* lookForCover(host: Element, faces: readonly Element[]): Generator<void, boolean> {
  // Read anew in each part: the page may have scrolled.
  let row = host.getBoundingClientRect();
  const isNear = (one: Element) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return left < row.right && right > row.left && top < row.bottom && bottom > row.top;
  };
  const through: { one: Element; part: string | null }[] = [];
  const collect = (one: Element, part: string | null) => {
    const style = getComputedStyle(one, part);
    if (style.pointerEvents !== 'none') return;
    if (part ? style.content !== 'none' : isNear(one)) through.push({ one, part });
  };
  const all = document.querySelectorAll('*');
  // By index, and the length read once: twice as quick.
  const { length } = all;
  const parts = length > AT_ONCE ? [null] : PARTS;
  for (let at = 0; at < length; at += 1) {
    if (at && (at * parts.length) % AT_ONCE === 0) {
      yield;
      row = host.getBoundingClientRect();
    }
    const one = all[at];
    for (const part of parts) if (one) collect(one, part);
  }
  for (let one: Element | null = host; one && length > AT_ONCE; one = one.parentElement) {
    for (const part of GENERATED) collect(one, part);
  }
  const spots = faces.map((face) => {
    const { x, y, width, height } = face.getBoundingClientRect();
    return { x: x + width * within(), y: y + height * within() };
  });
  const lifts = through.map(({ one, part }) =>
    one.animate({ pointerEvents: ['auto', 'auto'] }, { duration: 1, pseudoElement: part }),
  );
  const stubborn = [
    ...[...document.querySelectorAll('[inert],[inert] *')].filter(isNear),
    ...through.flatMap(({ one, part }) => (part || getComputedStyle(one).pointerEvents !== 'none' ? [] : one)),
  ];
  const covered = spots.some((at) => {
    const pile = document.elementsFromPoint(at.x, at.y);
    let rest = 1;
    const resists = (one: Element) => holds(one, at) && one.checkVisibility({ visibilityProperty: true });
    // Where the row is not in the pile, something clips it there.
    for (const one of [...stubborn.filter(resists), ...pile.splice(0, pile.indexOf(host))]) {
      for (const part of PARTS) rest *= 1 - ink(one, part, host);
    }
    return rest < LEAST_OPACITY;
  });
  for (const lift of lifts) lift.cancel();
  return covered;
}

/** Drawn by lot, so that no page leaves holes in the right places. Not at the edge: a neighbour may reach over it. */
const within = () => 0.1 + 0.8 * Math.random();

/** How much of what lies behind it an element hides, or what is generated in it, 0 to 1. */
function ink(one: Element, part: string | null, host: Element): number {
  const style = getComputedStyle(one, part);
  // What the row stands in lies behind it, only what is generated in it may lie above.
  if (!part && one.contains(host)) return 0;
  const paints =
    /[^"]"|\(|\d\dpx/.test(style.content + style.backgroundImage + style.backdropFilter + style.borderWidth) ||
    (!part && !/^(div|span|section)$|-/.test(one.localName));
  return opacity(part ? one : one.parentElement) * Number(style.opacity) * (paints ? 1 : alpha(style.backgroundColor));
}

/** Of a computed colour. */
export const alpha = (colour: string) => Number.parseFloat(colour.split(',')[3] ?? '1');

/** How opaque an element is with all that it stands in, the frame too where its page is of the same origin. */
export function opacity(of: Element | null | undefined): number {
  if (!of) return 1;
  const style = getComputedStyle(of);
  const filter = /opacity\(([\d.]+)/.exec(style.filter)?.[1] ?? 1;
  const around = of.parentElement ?? of.ownerDocument.defaultView?.frameElement;
  return Number(style.opacity) * Number(filter) * opacity(around);
}

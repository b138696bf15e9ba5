// Looks whether the page paints something over the row that lets the pointer through, and so would borrow the reader's click.
//
// For one synchronous look everything takes the pointer: then the page's own hit test tells what lies over the faces. What
// resists (a page's stronger rule, `inert`) is looked at by its box alone. Much that lies over a row shows nothing, such as the
// empty layers that notices appear in, so what counts is what is painted there.
import { element } from './draw.ts';
import { holds } from './nodes.ts';

/** A row that shows less than this is hidden. */
export const LEAST_OPACITY = 0.5;

/** Up to so many elements the look is taken at each press. In larger pages it would take too long where nothing calls for it. */
const FEW = 3000;

export function isCovered(host: Element, faces: readonly Element[]): boolean {
  const all = [...document.querySelectorAll('*')];
  const spots = faces.map((face) => {
    const box = face.getBoundingClientRect();
    return { x: box.x + box.width * within(), y: box.y + box.height * within() };
  });
  const isOver = (one: Element) => spots.some((at) => holds(one, at));
  const mayCover = (one: Element) =>
    (resists(one) && isOver(one)) || (one.contains(host) && (isThrough(one, '::before') || isThrough(one, '::after')));
  if (all.length > FEW && !all.some(mayCover)) return false;
  const sheet = element('style', {}, '*,::before,::after{pointer-events:auto!important}');
  document.documentElement.append(sheet);
  const stubborn = all.filter((one) => resists(one) && one.checkVisibility({ visibilityProperty: true }));
  const covered = spots.some((at) => {
    const pile = document.elementsFromPoint(at.x, at.y);
    let rest = 1;
    // Where the row is not in the pile, something clips it there.
    for (const one of [...stubborn.filter((one) => holds(one, at)), ...pile.splice(0, pile.indexOf(host))]) {
      for (const part of [null, '::before', '::after']) rest *= 1 - ink(one, part, host);
    }
    return rest < LEAST_OPACITY;
  });
  sheet.remove();
  return covered;
}

const isThrough = (one: Element, part?: string) => getComputedStyle(one, part).pointerEvents === 'none';

const resists = (one: Element) => isThrough(one) || one.closest('[inert]') !== null;

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
  return (
    opacity(part ? one : one.parentElement) *
    Number(style.opacity) *
    (paints ? 1 : Number.parseFloat(style.backgroundColor.split(',')[3] ?? '1'))
  );
}

/** How opaque an element is with all that it stands in. */
export function opacity(of: Element | null): number {
  if (!of) return 1;
  const style = getComputedStyle(of);
  const filter = /opacity\(([\d.]+)/.exec(style.filter)?.[1] ?? 1;
  return Number(style.opacity) * Number(filter) * opacity(of.parentElement);
}

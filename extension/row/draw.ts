// Makes the row's nodes. No markup strings: pages with Trusted Types forbid them.
import { FACE_BOX, FACE_CENTRE, FACE_FEATURES, FACE_FILLED, FACE_OUTLINE } from '../../shared/ui/faces.ts';
import type { Score } from '../../shared/words.ts';

type Attributes = Record<string, string | number>;

export const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => filled(document.createElement(name), attributes, children);

const shape = (name: string, attributes: Attributes, ...children: Node[]): SVGElement =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);

function filled<E extends Element>(node: E, attributes: Attributes, children: (Node | string)[]): E {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

const circle = (radius: number, attributes: Attributes = {}) =>
  shape('circle', { cx: FACE_CENTRE, cy: FACE_CENTRE, r: radius, ...attributes });

/** The face that is not chosen, and the chosen one whose features are cut out, so that any ground shows through. */
export function faces(score: Score): [off: SVGElement, on: SVGElement] {
  const features = FACE_FEATURES[score];
  const mask = `m${score}`;
  return [
    shape(
      'svg',
      { class: 'off', viewBox: FACE_BOX, 'aria-hidden': 'true', 'stroke-width': FACE_OUTLINE.stroke },
      circle(FACE_OUTLINE.radius),
      shape('path', { d: features }),
    ),
    shape(
      'svg',
      { class: 'on', viewBox: FACE_BOX, 'aria-hidden': 'true' },
      shape(
        'mask',
        { id: mask },
        circle(FACE_FILLED.radius, { fill: '#fff', stroke: 'none' }),
        shape('path', { d: features, stroke: '#000', 'stroke-width': FACE_FILLED.stroke }),
      ),
      circle(FACE_FILLED.radius, { fill: 'currentColor', stroke: 'none', mask: `url(#${mask})` }),
    ),
  ];
}

const ICONS = {
  check: 'M3 8.5l3.2 3.2L13 5',
  clock: 'M14 8A6 6 0 1 1 2 8a6 6 0 1 1 12 0M8 4.8V8l2.2 1.6',
  bang: 'M14 8A6 6 0 1 1 2 8a6 6 0 1 1 12 0M8 5v3.5M8 10.9v.1',
  lock: 'M3.5 7h9v6.2h-9zM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2',
} as const;
export type Icon = keyof typeof ICONS;

export function icon(name: Icon): SVGElement {
  return shape('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, shape('path', { d: ICONS[name] }));
}

// Keeps each row after its message's body, however the page rebuilds itself. Page nodes are never wrapped or moved: the
// libraries that made them would trip over it.
import type { Line } from '../row/line.ts';

export interface Mounter {
  /**
   * Exactly these rows stand, each after its body; rows that stood before and are not named go away, but keep what they show.
   * @param clean the page is laid out, so that it costs nothing to measure
   * @returns false where it must be measured first; then nothing happened
   */
  place(rows: ReadonlyMap<Line, Element>, clean: boolean): boolean;
  /** Takes away copies that the page made of its own nodes with ours among them, and rows of an extension that was replaced. */
  sweep(root: Element | null, anew: boolean): void;
  /** Nothing moved them since. */
  stand(): boolean;
  count(): number;
}

/** Where a row was put. */
interface Spot {
  body: Element;
  /** null: to be measured anew. */
  parent: Element | null;
  style: string;
}

/** @param placed hears of rows that were put elsewhere because the page changed its sizes */
export function createMounter(placed: () => void, signal: AbortSignal): Mounter {
  let standing: ReadonlyMap<Line, Spot> = new Map();
  let measured = new WeakSet<Element>();
  // Reported right after a layout, and once as soon as a body is observed.
  const sizes = new ResizeObserver((entries) => {
    const changed = new Set(entries.map(({ target }) => target).filter((target) => measured.has(target)));
    for (const { target } of entries) measured.add(target);
    for (const spot of standing.values()) if (changed.has(spot.body)) spot.parent = null;
    if ([...standing.values()].every(({ parent }) => parent)) return;
    place(new Map([...standing].map(([row, { body }]) => [row, body])), true);
    placed();
  });

  function place(rows: ReadonlyMap<Line, Element>, clean: boolean): boolean {
    if (!clean && [...rows.keys()].some(({ host }) => !written.has(host))) return false;
    // All is measured before anything is written: a question after a write is a layout of the page.
    const spots = new Map([...rows].map(([row, body]) => [row, spotAt(row, body, standing.get(row), clean)]));
    for (const row of standing.keys()) if (!rows.has(row)) row.host.remove();
    let moved = spots.size !== standing.size;
    for (const [row, { body, style }] of spots) {
      const { host } = row;
      if (!follows(host, body)) body.after(host);
      // Only when it changes: a write is a mutation that the page hears of. Not as an attribute: policies forbid those.
      if (written.get(host) !== style) host.style.cssText = style;
      written.set(host, style);
      moved ||= standing.get(row)?.body !== body;
    }
    standing = spots;
    if (moved) {
      sizes.disconnect();
      measured = new WeakSet();
      for (const { body } of spots.values()) sizes.observe(body);
    }
    return true;
  }

  signal.addEventListener('abort', () => {
    place(new Map(), true);
    sizes.disconnect();
  });
  return {
    place,
    sweep(root, anew) {
      const ours = new Set<Element>([...standing.keys()].map((row) => row.host));
      for (const host of root?.querySelectorAll('hearback-rating') ?? []) if (!ours.has(host)) host.remove();
      if (anew) for (const spot of standing.values()) spot.parent = null;
    },
    stand: () => [...standing].every(([{ host }, { body }]) => body.isConnected && follows(host, body)),
    count: () => standing.size,
  };
}

/** A row that moves keeps its style until the new place is measured. */
function spotAt({ host }: Line, body: Element, before: Spot | undefined, clean: boolean): Spot {
  const parent = body.parentElement;
  if (before?.body === body && before.parent === parent) return before;
  return clean
    ? { body, parent, style: styleFor(body, parent) }
    : { body, parent: null, style: written.get(host) ?? '' };
}

/** Somewhere after the body among its siblings: the page may have put its own things in between, and may go on doing so. */
function follows(host: Element, body: Element): boolean {
  return (
    host.isConnected &&
    host.parentNode === body.parentNode &&
    (body.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}

const written = new WeakMap<Element, string>();

/** Under the body's own text, over the whole width, whatever lays the parent out. */
function styleFor(body: Element, parent: Element | null): string {
  const { display = '', flexDirection = '' } = parent ? getComputedStyle(parent) : {};
  const inFlex = display.endsWith('flex');
  const own = getComputedStyle(body);
  const start = inset(own.marginInlineStart, own.paddingInlineStart);
  const end = inset(own.marginInlineEnd, own.paddingInlineEnd);
  const inRow = inFlex && flexDirection.startsWith('row');
  return [
    inRow ? `flex: 0 0 calc(100% - ${start + end}px)` : inFlex ? 'flex: none' : '',
    display.endsWith('grid') ? 'grid-column: 1 / -1' : '',
    start + end > 0 ? `margin-inline: ${start}px ${end}px` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** Margins that centre a narrow body are no edge to follow: the row would have no width left. */
function inset(margin: string, padding: string): number {
  const px = Number.parseFloat(margin) + Number.parseFloat(padding);
  return px > 0 && px <= 96 ? Math.round(px) : 0;
}

// Keeps each row after its message's body, however the page rebuilds itself. Page nodes are never wrapped or moved: the
// libraries that made them would trip over it.
import type { Line } from '../row/line.ts';
import { follows } from '../sites/reader.ts';

export interface Mounter {
  /**
   * Exactly these rows stand, each after its body; rows that stood before and are not named go away, but keep what they show.
   * @param root the conversation they stand in
   */
  place(rows: ReadonlyMap<Line, Element>, root: Element | null): void;
  /** Whether nothing moved them since; null where there are none. */
  stand(): boolean | null;
}

/** @param resized a body got another size: its row may need another place */
export function createMounter(resized: () => void, signal: AbortSignal): Mounter {
  let standing: ReadonlyMap<Line, Element> = new Map();
  let measured = new WeakSet<Element>();
  const sizes = new ResizeObserver((entries) => {
    const known = entries.filter(({ target }) => measured.has(target));
    for (const { target } of entries) measured.add(target);
    if (known.length > 0) resized();
  });
  const place = (rows: ReadonlyMap<Line, Element>, root: Element | null) => {
    // All is measured before anything is written: a question after a write is a layout of the page.
    const styles = [...rows].map(([row, body]) => [row.host, body, styleFor(body)] as const);
    for (const row of standing.keys()) if (!rows.has(row)) row.host.remove();
    if (root) removeStrays(root, new Set([...rows.keys()].map((row) => row.host)));
    for (const [host, body, style] of styles) {
      if (!stands(host, body)) body.after(host);
      // Only when it changes: a write is a mutation that the page hears of. Not as an attribute: policies forbid those.
      if (written.get(host) !== style) host.style.cssText = style;
      written.set(host, style);
    }
    if ([...rows].some(([row, body]) => standing.get(row) !== body)) {
      sizes.disconnect();
      measured = new WeakSet();
      for (const body of rows.values()) sizes.observe(body);
    }
    standing = rows;
  };
  signal.addEventListener('abort', () => {
    place(new Map(), null);
    sizes.disconnect();
  });
  return {
    place,
    stand: () => (standing.size > 0 ? [...standing].every(([{ host }, body]) => stands(host, body)) : null),
  };
}

/** Copies that the page made of its own nodes with ours among them, and rows of an extension that was replaced. */
function removeStrays(root: Element, ours: ReadonlySet<Element>): void {
  for (const host of root.querySelectorAll('hearback-rating')) if (!ours.has(host)) host.remove();
}

/** Somewhere after the body among its siblings: the page may have put its own things in between, and may go on doing so. */
function stands(host: Element, body: Element): boolean {
  return host.isConnected && host.parentNode === body.parentNode && follows(host, body);
}

const written = new WeakMap<Element, string>();

/** Under the body's own text, over the whole width, whatever lays the parent out. */
function styleFor(body: Element): string {
  const parent = body.parentElement;
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

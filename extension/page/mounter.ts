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

export function createMounter(signal: AbortSignal): Mounter {
  let standing: ReadonlyMap<Line, Element> = new Map();
  // Reported right after a layout, where it costs little to ask: each body that a row has come to, and when it gets another size.
  // Those that rows have left are not taken out: they say nothing that matters, and the browser forgets them with their page.
  const sizes = new ResizeObserver(() => {
    const styles = unfit(standing);
    // Not in here: what it would do to the page's layout comes too late for this frame, of which the page would hear an error.
    if (styles.length > 0) setTimeout(dress, 0, styles);
  });

  function place(rows: ReadonlyMap<Line, Element>, root: Element | null): void {
    // All is measured before anything is written: a question after a write is a layout of the page.
    const styles = unfit([...rows].filter(([row, body]) => standing.get(row) !== body));
    for (const row of standing.keys()) if (!rows.has(row)) row.host.remove();
    if (root) removeStrays(root, new Set([...rows.keys()].map((row) => row.host)));
    for (const [row, body] of rows) {
      if (!stands(row.host, body)) body.after(row.host);
      if (standing.get(row) !== body) sizes.observe(body);
    }
    standing = rows;
    dress(styles);
  }

  signal.addEventListener('abort', () => place(new Map(), null));
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

/** Those that need another style than they have: each write is a mutation that the page hears of. */
function unfit(rows: Iterable<[Line, Element]>): [HTMLElement, string][] {
  return [...rows]
    .map(([{ host }, body]): [HTMLElement, string] => [host, styleFor(body)])
    .filter(([host, style]) => written.get(host) !== style);
}

/** Not as an attribute: policies forbid those. */
function dress(styles: [HTMLElement, string][]): void {
  for (const [host, style] of styles) {
    host.style.cssText = style;
    written.set(host, style);
  }
}

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

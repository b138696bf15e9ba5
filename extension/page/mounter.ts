// Keeps each row after its message's body, however the page rebuilds itself. Page nodes are never wrapped or moved: the
// libraries that made them would trip over it.
import type { Row } from '../row/row.ts';

export interface Mounter {
  /**
   * Exactly these rows stand, each after its body; rows that stood before and are not named go away, but keep what they show.
   * @param root the conversation they stand in
   */
  place(rows: ReadonlyMap<Row, Element>, root: Element | null): void;
}

export function createMounter(signal: AbortSignal): Mounter {
  let standing = new Set<Row>();
  const place = (rows: ReadonlyMap<Row, Element>, root: Element | null) => {
    for (const row of standing) if (!rows.has(row)) row.host.remove();
    if (root) removeStrays(root, new Set([...rows.keys()].map((row) => row.host)));
    for (const [row, body] of rows) {
      if (!follows(row.host, body)) mount(row.host, body);
    }
    standing = new Set(rows.keys());
  };
  signal.addEventListener('abort', () => place(new Map(), null));
  return { place };
}

/** Copies that the page made of its own nodes with ours among them, and rows of an extension that was replaced. */
function removeStrays(root: Element, ours: ReadonlySet<Element>): void {
  for (const host of root.querySelectorAll('hearback-rating')) if (!ours.has(host)) host.remove();
}

/** Somewhere after the body among its siblings: the page may have put its own things in between, and may go on doing so. */
function follows(host: Element, body: Element): boolean {
  return (
    host.isConnected &&
    host.parentNode === body.parentNode &&
    (body.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}

function mount(host: HTMLElement, body: Element): void {
  body.after(host);
  const parent = body.parentElement;
  const { display = '', flexDirection = '' } = parent ? getComputedStyle(parent) : {};
  const inRow = display.endsWith('flex') && flexDirection.startsWith('row');
  host.style.flex = inRow ? '0 0 100%' : display.endsWith('flex') ? 'none' : '';
  host.style.gridColumn = display.endsWith('grid') ? '1 / -1' : '';
}

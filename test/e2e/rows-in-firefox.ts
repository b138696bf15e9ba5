// The rows of a page in Firefox, read through their closed roots by the protocol alone, which shows them to nobody else.
import type { Page } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';

export interface RowInFirefox {
  /** The accessible name of the group. */
  name: string;
  /** The chosen face, 1 to 5, or 0. */
  checked: number;
  /** The middles of the faces. */
  faces: [x: number, y: number][];
  /** What stands in the slot. */
  says: string;
}

/** In the page's order. */
export async function rowsInFirefox(page: Page): Promise<RowInFirefox[]> {
  const browser = page.browser();
  if (!(browser instanceof BidiBrowser)) throw new Error('not driven by WebDriver BiDi');
  const { connection } = browser;
  const { result: tree } = await connection.send('browsingContext.getTree', { maxDepth: 0 });
  const context = tree.contexts.find(({ url }) => url === page.url())?.context;
  if (!context) return [];
  const ask = { target: { context }, awaitPromise: false } as const;
  const { result: hosts } = await connection.send('script.evaluate', {
    ...ask,
    expression: "[...document.querySelectorAll('hearback-rating')]",
    serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
  });
  if (hosts.type !== 'success' || hosts.result.type !== 'array') return [];
  const rows: RowInFirefox[] = [];
  for (const host of hosts.result.value ?? []) {
    const sharedId = host.type === 'node' ? host.value?.shadowRoot?.sharedId : undefined;
    if (!sharedId) continue;
    const { result: told } = await connection.send('script.callFunction', {
      ...ask,
      functionDeclaration: `(root) => {
        const faces = [...root.querySelectorAll('[role="radio"]')];
        return JSON.stringify({
          name: root.querySelector('[role="radiogroup"]')?.ariaLabel ?? '',
          checked: faces.findIndex((face) => face.ariaChecked === 'true') + 1,
          says: [...root.querySelectorAll('.slot [data-t]')].map((word) => word.dataset.t).join(''),
          faces: faces.map((face) => face.getBoundingClientRect()).map(({ x, y, width, height }) => [x + width / 2, y + height / 2]),
        });
      }`,
      arguments: [{ sharedId }],
    });
    if (told.type === 'success' && told.result.type === 'string') rows.push(JSON.parse(told.result.value));
  }
  return rows;
}

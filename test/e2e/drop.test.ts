// Files and texts that somebody drags and lets go over a row: they are the page's, as if no row were there.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { clickFace, type Driven, middleOfFace, rowSays, until } from '../stack/harness.ts';
import { main, ORIGIN, openPage, thread, webmail } from './hostile-page.ts';
import { stage } from './stage.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

/** All of the page takes files and texts, as the windows in which mail is written do, and keeps what it was given. */
const ZONE = `<script>
  window.given = [];
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    given.push(...[...event.dataTransfer.files].map(({ name }) => name), event.dataTransfer.getData('text'));
  });
</script>`;
async function openZone(id: string, inside = '') {
  const page = await openPage(an, webmail(inside + main(thread(id))).replace('<head>', `<head>${ZONE}`));
  return { page, row: await middleOfFace(page, 3, 'IT') };
}
const given = (page: Page) => page.evaluate<string[]>('given');
/** The row is none the worse for it. */
async function stillRates(page: Page): Promise<void> {
  await clickFace(page, 4, 'IT');
  await rowSays(page, 'saved');
  await page.close();
}

it('a file goes to the page, and the browser does not open it', async () => {
  const { page, row } = await openZone('t-file');
  const cdp = await an.context.newCDPSession(page);
  const data = { items: [], files: [fileURLToPath(import.meta.url)], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...row, data });
  }
  await until('the file', async () => (await given(page)).includes('drop.test.ts'));
  expect(page.url()).toBe(`${ORIGIN}/`);
  await stillRates(page);
});

it('what is dragged from another place of the page goes where it is let go', async () => {
  const { page, row } = await openZone('t-text', '<a href="https://wiki.acme.test/vpn">The guide</a>');
  await page.getByText('The guide').hover();
  await page.mouse.down();
  await page.mouse.move(row.x, row.y, { steps: 5 });
  await page.mouse.up();
  await until('the link', async () => (await given(page)).includes('https://wiki.acme.test/vpn'));
  await stillRates(page);
});

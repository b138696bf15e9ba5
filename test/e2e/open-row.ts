// Looks into rows whose roots are open, as only tests have them, and clicks them as a hand does: by place.
import type { Locator } from 'playwright-core';
import { until } from '../stack/harness.ts';

/** What the slot of a row says where it is seen. Its words are generated content, so no text search finds them. */
export const says = (row: Locator): Promise<string> =>
  row.evaluate((host) => {
    const words = host.shadowRoot?.querySelectorAll<HTMLElement>('.slot [data-t]') ?? [];
    return [...words]
      .filter((word) => word.checkVisibility())
      .map((word) => word.dataset.t)
      .join('');
  });

export const untilSays = (row: Locator, words: string) =>
  until(`a row that says "${words}"`, async () => (await says(row)).includes(words));

async function clickFace(row: Locator, name: string): Promise<void> {
  const box = await row.getByRole('radio', { name, exact: true }).boundingBox();
  if (!box) throw new Error(`no face "${name}" to click`);
  await row.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Clicks until the click counts: the row must have been in sight for a moment. */
export async function rateWith(row: Locator, name: string, counted: () => Promise<boolean>): Promise<void> {
  await until('a click that counts', async () => {
    await clickFace(row, name);
    return counted();
  });
}

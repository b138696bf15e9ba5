// Rates as a person does on a page that is still loading parts of itself: where it moved under the pointer, they click once more.
import type { Page } from 'playwright-core';
import type { Score } from '../../shared/words.ts';
import { clickFace, rowSays } from '../stack/harness.ts';

const CLICKS = 3;
const PATIENCE_MS = 8000;

/** Clicks a face until the row says that it is saved. Clicking twice leaves one rating: the newest. */
export async function rateUntilSaved(page: Page, score: Score): Promise<void> {
  for (let click = 1; click < CLICKS; click += 1) {
    await clickFace(page, score);
    if (await rowSays(page, 'saved', PATIENCE_MS).catch(() => false)) return;
  }
  await clickFace(page, score);
  await rowSays(page, 'saved');
}

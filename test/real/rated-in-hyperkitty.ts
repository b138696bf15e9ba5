// What must hold in a real HyperKitty, whose pages hold names and no address: An is asked once in a thread which team answered, then rates.
import { deepStrictEqual, match, strictEqual } from 'node:assert';
import type { Page } from 'playwright-core';
import { openPopup } from '../e2e/toolbar.ts';
import { personAt, TEAM } from '../stack/acme.ts';
import { considered, driveBrowser, rowSays, rowsOf, signIn, theRow, until } from '../stack/harness.ts';
import type { Archive } from './hyperkitty.ts';
import { addsOne } from './kept.ts';
import { hashOf, LIST, LIST_ANSWER, THREAD } from './list-mails.ts';
import { rateUntilSaved } from './rate-until-saved.ts';
import { type Checked, rowUnder } from './rated-in-tickets.ts';

export async function rateInHyperkitty({ url }: Archive, { stack, check }: Checked): Promise<void> {
  const driven = await driveBrowser();
  const open = async (thread: string): Promise<Page> => {
    const page = await driven.context.newPage();
    await page.goto(`${url}/hyperkitty/list/${LIST.address}/thread/${hashOf(thread)}/`);
    return page;
  };
  const isUnder = async (page: Page, words: string) => {
    strictEqual(await page.locator('hearback-rating').count(), 1);
    strictEqual(await rowUnder(page, '.email-body', words).count(), 1);
  };
  const rate = (page: Page, score: 2 | 5) =>
    addsOne(stack, { team: TEAM.it, customer: TEAM.sales, score }, async () => {
      await rateUntilSaved(page, score);
    });
  const sayWhoBichIs = async (page: Page, answer: string) => {
    await page.getByText(answer).waitFor();
    await rowSays(page, 'ask');
    await isUnder(page, answer);
    deepStrictEqual(await rowsOf(page), []);
    const popup = await openPopup(driven, page);
    const team = popup.getByRole('combobox', { name: 'Which team is Trần Thị Bích of?' });
    await team.fill('IT');
    await team.press('Enter');
    await popup.getByRole('radiogroup', { name: /\bIT\b/ }).waitFor();
    await popup.close();
    match((await theRow(page)).name, /\bIT\b/);
    await until('the question to go', async () => (await page.locator('[data-state="ask"]').count()) === 0);
    await isUnder(page, answer);
  };

  try {
    await signIn(driven, personAt('an@acme.test').subject);

    await check('HyperKitty: An is asked which team Bích is of, and rates it after saying so', async () => {
      const page = await open(THREAD.wifi);
      await sayWhoBichIs(page, LIST_ANSWER.wifi);
      await rate(page, 5);
      await page.close();
    });

    await check('HyperKitty: An is asked again in another thread, where anybody may call themselves Bích', async () => {
      const page = await open(THREAD.printer);
      await sayWhoBichIs(page, LIST_ANSWER.printer);
      await rate(page, 2);
      await page.close();
    });

    await check('HyperKitty: An is not asked twice in one thread', async () => {
      const page = await open(THREAD.printer);
      match((await theRow(page)).name, /\bIT\b/);
      await isUnder(page, LIST_ANSWER.printer);
      await page.close();
    });

    await check('HyperKitty: what An wrote gets neither a row nor a question', async () => {
      const page = await open(THREAD.alone);
      await considered(driven, page, hashOf(THREAD.alone));
      strictEqual(await page.locator('hearback-rating').count(), 0);
      await page.close();
    });
  } finally {
    await driven.close();
  }
}

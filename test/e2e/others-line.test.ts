// What the popup says before the first ratings: with how many others each is shown.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { stage } from './stage.ts';
import { openPopup, showAddress, spotless } from './toolbar.ts';

const play = stage();
const LINE = 'Anonymous: only shown with four others.';
const MARK = 'https://tickets.acme.test/anonymous';

it('the line about the others goes after three ratings that were given beside it: a changed mind is none', async () => {
  const fresh = await play.browserOf('lead.sales@acme.test');
  const page = await fresh.context.newPage();
  const faces = (popup: Page) => popup.getByRole('radiogroup', { name: 'How was Legal’s answer?' });
  for (let rated = 0; rated < 3; rated++) {
    await showAddress(fresh, `${MARK}/${rated}`);
    const popup = await openPopup(fresh, page);
    await popup.getByText(LINE).waitFor();
    await spotless(popup);
    if (rated === 0) {
      await popup.getByRole('combobox').fill('leg');
      await popup.getByRole('option', { name: 'Legal' }).click();
    }
    for (const score of ['Poor', 'Good', 'OK']) {
      await faces(popup).getByRole('radio', { name: score, exact: true }).click();
      await popup
        .getByRole('button', { name: `Legal: ${score}. Change` })
        .first()
        .waitFor();
    }
    await popup.close();
  }
  await showAddress(fresh, `${MARK}/3`);
  const popup = await openPopup(fresh, page);
  await popup.getByText('as last time').waitFor();
  expect(await popup.getByText(LINE).count()).toBe(0);
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.getByRole('heading', { name: 'Sign in once to rate' }).waitFor();
  await fresh.close();
});

// Of which of a tab's frames the popup shows a picture: the one that shows the conversation.
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { type Driven, theRow } from '../stack/harness.ts';
import { pageText } from './reader.ts';
import { stage } from './stage.ts';
import { openPopup } from './toolbar.ts';

const play = stage();
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

const THREAD = pageText('gmail.html');
const SMALL = '<!doctype html><body><b class="button small"></b></body>';
/** So that a frame beside it answers sooner. */
const HEAVY = '<div class="padding"><i></i></div>'.repeat(20_000);

/** Opens Gmail with a frame of the same host in it. */
async function open(top: string, frame: string): Promise<Page> {
  const page = await an.context.newPage();
  await page.route('https://mail.google.com/**', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: route.request().url().includes('/frame')
            ? frame
            : top.replace(
                '</body>',
                '<iframe src="https://mail.google.com/frame" width="900" height="900"></iframe></body>',
              ),
        })
      : route.fulfill({ status: 404 }),
  );
  await page.goto('https://mail.google.com/mail/u/0/#inbox/FMfcgzQabd');
  return page;
}

async function pictureOf(page: Page): Promise<string> {
  const popup = await openPopup(an, page);
  await popup.getByText('Something is not recognised here?').click();
  await popup.getByRole('button', { name: 'Show the picture' }).click();
  const picture = await popup.getByRole('textbox', { name: 'Something is not recognised here?' }).inputValue();
  await popup.close();
  return picture;
}

it('it is not a small one beside the conversation, which would answer first', async () => {
  const page = await open(THREAD.replace('</body>', `${HEAVY}</body>`), SMALL);
  await theRow(page, 'IT');
  for (let time = 0; time < 3; time++) {
    const picture = await pictureOf(page);
    expect(picture).toContain('data-legacy-message-id');
    expect(picture).not.toContain('<b class="button small">');
  }
  await page.close();
});

it('it is the one inside where the conversation stands there', async () => {
  const page = await open('<!doctype html><body><b class="button small"></b></body>', THREAD);
  await page.frameLocator('iframe').locator('hearback-rating').first().waitFor();
  const picture = await pictureOf(page);
  expect(picture).toContain('data-legacy-message-id');
  expect(picture).not.toContain('<b class="button small">');
  await page.close();
});

it('it is the outermost where no conversation was seen', async () => {
  const page = await open(`<!doctype html><body><b class="button large"></b>${HEAVY}</body>`, SMALL);
  await page.frameLocator('iframe').locator('b').waitFor({ state: 'attached' });
  const picture = await pictureOf(page);
  expect(picture).toContain('<b class="button large">');
  await page.close();
});

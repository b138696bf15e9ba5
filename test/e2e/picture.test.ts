// Of which of a tab's frames the popup shows a picture: the one that shows the conversation.
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { type Driven, theRow } from '../stack/harness.ts';
import { pageText } from './reader.ts';
import { stage } from './stage.ts';
import { openPopup } from './toolbar.ts';

/** Looked at in each of its frames. */
const HOST = 'https://acme.service-now.com';
const play = stage({ sites: [{ origin: HOST, site: 'servicenow' }] });
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

const RECORD = '/incident.do?sys_id=9c573169c611228700193229fff72400';
const ELSEWHERE = '/nav_to.do';
const TICKET = pageText('servicenow.html');
const SMALL = '<!doctype html><body><b class="button small"></b></body>';
/** So that a frame beside it answers sooner. */
const HEAVY = '<div class="padding"><i></i></div>'.repeat(20_000);

/** Opens a page with a frame of the same host in it; each stands at its path. */
async function open([path, top]: [string, string], [inner, frame]: [string, string]): Promise<Page> {
  const page = await an.context.newPage();
  await page.route(`${HOST}/**`, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: route.request().url().endsWith(inner)
            ? frame
            : top.replace('</body>', `<iframe src="${inner}" width="900" height="900"></iframe></body>`),
        })
      : route.fulfill({ status: 404 }),
  );
  await page.goto(`${HOST}${path}`);
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
  const page = await open([RECORD, TICKET.replace('</body>', `${HEAVY}</body>`)], [ELSEWHERE, SMALL]);
  await theRow(page, 'IT');
  for (let time = 0; time < 3; time++) {
    const picture = await pictureOf(page);
    expect(picture).toContain('user-avatar-id');
    expect(picture).not.toContain('<b class="button small">');
  }
  await page.close();
});

it('it is the one inside where the conversation stands there', async () => {
  const page = await open([ELSEWHERE, '<!doctype html><body><b class="button small"></b></body>'], [RECORD, TICKET]);
  await page.frameLocator('iframe').locator('hearback-rating').first().waitFor();
  const picture = await pictureOf(page);
  expect(picture).toContain('user-avatar-id');
  expect(picture).not.toContain('<b class="button small">');
  await page.close();
});

it('it is the outermost where no conversation was seen', async () => {
  const page = await open(
    [ELSEWHERE, `<!doctype html><body><b class="button large"></b>${HEAVY}</body>`],
    ['/small.do', SMALL],
  );
  await page.frameLocator('iframe').locator('b').waitFor({ state: 'attached' });
  const picture = await pictureOf(page);
  expect(picture).toContain('<b class="button large">');
  await page.close();
});

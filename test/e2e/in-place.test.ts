// Webmails that draw one mail after the other into the same page: each mail has its own row, or none, and nothing else changes.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../stack/harness.ts';
import { bundle, pagesInChromium, pageText } from './reader.ts';

const pages = pagesInChromium();
const css = readFileSync(new URL('../../extension/entrypoints/page.content/finder.css', import.meta.url), 'utf8');
let parts = '';
beforeAll(async () => {
  parts = await bundle('./visit.parts.ts');
});
afterEach(() => pages.closeAll());

const asContentScript = (set: string | null) => `${parts}
  for (const [id, team] of [['it-help', 3], ['bich', 3], ['hr', 4], ['finance', 5], ['an', 8]])
    parts.teams.set('mail:' + id + '@acme.test', team);
  parts.company.set = ${JSON.stringify(set)};
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(css)});
  document.adoptedStyleSheets = [sheet];
  parts.start();`;

/** Each row: what it stands after, and the team it asks about. */
const rows = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('hearback-rating')].map((host) => {
      const team = host.shadowRoot?.querySelector<HTMLElement>('.q .long')?.dataset.t?.replace(/\D/g, '') || 'none';
      const before = host.previousElementSibling;
      return `${before?.id || before?.className} ${team}`;
    }),
  );
const rowsAre = (page: Page, expected: string[]) =>
  until(`rows ${expected.join(', ')}`, async () => (await rows(page)).join() === expected.join());
/** The page has been asked about so often: a row that will not come cannot be waited for. */
const askedTimes = (page: Page, times: number) =>
  until(`${times} questions`, async () => ((await page.evaluate('parts.asked.length')) as unknown) === times);

describe('SOGo', () => {
  const view = 'https://mail.acme.test/SOGo/so/an/Mail/view#!/Mail/0/INBOX/';
  const source = (id: number) => ({
    body: `To: an@acme.test\r\nMessage-ID: <${id}@acme.test>\r\n\r\nx`,
    type: 'text/plain',
  });
  const answers = Object.fromEntries(
    [3, 4, 5].map((id) => [`/SOGo/so/an/Mail/0/folderINBOX/${id}/viewsource`, source(id)]),
  );
  const choose = (page: Page, id: number, sender: string) =>
    page.evaluate(
      ([number, address]) => {
        location.hash = `#!/Mail/0/INBOX/${number}`;
        const card = document.querySelector('#detailView md-card');
        const copy = card?.cloneNode(true);
        if (!(copy instanceof Element)) return;
        for (const row of copy.querySelectorAll('hearback-rating')) row.remove();
        const from = copy.querySelector('a.md-caption');
        if (from) from.textContent = address;
        card?.replaceWith(copy);
      },
      [String(id), sender] as const,
    );

  it('has the row of each mail that is chosen, and none under an outsider’s', async () => {
    const page = await pages.open(`${view}3`, pageText('sogo.html'), { before: asContentScript('sogo'), answers });
    await rowsAre(page, ['msg-body 3']);
    await choose(page, 4, 'hr@acme.test');
    await rowsAre(page, ['msg-body 4']);
    await choose(page, 5, 'support@evil.example');
    await rowsAre(page, []);
    await askedTimes(page, 3);
    expect(await rows(page)).toEqual([]);
    expect(await page.evaluate('parts.asked')).toEqual(['3@acme.test', '4@acme.test', '5@acme.test']);
  });
});

describe('Outlook', () => {
  it('has rows in the reading pane only, and those of the conversation that is chosen', async () => {
    const page = await pages.open('https://outlook.cloud.microsoft/mail/', pageText('outlook.html'), {
      before: asContentScript(null),
    });
    await until('two rows', async () => (await rows(page)).length === 2);
    const list = () => page.evaluate(() => document.querySelector('#MailList')?.outerHTML);
    const before = await list();
    expect(before).not.toContain('hearback');
    await page.evaluate(() => {
      const [other, chosen] = document.querySelectorAll('[data-convid]');
      chosen?.setAttribute('aria-selected', 'false');
      other?.setAttribute('aria-selected', 'true');
      const messages = document.querySelectorAll('[data-app-section] > div:has(.wide-content-host)');
      for (const message of [...messages].slice(2)) message.remove();
    });
    await until('one row', async () => (await rows(page)).length === 1);
    expect(await rows(page)).toEqual([expect.stringMatching(/^UniqueMessageBody_\d+ 3$/)]);
    expect(await list()).not.toContain('hearback');
  });
});

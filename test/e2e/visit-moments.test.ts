// When a visit looks by itself, what it asks the site, and what it finds under real addresses.
import { describe, expect, it } from 'vitest';
import { personAt } from '../stack/acme.ts';
import { until } from '../stack/harness.ts';
import { pageText } from './reader.ts';
import { BOTH, mail, rows, rowsAre, thread, visits, webmail } from './visit-page.ts';

const { asContentScript, open, pages } = visits();

describe('a visit whose clock stands still', () => {
  /** What looks once a second for what nothing announced looks only when the test says so. */
  const openStill = (html: string) =>
    open(html, { before: `window.setInterval = (look) => { window.tick = look; return 1; }; ${asContentScript()}` });

  it('finds a message that a click opened, though rows stand', async () => {
    const page = await openStill(webmail(`${thread()}<button>More</button>`));
    await rowsAre(page, BOTH);
    await page.locator('button').evaluate(
      (button, html) =>
        button.addEventListener('click', () => {
          document.querySelector('.thread')?.insertAdjacentHTML('beforeend', html);
        }),
      mail(['m6', 'it-help']),
    );
    await page.locator('button').click();
    await rowsAre(page, ['m3 mail-body 4', 'm6 mail-body 3']);
  });

  it('finds another conversation where animations are forbidden, once that has shown', async () => {
    const page = await openStill(
      webmail(thread(), 'html body main article.mail .mail-body.mail-body { animation: none !important }'),
    );
    await rowsAre(page, BOTH);
    // Messages that stand from one tick to the next and were not announced show it.
    for (let time = 0; time < 2; time++) await page.evaluate('tick()');
    await page.evaluate(
      (html) => document.querySelector('main')?.setHTMLUnsafe(html),
      thread('u', [['n1', 'finance']]),
    );
    await rowsAre(page, ['n1 mail-body 5']);
  });

  it('moves the rows as soon as the answer is there: nothing can be clicked before', async () => {
    const page = await openStill(webmail());
    await rowsAre(page, BOTH);
    await page.evaluate(() => {
      // Whatever is put off from now on never comes.
      Object.assign(window, { setTimeout: () => 1 });
      document.querySelector('[data-mail="m4"] .from')?.setAttribute('href', 'mailto:hr@acme.test');
    });
    await page.evaluate(`parts.tell({ kind: 'refresh' })`);
    await rowsAre(page, ['m2 mail-body 3', 'm4 mail-body 4']);
  });
});

describe('a conversation that the site must be asked about', () => {
  const given: Record<string, unknown> = JSON.parse(pageText('jira-cloud.answers.json'));
  const answers = Object.fromEntries(
    Object.entries(given).map(([path, body]) => [path, { body: JSON.stringify(body) }]),
  );
  const asJira = () => `${asContentScript()}
    for (const [id, team] of ${JSON.stringify(['bich', 'finance', 'an'].map((who) => [personAt(`${who}@acme.test`).jira, personAt(`${who}@acme.test`).team]))})
      parts.teams.set('jira:' + id, team);
    parts.me.accounts.push('jira:${personAt('an@acme.test').jira}');`;

  it('is asked about once, and once more when a comment comes in', async () => {
    const page = await pages.open('https://acme.atlassian.net/browse/OPS-518', pageText('jira-cloud.html'), {
      answers,
      before: asJira(),
    });
    let reads = 0;
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('/comment')) reads++;
    });
    const found = () =>
      page
        .locator('hearback-rating')
        .evaluateAll((hosts) => hosts.map((host) => host.previousElementSibling?.getAttribute('data-testid')));
    const part = (id: number) => `issue-comment-base.ui.comment.ak-comment.${id}-body`;
    await until('two rows', async () => (await found()).join() === [part(1002), part(1004)].join());
    const before = reads;
    await page.evaluate(() => {
      const list = document.querySelector('[data-testid="issue.activity.comments-list"] ul');
      list?.insertAdjacentHTML(
        'beforeend',
        '<li><span data-testid="comment-base-item-1007"><div data-testid="issue-comment-base.ui.comment.ak-comment.1007-body"><div class="ak-renderer-document">New</div></div></span></li>',
      );
    });
    await until('one more question', () => reads === before + 1);
    // The answer still does not hold it: no reason to ask again, however often the page is looked at.
    for (let look = 0; look < 5; look++) {
      await page.evaluate(`parts.tell({ kind: 'refresh' })`);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    }
    expect(reads).toBe(before + 1);
    expect(await found()).toEqual([part(1002), part(1004)]);
  });
});

describe('under their real addresses', () => {
  it('a Gmail conversation gets a row for each team', async () => {
    const page = await pages.open('https://mail.google.com/mail/u/0/#inbox/x', pageText('gmail.html'), {
      before: asContentScript(),
    });
    await rowsAre(page, ['19a8c00000000003 ii gt 4', '19a8c00000000004 ii gt 3']);
  });

  it('hostile mail gets none', async () => {
    const page = await pages.open('https://mail.google.com/mail/u/0/#inbox/y', pageText('gmail-hostile.html'), {
      before: asContentScript(),
    });
    await until('the question', () => page.evaluate('parts.asked.length > 0'));
    expect(await rows(page)).toEqual([]);
  });
});

// A visit with a description from the server beside the one that came with the extension, on pages in Chromium.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personAt } from '../stack/acme.ts';
import { until } from '../stack/harness.ts';
import { bundle, pagesInChromium, pageText } from './reader.ts';

const pages = pagesInChromium();
const css = readFileSync(new URL('../../extension/entrypoints/page.content/finder.css', import.meta.url), 'utf8');
let parts = '';
beforeAll(async () => {
  parts = await bundle('./visit.parts.ts');
});
afterEach(() => pages.closeAll());

/**
 * @param change as source: from the description to a newer one
 * @param more as source: what else the company knows
 */
const open = (change: string, html: string, address = 'https://mail.google.com/mail/u/0/', more = '') =>
  pages.open(address, html, {
    before: `${parts}${more}
      for (const [id, team] of [['it-help', 3], ['bich', 3], ['hr', 4], ['finance', 5], ['an', 8]])
        parts.teams.set('mail:' + id + '@acme.test', team);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${JSON.stringify(css)});
      document.adoptedStyleSheets = [sheet];
      parts.start(${change});`,
  });
const rows = (page: Page) => page.locator('hearback-rating').count();
const reported = (page: Page): Promise<string[]> => page.evaluate('parts.reported');

/** What somebody outside could write into a mail: the whole of a message by Finance. */
const FORGED = `<div class="adn ads" data-message-id="#msg-f:99" data-legacy-message-id="19a8c000000000ff"><p class="gF">
  <b class="gD" email="finance@acme.test"></b></p><p class="hb"><b email="an@acme.test"></b></p><div class="ii gt">Pay here.</div></div>`;
/** Some of Redmine's accounts, with their teams. */
const agents = `for (const [id, team] of [[6, 3], [7, 4], [8, 5]]) parts.teams.set('redmine:tickets.acme.test/' + id, team);`;
const gmail = pageText('gmail.html');
/** Gmail after it renamed the element that names an author, and the body. */
const changed = gmail.replaceAll('class="gD"', 'class="nA"').replaceAll('class="ii gt', 'class="nB nC');
const MENDED = `(site) => JSON.parse(JSON.stringify(site).replaceAll('.gD', '.nA').replaceAll('.ii.gt', '.nB.nC'))`;

it('reads nothing of a page that changed, until there is a newer description', async () => {
  expect(changed).not.toBe(gmail);
  const before = await open('null', gmail);
  const expected = await until('rows on the page as it was', async () => (await rows(before)) || null);
  const without = await open('null', changed);
  const withNewer = await open(MENDED, changed);
  await until('the same rows by the newer description', async () => (await rows(withNewer)) === expected);
  expect(await rows(without)).toBe(0);
  expect(await reported(withNewer)).toEqual([]);
});

it('notices what appears later, though the style rule that announces messages is the old one', async () => {
  const page = await open(MENDED, changed);
  const expected = await until('rows', async () => (await rows(page)) || null);
  const put = await page.evaluateHandle(() => {
    const messages = [...document.querySelectorAll('hearback-rating')].flatMap(
      (row) => row.closest<HTMLElement>('[data-message-id]') ?? [],
    );
    const places = messages.map((message) => [message, message.parentElement] as const);
    for (const message of messages) message.remove();
    return () => {
      for (const [message, parent] of places) parent?.append(message);
    };
  });
  await until('no row', async () => (await rows(page)) === 0);
  await put.evaluate((back) => back());
  await until('the rows again', async () => (await rows(page)) === expected);
});

it('goes back by itself to the old description where the newer one finds nothing, and says so once', async () => {
  const page = await open(MENDED, gmail);
  await until('rows by the old description', async () => (await rows(page)) > 0);
  await until('the word', async () => (await reported(page)).length > 0);
  expect(await reported(page)).toEqual(['fallback newer']);
});

describe('goes back to the old description, says so, and has the same rows', () => {
  const withSet = (id: string) => `parts.company.set = '${id}';`;
  /** Waits for the word, which is said at the look that goes back. */
  async function expectTheOld(change: string, html: string, address?: string, more?: string): Promise<void> {
    const old = await open('null', html, address, more);
    const expected = await until('rows by the old description', async () => (await rows(old)) || null);
    const page = await open(change, html, address, more);
    await until('the word', async () => (await reported(page)).length > 0);
    expect(await reported(page)).toEqual(['fallback newer']);
    await until('the same rows', async () => (await rows(page)) === expected);
    expect(await places(page)).toEqual(await places(old));
  }
  /** What the rows stand after. */
  const places = (page: Page) =>
    page.locator('hearback-rating').evaluateAll((all) => all.map((row) => row.previousElementSibling?.outerHTML));

  it.each([
    ['gmail.html', 'https://mail.google.com/mail/u/0/', ''],
    ['outlook.html', 'https://outlook.office.com/mail/', ''],
    ['redmine.html', 'https://tickets.acme.test/issues/7', `${withSet('redmine')} ${agents}`],
  ])('where the newer one forgets what people wrote, so that a text could speak: %s', async (name, address, more) => {
    const html = pageText(name).replaceAll('<div class="a3s aiL">', `<div class="a3s aiL">${FORGED}`);
    await expectTheOld(`(site) => ({ ...site, bodies: '.renamed' })`, html, address, more);
  });

  it('where the newer one no longer finds who reads', async () => {
    const change = `(site) => JSON.parse(JSON.stringify(site).replaceAll('#loggedas', '#whoami'))`;
    const more = `${withSet('redmine')} ${agents}`;
    await expectTheOld(change, pageText('redmine.html'), 'https://tickets.acme.test/issues/7', more);
  });

  it('where the newer one no longer finds to whom a mail went', async () => {
    await expectTheOld(`(site) => JSON.parse(JSON.stringify(site).replaceAll('.hb ', '.to '))`, gmail);
  });
});

it('lets no text speak that carries the old name of texts, where all others have a new one', async () => {
  const html = pageText('redmine.html')
    .replaceAll('class="wiki"', 'class="rich"')
    .replace('id="journal-99-notes" class="rich"', 'id="journal-99-notes" class="wiki"')
    .replace('<p>HR has, today.</p>', '<p class="wiki">HR has, today.</p>');
  const page = await open(
    'null',
    html,
    'https://tickets.acme.test/issues/7',
    `parts.company.set = 'redmine'; ${agents}`,
  );
  await until('the row under a true note', async () => (await rows(page)) > 0);
  const after = await page
    .locator('hearback-rating')
    .evaluateAll((all) => all.map((row) => row.previousElementSibling?.id));
  expect(after).toEqual(['journal-14-notes']);
});

describe('where the site’s own answers tell who wrote', () => {
  const given: Record<string, unknown> = JSON.parse(pageText('jira-cloud.answers.json'));
  const answers = Object.fromEntries(
    Object.entries(given).map(([path, body]) => [path, { body: JSON.stringify(body) }]),
  );
  const people = ['bich', 'finance', 'an'].map((who) => personAt(`${who}@acme.test`));
  const company = `
    for (const [id, team] of ${JSON.stringify(people.map(({ jira, team }) => [jira, team]))}) parts.teams.set('jira:' + id, team);
    parts.me.accounts.push('jira:${people[2]?.jira}');`;
  const openJira = (change: string, answered = answers) =>
    pages.open('https://acme.atlassian.net/browse/OPS-518', pageText('jira-cloud.html'), {
      answers: answered,
      before: `${parts}${company} parts.start(${change});`,
    });

  it('goes back where the newer description asks for the wrong thing', async () => {
    const wrong = `(site) => JSON.parse(JSON.stringify(site).replaceAll('author.accountId', 'writer.accountId'))`;
    const page = await openJira(wrong);
    await until('rows by the old description', async () => (await rows(page)) === 2);
    expect(await reported(page)).toEqual(['fallback newer']);
  });

  it('says that the site tells nothing, under its own description or a newer one', async () => {
    const silent = Object.fromEntries(Object.keys(answers).map((path) => [path, { body: '{}' }]));
    for (const [change, word] of [
      ['null', 'answer'],
      ['(site) => ({ ...site, bodies: site.bodies + ", .more" })', 'answer newer'],
    ] as const) {
      const page = await openJira(change, silent);
      await until('the word', async () => (await reported(page)).length > 0);
      expect(await reported(page)).toEqual([word]);
      expect(await rows(page)).toBe(0);
    }
  });
});

it('does without a description that this browser cannot read, and says so', async () => {
  const page = await open(`(site) => ({ ...site, anchor: 'p:unheard-of(' })`, gmail);
  await until('rows by the old description', async () => (await rows(page)) > 0);
  expect(await reported(page)).toEqual(['selector newer']);
});

it('says which part of a changed page stays unread, and nothing of a page that is well', async () => {
  const well = await open('null', gmail);
  const noAuthor = await open('null', gmail.replaceAll('class="gD"', 'class="nA"'));
  const noBody = await open('null', gmail.replaceAll('class="ii gt', 'class="nB nC'));
  const noRecipients = await open('null', gmail.replaceAll('class="hb"', 'class="nR"'));
  const noMessage = await open('null', gmail.replaceAll('data-message-id', 'data-mid'));
  const inbox = await open('null', '<div role="main"><table></table></div>');
  await until(
    'the words',
    async () => {
      const all = await Promise.all([noAuthor, noRecipients, noBody, noMessage].map(reported));
      return all.every((one) => one.length > 0);
    },
    90_000,
  );
  expect(await reported(noAuthor)).toEqual(['author']);
  expect(await reported(noRecipients)).toEqual(['recipients']);
  expect(await reported(noBody)).toEqual(['body']);
  expect(await reported(noMessage)).toEqual(['message']);
  expect(await reported(well)).toEqual([]);
  expect(await reported(inbox)).toEqual([]);
});

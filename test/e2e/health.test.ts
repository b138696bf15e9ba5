// What an administrator hears of pages: nothing of a ticket that nobody has answered yet or whose site names nobody by design,
// and something where the page shows what its description does not find.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HealthField } from '../../shared/sites/health.ts';
import type { Expected } from '../pages/expected/expected.ts';
import { bundle, type Opened, pagesInChromium, pageText } from './reader.ts';

const FILES = import.meta.glob<{ expected?: Expected[] }>('../pages/expected/*.ts', { eager: true });
/** Of each ticket site its own pages, each once. */
const PAGES = new Map(
  Object.values(FILES)
    .flatMap(({ expected = [] }) => expected)
    .filter(({ beside, swap, messages }) => !beside && !swap && messages.length > 1)
    .toReversed()
    .map((one) => [one.page, one]),
);

const pages = pagesInChromium();
let parts = '';
beforeAll(async () => {
  parts = await bundle('./reader.parts.ts');
});
afterEach(() => pages.closeAll());

interface Read {
  page: { conversation: { messages: { id: string }[] } } | null;
  faults?: HealthField[];
}

async function open(
  page: string,
  { address, answers = {} }: { address: string; answers?: Opened['answers'] },
  html = '',
) {
  return pages.open(address, html || pageText(page), { before: parts, answers });
}
const read = (tab: { evaluate(text: string): Promise<unknown> }, set?: string) =>
  tab.evaluate(`parts.read(${JSON.stringify(set ?? null)})`) as Promise<Read>;

describe('a ticket that nobody has answered yet', () => {
  // Mail is addressed to its reader from the start, and of a page with one article of many the first is not there.
  const fresh = [...PAGES.values()].filter(({ page }) => !/^(?:outlook|zimbra)|znuny-one/.test(page));
  it.each(fresh.map((one) => [one.page, one] as const))('as in %s is no fault', async (_name, one) => {
    const html = pageText(one.page).replaceAll(' style="display:none"', '');
    const tab = await open(one.page, one, html);
    const first = (await read(tab, one.set)).page?.conversation.messages[0]?.id ?? '';
    await tab.evaluate(`parts.keepOnly(${JSON.stringify(first)}, ${JSON.stringify(one.set ?? null)})`);
    const { page, faults } = await read(tab, one.set);
    expect(page?.conversation.messages.map(({ id }) => id)).toEqual([first]);
    expect(faults).toEqual([]);
  });
});

describe('what is no fault either', () => {
  const of = (page: string) => {
    const one = PAGES.get(page);
    if (!one) throw new Error(`nothing is expected of ${page}`);
    return one;
  };
  /** The faults of a page of which something was taken away. */
  async function without(page: string, selector: string, change = (html: string) => html) {
    const one = of(page);
    const tab = await open(page, one, change(pageText(page)));
    await tab.evaluate((gone) => {
      for (const element of document.querySelectorAll(gone)) element.remove();
    }, selector);
    return (await read(tab, one.set)).faults;
  }

  it('is a merge request without a note, but an issue without anything is', async () => {
    const all = '[data-testid="work-item-created"], [data-testid="noteable-note-container"]';
    const merge = (html: string) =>
      html.replace('data-page="projects:issues:show"', 'data-page="projects:merge_requests:show"');
    expect(await without('gitlab.html', all, merge)).toEqual([]);
    expect(await without('gitlab.html', all)).toEqual(['message']);
  });

  it('is a portal that shows what was asked elsewhere', async () => {
    expect(await without('jsm-portal.html', '.activity-item')).toEqual([]);
  });

  it('is a record that is no ticket, but a stream whose cards are not found is', async () => {
    expect(await without('servicenow-journal.html', '.h-card')).toEqual([]);
    const renamed = (html: string) => html.replaceAll('h-card_comments', 'h-card_other');
    expect(await without('servicenow-journal.html', 'nothing', renamed)).toEqual(['message']);
  });

  it('is a pull request by a robot that nobody has answered', async () => {
    const html = pageText('github-pull.html');
    const tab = await open('github-pull.html', of('github-pull.html'), html);
    await tab.evaluate(`parts.keepOnly('issuecomment-5001')`);
    const { page, faults } = await read(tab);
    expect(page?.conversation.messages).toMatchObject([{ id: 'issuecomment-5001', automatic: true }]);
    expect(faults).toEqual([]);
  });

  it('are customers without a name, but agents without one are', async () => {
    const nobody = (html: string) => html.replaceAll('/users/profile/', '/people/');
    expect(await without('freescout.html', '.thread:not(.thread-type-customer)', nobody)).toEqual([]);
    expect(await without('freescout.html', '.thread-type-note', nobody)).toEqual(['author']);
  });
});

describe('a Jira Cloud issue', () => {
  const given: Record<string, object> = JSON.parse(pageText('jira-cloud.answers.json'));
  const comments = '/rest/api/3/issue/OPS-518/comment';
  const address = 'https://acme.atlassian.net/browse/OPS-518';
  const faults = async (gone: string, more: Record<string, object> = {}, change = (html: string) => html) => {
    const answers = Object.fromEntries(
      Object.entries({ ...given, ...more }).map(([path, body]) => [path, { body: JSON.stringify(body) }]),
    );
    const tab = await open('jira-cloud.html', { address, answers }, change(pageText('jira-cloud.html')));
    await tab.evaluate((selector) => {
      for (const element of document.querySelectorAll(selector)) element.remove();
    }, gone);
    return (await read(tab)).faults;
  };

  it('is well where nobody has answered, and where its history is shown in place of its comments', async () => {
    expect(await faults('[data-testid^="comment-base-item-"]', { [comments]: { comments: [] } })).toEqual([]);
    expect(await faults('[data-testid="issue.activity.comments-list"]')).toEqual([]);
  });

  it('is not where there are comments that are not found', async () => {
    expect(await faults('nothing', {}, (html) => html.replaceAll('comment-base-item-', 'comment-'))).toEqual([
      'message',
    ]);
    expect(await faults('nothing', {}, (html) => html.replaceAll('-body"', '-text"'))).toEqual(['body']);
  });
});

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
  // Mail is addressed to its reader from the start, Jira Cloud tells of comments beside the page (below), and of a page with one
  // article of many the first is not there.
  const fresh = [...PAGES.values()].filter(({ page }) => !/^(?:gmail|outlook|zimbra|jira-cloud)|znuny-one/.test(page));
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

describe('at the address of a conversation', () => {
  /** Address, the description that the company set, and the page: what the site says there, and its own frame without a word. */
  const at = {
    issue: ['https://tickets.acme.test/issues/999', 'redmine'],
    mail: ['https://mail.acme.test/?_task=mail&_mbox=INBOX&_uid=1&_action=show', null],
    thread: ['https://lists.acme.test/hyperkitty/list/it@lists.acme.test/thread/AAAA2W/', 'hyperkitty'],
    agent: ['https://desk.acme.test/otrs/index.pl?Action=AgentTicketZoom;TicketID=2', 'znuny'],
    customer: ['https://desk.acme.test/otrs/customer.pl?Action=CustomerTicketZoom;TicketID=2', 'znuny'],
    github: ['https://github.com/acme/secret/issues/7', null],
    gitlab: ['https://gitlab.com/acme/secret/-/issues/7', null],
    cloud: ['https://acme.atlassian.net/browse/OPS-999', null],
    portal: ['https://jira.acme.test/servicedesk/customer/portal/3/OPS-999', 'jsm-portal'],
    sogo: ['https://mail.acme.test/SOGo/so/an/Mail/view#!/Mail/0/INBOX/3', 'sogo'],
    zendesk: ['https://acme.zendesk.com/agent/tickets/42', null],
    zammad: ['https://help.acme.test/desktop/tickets/7', 'zammad'],
  } as const;
  const redmine = (action: string, inside: string) =>
    `<body class="project-it controller-issues action-${action}"><div id="main"><div id="content">${inside}</div></div>`;
  const roundcube = (task: string, inside: string) => `<body class="${task}"><div id="layout">${inside}</div>`;
  const faultsAt = async ([address, set]: (typeof at)[keyof typeof at], html: string) => {
    const missing = { body: '{}', status: 404 };
    const answers = Object.fromEntries(
      [
        '?_task=mail&_action=viewsource&_uid=1&_mbox=INBOX',
        '/rest/api/3/issue/OPS-999/comment',
        '/rest/api/3/issue/OPS-999',
        '/rest/api/3/myself',
        '/SOGo/so/an/Mail/0/folderINBOX/3/viewsource',
        '/api/v2/users/me.json',
      ].map((path) => [path, missing]),
    );
    const tab = await open('', { address, answers }, `<!doctype html><html>${html}</body></html>`);
    return (await read(tab, set ?? undefined)).faults;
  };

  it.each<[string, keyof typeof at, string]>([
    ['an issue that is not there', 'issue', redmine('show', '<h2>404</h2><p id="errorExplanation">Not there.</p>')],
    [
      'an issue that was changed wrongly',
      'issue',
      redmine('update', '<div id="errorExplanation"></div><form id="issue-form"></form>'),
    ],
    ['an issue that two people changed', 'issue', redmine('update', '<div class="conflict"></div>')],
    [
      'a webmail’s own login',
      'mail',
      roundcube(
        'task-login action-none',
        '<div id="layout-content" class="selected no-navbar" role="main"><form id="login-form"></form></div>',
      ),
    ],
    [
      'a mail that is gone',
      'mail',
      roundcube('task-mail action-show', '<div id="layout-content"><div class="watermark"></div></div>'),
    ],
    ['a list that is closed', 'thread', '<body><div class="container"><h1>Private list</h1></div>'],
    ['an agent’s login', 'agent', '<body class="LoginScreen"><div id="LoginBox" class="LoginBox"><form></form></div>'],
    ['a customer’s login', 'customer', '<body><div id="MainBox" class="Login ARIARoleMain"><form></form></div>'],
    ['a ticket that is refused', 'agent', '<body><div class="MainBox"><div class="WidgetSimple">No</div></div>'],
    ['a repository that is not there', 'github', '<body><img alt="404"><p>Not the page you are looking for.</p>'],
    ['a project that is not there', 'gitlab', '<body><div class="error-container"><h1>404</h1></div>'],
    ['a Jira issue that is not there', 'cloud', '<body><h1>We could not find that</h1>'],
    ['a request that is not there', 'portal', '<body><div id="content"><h1>Not found</h1></div>'],
  ])('%s is no fault', async (_what, where, html) => {
    expect(await faultsAt(at[where], html)).toEqual([]);
  });

  it.each<[keyof typeof at, string, HealthField]>([
    ['issue', redmine('show', ''), 'message'],
    ['issue', '<body><div id="content"></div>', 'root'],
    ['mail', roundcube('task-mail action-show', '<div id="layout-content"></div>'), 'message'],
    ['thread', '<body><div id="thread-content"></div>', 'message'],
    ['agent', '<body><div class="TicketZoom"></div>', 'message'],
    ['customer', '<body><div id="MainBox" class="TicketZoom"></div>', 'message'],
    ['github', '<body><div id="repository-container-header"></div>', 'message'],
    ['gitlab', '<body data-page="projects:issues:show">', 'message'],
    ['cloud', '<body><div data-testid="issue.activity.comments-list"></div>', 'message'],
    ['sogo', '<body>', 'root'],
    ['zendesk', '<body>', 'root'],
    ['zammad', '<body>', 'root'],
  ])('but the frame of a site in which nothing is found is one (%s)', async (where, html, field) => {
    expect(await faultsAt(at[where], html)).toEqual([field]);
  });

  it.each([
    ['Redmine: time that is logged', 'https://tickets.acme.test/issues/7/time_entries/new', 'redmine'],
    ['Redmine: a form to change or to copy', 'https://tickets.acme.test/issues/7/edit', 'redmine'],
    ['Redmine: its login', 'https://tickets.acme.test/login?back_url=%2Fissues%2F7', 'redmine'],
    [
      'HyperKitty: a new thread',
      'https://lists.acme.test/hyperkitty/list/it@lists.acme.test/message/new',
      'hyperkitty',
    ],
    ['Jira’s portal: its login', 'https://jira.acme.test/servicedesk/customer/user/login', 'jsm-portal'],
    ['Horde: its login', 'https://mail.acme.test/login.php?url=%2Fimp%2F', 'horde'],
    ['SOGo: its login', 'https://mail.acme.test/SOGo/', 'sogo'],
    ['Zammad: its login', 'https://help.acme.test/desktop/login?redirect=%2Ftickets%2F7', 'zammad'],
    ['GitLab: its login', 'https://gitlab.com/users/sign_in', null],
  ])('%s stands elsewhere', async (_what, address, set) => {
    const form =
      '<!doctype html><html><body class="controller-timelog"><main id="content"><form></form></main></body></html>';
    const tab = await open('', { address }, form);
    expect((await read(tab, set ?? undefined)).faults ?? []).toEqual([]);
  });
});

describe('what is said of a page that changed', () => {
  const changed = async (html: string) => {
    const tab = await open('', { address: 'https://mail.google.com/mail/u/0/' }, html);
    return (await read(tab)).faults;
  };
  const gmail = pageText('gmail.html');

  it('is nothing where all is well', async () => {
    expect(await changed(gmail)).toEqual([]);
  });

  it.each<[HealthField, string, string]>([
    ['conversation', 'data-legacy-thread-id', 'data-thread'],
    ['id', 'data-legacy-message-id', 'data-message'],
    ['message', 'data-message-id', 'data-mid'],
    ['author', 'class="gD"', 'class="nA"'],
    ['body', 'class="ii gt', 'class="nB nC'],
    ['anchor', 'class="adn', 'class="nD'],
  ])('is that its %s is not found', async (field, old, now) => {
    expect(gmail).toContain(old);
    expect(await changed(gmail.replaceAll(old, now))).toEqual([field]);
  });

  it('is nothing where everybody in Outlook is shown by name, but something where nobody is named', async () => {
    const outlook = pageText('outlook.html');
    const of = async (html: string) => {
      const tab = await open('', { address: 'https://outlook.cloud.microsoft/mail/inbox/id/AAQkAx' }, html);
      return (await read(tab)).faults;
    };
    const byName = outlook.replaceAll(/aria-label="From: ([^"&@]*)[^"]*"/g, 'aria-label="From: $1"');
    expect(byName).not.toMatch(/aria-label="From: [^"]*@/);
    expect(await of(byName)).toEqual([]);
    expect(await of(outlook.replaceAll(/aria-label="From: /g, 'data-label="From: '))).toEqual(['author']);
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

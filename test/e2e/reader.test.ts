import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SeenConversation } from '../../extension/protocol.ts';
import { chooseResponses } from '../../extension/sites/responses.ts';
import { accounts, personAt, TEAM } from '../stack/acme.ts';
import { bundle, hasBeside, type Opened, pagesInChromium, pageText } from './reader.ts';

const pages = pagesInChromium();
let parts = '';
beforeAll(async () => {
  parts = await bundle('./reader.parts.ts');
});
afterEach(() => pages.closeAll());

interface Read {
  site: string | null;
  page: { conversation: SeenConversation; bodies: [string, string][] } | null;
}

async function read(address: string, html: string, opened: Opened = {}): Promise<Read> {
  const page = await pages.open(address, html, { ...opened, before: parts });
  return page.evaluate('parts.read()');
}

const ACME = new Map(accounts.map(({ kind, id, team }) => [`${kind}:${id}`, team]));
const me = (email: string) => {
  const { team, jira } = personAt(email);
  return { team, accounts: [`mail:${email}`, `jira:${jira}`] };
};
/** The rows that somebody of Acme would get, as message and team. */
const rowsFor = ({ page }: Read, email = 'an@acme.test') =>
  page
    ? chooseResponses(page.conversation, { teams: ACME }, me(email)).map(({ message, team }) => [message, team])
    : null;
const authors = ({ page }: Read) => page?.conversation.messages.map(({ id, author }) => [id, author?.id ?? null]);

describe('a Gmail conversation', () => {
  const open = (name: string) => read('https://mail.google.com/mail/u/0/#inbox/FMfcgzQbgZX', pageText(name));

  it('is read from what Gmail itself says of each message', async () => {
    const gmail = await open('gmail.html');
    expect(gmail.page?.conversation).toMatchObject({
      site: 'gmail',
      id: '19a8c00000000001',
      self: { kind: 'mail', id: 'an@acme.test' },
    });
    // The reply that is still being sent has no id to rely on yet.
    expect(authors(gmail)).toEqual([
      ['19a8c00000000001', 'an@acme.test'],
      ['19a8c00000000002', 'it-help@acme.test'],
      ['19a8c00000000003', 'hr@acme.test'],
      ['19a8c00000000004', 'it-help@acme.test'],
    ]);
    expect(gmail.page?.conversation.messages.map(({ expanded }) => expanded)).toEqual([false, true, true, true]);
    expect(gmail.page?.conversation.messages[2]?.recipients.map(({ id }) => id)).toEqual([
      'an@acme.test',
      'it-help@acme.test',
    ]);
  });

  it("gets one row for each team, under that team's newest message", async () => {
    expect(rowsFor(await open('gmail.html'))).toEqual([
      ['19a8c00000000003', TEAM.hr],
      ['19a8c00000000004', TEAM.it],
    ]);
  });

  it('takes no author from a display name, a body or two names in one header', async () => {
    const gmail = await open('gmail-hostile.html');
    expect(gmail.page?.conversation).toMatchObject({ id: '19a8c00000000002', self: { id: 'an@acme.test' } });
    expect(authors(gmail)).toEqual([
      ['19a8c00000000001', 'support@evil.example'],
      ['19a8c00000000002', 'maria.lopez@vendor.example'],
      ['19a8c00000000003', 'bao@acme.test'],
      ['19a8c00000000004', 'noreply@acme.test'],
      ['19a8c00000000005', 'hr@acme.test'],
      ['19a8c00000000006', null],
    ]);
    expect(rowsFor(gmail)).toEqual([]);
  });
});

describe('a mail in Roundcube', () => {
  const source = (name: string, uid: number) => ({
    answers: {
      [`?_task=mail&_action=viewsource&_uid=${uid}&_mbox=INBOX`]: {
        body: pageText(name),
        type: 'text/plain; charset=UTF-8',
      },
    },
  });
  const full = (uid: number) => `https://mail.acme.test/?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show`;
  const preview = (uid: number) =>
    `https://mail.acme.test/?_task=mail&_uid=${uid}&_mbox=INBOX&_framed=1&_action=preview`;

  it('is read in the full view, with thread and time from its source', async () => {
    const mail = await read(full(1), pageText('roundcube-full.html'), source('roundcube-full.eml', 1));
    expect(mail.page?.conversation).toEqual({
      site: 'roundcube',
      id: 'vpn-1@acme.test',
      self: { kind: 'mail', id: 'an@acme.test' },
      selfName: null,
      kind: 'mail',
      queue: null,
      messages: [
        {
          id: '1',
          author: { kind: 'mail', id: 'it-help@acme.test' },
          name: null,
          staff: false,
          recipients: [{ kind: 'mail', id: 'an@acme.test' }],
          sentAt: Date.parse('2026-11-16T08:47:00+07:00'),
          automatic: false,
          expanded: true,
        },
      ],
    });
    expect(mail.page?.bodies).toEqual([['1', 'messagebody']]);
    expect(rowsFor(mail)).toEqual([['1', TEAM.it]]);
  });

  it('belongs to the same conversation in the preview frame, in Vietnamese too', async () => {
    const mail = await read(preview(2), pageText('roundcube-preview.html'), source('roundcube-preview.eml', 2));
    expect(mail.page?.conversation.id).toBe('vpn-1@acme.test');
    expect(mail.page?.conversation.messages[0]?.recipients.map(({ id }) => id)).toEqual([
      'an@acme.test',
      'hr@acme.test',
    ]);
    expect(rowsFor(mail)).toEqual([['2', TEAM.it]]);
  });

  it("gets no row under the reader's own mail, though the summary names IT", async () => {
    const mail = await read(full(3), pageText('roundcube-sent.html'), source('roundcube-full.eml', 3));
    expect(authors(mail)).toEqual([['3', 'an@acme.test']]);
    expect(rowsFor(mail)).toEqual([]);
  });

  it('gets no row under a look-alike whose body repeats the header with its ids', async () => {
    const mail = await read(full(10), pageText('roundcube-hostile.html'), source('roundcube-full.eml', 10));
    expect(authors(mail)).toEqual([['10', 'support@evil.example']]);
    expect(mail.page?.bodies).toHaveLength(1);
    expect(rowsFor(mail)).toEqual([]);
  });

  it.each(['roundcube-list.eml', 'roundcube-automatic.eml'])('gets no row when its source is %s', async (name) => {
    const mail = await read(full(1), pageText('roundcube-full.html'), source(name, 1));
    expect(mail.page?.conversation.messages[0]?.automatic).toBe(true);
    expect(rowsFor(mail)).toEqual([]);
  });

  it('is a conversation of its own where it has no Message-ID, or the site does not give its source', async () => {
    const noId = await read(full(1), pageText('roundcube-full.html'), source('roundcube-no-id.eml', 1));
    expect(noId.page?.conversation.id).toBe('mail.acme.test/INBOX/1');
    const refused = await read(full(1), pageText('roundcube-full.html'), {
      answers: { '?_task=mail&_action=viewsource&_uid=1&_mbox=INBOX': { body: '', status: 403, type: 'text/html' } },
    });
    expect(refused.page?.conversation.id).toBe('mail.acme.test/INBOX/1');
    expect(rowsFor(refused)).toEqual([['1', TEAM.it]]);
  });
});

describe('a Jira Cloud issue', () => {
  const given: Record<string, unknown> = JSON.parse(pageText('jira-cloud.answers.json'));
  const answers = Object.fromEntries(
    Object.entries(given).map(([path, body]) => [path, { body: JSON.stringify(body) }]),
  );
  const open = (address: string, opened: Opened = { answers }) => read(address, pageText('jira-cloud.html'), opened);
  const browse = 'https://acme.atlassian.net/browse/OPS-518';

  it("is read with authors, times and reporter from Jira's own answers, nested replies included", async () => {
    const issue = await open(browse);
    expect(issue.page?.conversation).toMatchObject({
      site: 'jira-cloud',
      id: 'acme.atlassian.net/OPS-518',
      self: { kind: 'jira', id: personAt('an@acme.test').jira },
      kind: 'ticket',
    });
    expect(authors(issue)?.map(([id]) => id)).toEqual(['opening', '1001', '1002', '1003', '1004', '1005', '1006']);
    expect(authors(issue)?.[2]).toEqual(['1002', personAt('bich@acme.test').jira]);
    expect(issue.page?.bodies.map(([id, body]) => [id, body])).toContainEqual([
      '1002',
      'issue-comment-base.ui.comment.ak-comment.1002-body',
    ]);
  });

  it('gets a row under the newest answer of each team, none under a namesake, a colleague or a robot', async () => {
    const issue = await open(browse);
    expect(rowsFor(issue)).toEqual([
      ['1002', TEAM.it],
      ['1004', TEAM.finance],
    ]);
    const [first] = issue.page ? chooseResponses(issue.page.conversation, { teams: ACME }, me('an@acme.test')) : [];
    expect(first?.wait).toBe('4h');
  });

  it('gets none for somebody who only reads it', async () => {
    expect(
      rowsFor(await open(browse, { answers: { ...answers, '/rest/api/3/myself': { body: '{}' } } }), 'hr@acme.test'),
    ).toEqual([]);
  });

  it('is read no other way where each comment holds the whole page again', async () => {
    const page = await pages.open(browse, pageText('jira-cloud.html'), { answers, before: parts });
    expect(await page.evaluate('parts.imitate()')).toBeGreaterThan(1);
    expect(await page.evaluate('parts.read()')).toEqual(await open(browse));
  });

  it('is the same beside a board', async () => {
    const issue = await open('https://acme.atlassian.net/jira/software/projects/OPS/boards/1?selectedIssue=OPS-518');
    expect(issue.page?.conversation.id).toBe('acme.atlassian.net/OPS-518');
  });

  it('has no authors where Jira does not answer: names are not taken for accounts', async () => {
    const silent = { body: '{"errorMessages":[]}', status: 404 };
    const issue = await open(browse, {
      answers: { ...answers, '/rest/api/3/issue/OPS-518/comment': silent, '/rest/api/3/issue/OPS-518': silent },
    });
    expect(authors(issue)?.every(([, author]) => author === null)).toBe(true);
    expect(rowsFor(issue)).toEqual([]);
  });
});

describe.runIf(hasBeside('SOURCES.md'))('pages that others made, where they lie beside the project', () => {
  const address = (html: string) => /page url: (\S+)/.exec(html)?.[1] ?? '';

  it('Gmail: each author and who is reading', async () => {
    const html = pageText('gmail-2.html', 'beside');
    const gmail = await read(address(html), html);
    expect(gmail.page?.conversation).toMatchObject({ id: '198d3f5a0b7c0001', self: { id: 'jane.doe@example.com' } });
    expect(authors(gmail)?.map(([, author]) => author)).toEqual([
      'jane.doe@example.com',
      'alex.rivera@example.com',
      'jane.doe@example.com',
      'client@customer.test',
    ]);
    expect(gmail.page?.bodies).toHaveLength(3);
  });

  it('Jira Cloud: each comment is found once, the nested one too', async () => {
    const html = pageText('jira-cloud-1.html', 'beside');
    const missing = { body: '{}', status: 404 };
    const answers = Object.fromEntries(
      ['/rest/api/3/issue/OPS-518/comment', '/rest/api/3/issue/OPS-518', '/rest/api/3/myself'].map((path) => [
        path,
        missing,
      ]),
    );
    const issue = await read(address(html), html, { answers });
    expect(issue.page?.bodies.map(([id]) => id)).toEqual(['93853', '93856', '93851']);
  });

  it.each([
    ['roundcube-real-full.html', 'it-help@acme.test', 'an@acme.test', 1],
    ['roundcube-real-preview.html', 'it-help@acme.test', 'an@acme.test', 1],
    ['roundcube-real-preview-vi.html', 'hr@acme.test', 'hr@acme.test', 0],
    ['roundcube-real-lookalike.html', 'support@evil.example', 'an@acme.test', 0],
  ])('Roundcube: %s is by %s and read by %s', async (name, author, reader, rows) => {
    const html = pageText(name, 'beside');
    const query = '?_task=mail&_mbox=INBOX&_uid=1&_action=show';
    const answers = { '?_task=mail&_action=viewsource&_uid=1&_mbox=INBOX': { body: '', status: 403 } };
    const mail = await read(`http://127.0.0.1:18081/${query}`, html, { answers });
    expect(authors(mail)).toEqual([['1', author]]);
    expect(mail.page?.conversation.self?.id).toBe(reader);
    expect(rowsFor(mail, reader)).toHaveLength(rows);
    expect(mail.page?.bodies).toHaveLength(1);
  });

  it('Roundcube: the template of the preview frame, whose script is a guess', async () => {
    const html = pageText('roundcube-1.html', 'beside').replaceAll('alex.rivera@example.com', 'it-help@acme.test');
    const query = '?_task=mail&_uid=4711&_mbox=INBOX&_action=preview&_framed=1';
    const answers = { '?_task=mail&_action=viewsource&_uid=4711&_mbox=INBOX': { body: '', status: 403 } };
    const mail = await read(
      `https://webmail.example.com/${query}`,
      html.replaceAll('jane.doe@example.com', 'an@acme.test'),
      {
        answers,
      },
    );
    expect(mail.page?.conversation.id).toBe('webmail.example.com/INBOX/4711');
    expect(authors(mail)).toEqual([['4711', 'it-help@acme.test']]);
    expect(rowsFor(mail)).toEqual([['4711', TEAM.it]]);
  });
});

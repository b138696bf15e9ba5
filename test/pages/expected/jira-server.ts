import { type Expected, TEAM } from './expected.ts';

const host = 'jira.acme.test';
const user = (login: string) => `jira-server:${host}/${login}`;

export const expected: Expected[] = [
  {
    page: 'jira-server.html',
    about: 'an issue, the newest comment first, with a restricted and a collapsed one, and one that imitates others',
    address: `https://${host}/browse/OPS-518`,
    set: 'jira-server',
    conversation: `${host}/OPS-518`,
    self: user('an'),
    selfName: 'Nguyễn Văn An',
    messages: [
      ['opening', user('an'), { name: 'Nguyễn Văn An', at: '2026-11-17T03:00:00Z' }],
      ['20001', user('an'), { name: 'Nguyễn Văn An', at: '2026-11-17T04:00:00Z' }],
      ['20002', user('bich'), { name: 'Trần Thị Bích', at: '2026-11-17T04:30:00Z' }],
      // Restricted: only a listed account would count.
      ['20003', user('hr'), { at: '2026-11-17T08:00:00Z' }],
      ['20004', user('bich'), { name: 'Trần Thị Bích', at: '2026-11-17T09:00:00Z', collapsed: true }],
      // A name that looks like a colleague's is not theirs.
      ['20005', user('old.vendor'), { name: 'Tran Thi Bich', at: '2026-11-18T02:00:00Z' }],
    ],
    rows: [['20002', TEAM.it]],
    ask: '20005',
  },
  {
    page: 'jira-server.html',
    about: 'the same where user names are mail addresses',
    swap: {
      'content="an"': 'content="an@acme.test"',
      'rel="an"': 'rel="an@acme.test"',
      'rel="bich"': 'rel="Bich@acme.test"',
    },
    address: `https://${host}/projects/OPS/issues/OPS-518`,
    set: 'jira-server',
    listed: { [user('hr')]: TEAM.hr },
    conversation: `${host}/OPS-518`,
    self: 'mail:an@acme.test',
    selfName: 'Nguyễn Văn An',
    messages: [
      ['opening', 'mail:an@acme.test', { name: 'Nguyễn Văn An', at: '2026-11-17T03:00:00Z' }],
      ['20001', 'mail:an@acme.test', { name: 'Nguyễn Văn An', at: '2026-11-17T04:00:00Z' }],
      ['20002', 'mail:bich@acme.test', { name: 'Trần Thị Bích', at: '2026-11-17T04:30:00Z' }],
      ['20003', user('hr'), { at: '2026-11-17T08:00:00Z' }],
      ['20004', 'mail:bich@acme.test', { name: 'Trần Thị Bích', at: '2026-11-17T09:00:00Z', collapsed: true }],
      ['20005', user('old.vendor'), { name: 'Tran Thi Bich', at: '2026-11-18T02:00:00Z' }],
    ],
    rows: [
      ['20002', TEAM.it],
      ['20003', TEAM.hr],
    ],
    ask: '20005',
  },
];

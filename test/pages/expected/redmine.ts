import { type Expected, TEAM } from './expected.ts';

const host = 'tickets.acme.test';
const user = (id: number) => `redmine:${host}/${id}`;

const issue = {
  set: 'redmine',
  conversation: `${host}/7`,
  self: user(5),
  queue: `${host}/it`,
};

export const expected: Expected[] = [
  {
    ...issue,
    page: 'redmine.html',
    about: 'an issue with notes by colleagues, a private one, and one that imitates a header',
    address: `https://${host}/issues/7`,
    listed: { [user(6)]: TEAM.it },
    messages: [
      ['opening', user(5), { name: 'An Nguyễn Văn' }],
      ['11', user(6), { name: 'Bích Trần Thị' }],
      // Private: only a listed account would count.
      ['12', user(7)],
      ['13', user(5), { name: 'An Nguyễn Văn' }],
      ['14', user(7), { name: 'Hoàng Lê Minh' }],
      ['15', user(40), { name: 'Old Vendor' }],
    ],
    rows: [
      ['11', TEAM.it],
      ['14', TEAM.hr],
    ],
    ask: '15',
  },
  {
    ...issue,
    page: 'redmine-newest-first.html',
    about: 'the newest note first, as some readers have it, in version 6',
    address: `https://${host}/issues/7?tab=notes#note-1`,
    messages: [
      ['opening', user(5), { name: 'An Nguyễn Văn' }],
      ['11', user(6), { name: 'Bích Trần Thị' }],
      ['13', user(5), { name: 'An Nguyễn Văn' }],
    ],
    rows: [['11', TEAM.it]],
  },
  {
    page: 'redmine-real-vi.html',
    beside: true,
    about: 'a live page in Vietnamese, read by HR, who sees the private note',
    reader: 'hr@acme.test',
    address: 'http://127.0.0.1:18082/issues/1',
    set: 'redmine',
    conversation: '127.0.0.1:18082/1',
    self: 'redmine:127.0.0.1:18082/7',
    queue: '127.0.0.1:18082/it',
    messages: [
      ['opening', 'redmine:127.0.0.1:18082/5', { name: 'An Nguyễn Văn' }],
      ['1', 'redmine:127.0.0.1:18082/6', { name: 'Bích Trần Thị' }],
      ['2', 'redmine:127.0.0.1:18082/7'],
      ['3', 'redmine:127.0.0.1:18082/5', { name: 'An Nguyễn Văn' }],
      ['4', 'redmine:127.0.0.1:18082/6', { name: 'Bích Trần Thị' }],
    ],
    rows: [
      ['3', TEAM.sales],
      ['4', TEAM.it],
    ],
  },
];

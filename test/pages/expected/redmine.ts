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
    page: 'redmine-real-notes.html',
    beside: true,
    about: 'a live page, read by who asked and sees no private note',
    address: 'http://127.0.0.1:18082/issues/1',
    set: 'redmine',
    conversation: '127.0.0.1:18082/1',
    self: 'redmine:127.0.0.1:18082/5',
    queue: '127.0.0.1:18082/it',
    messages: [
      ['opening', 'redmine:127.0.0.1:18082/5', { name: 'An Nguyễn Văn' }],
      ['1', 'redmine:127.0.0.1:18082/6', { name: 'Bích Trần Thị' }],
      ['3', 'redmine:127.0.0.1:18082/5', { name: 'An Nguyễn Văn' }],
      ['4', 'redmine:127.0.0.1:18082/6', { name: 'Bích Trần Thị' }],
    ],
    rows: [['4', TEAM.it]],
  },
  {
    page: 'redmine-1.html',
    beside: true,
    about: 'the templates of version 6, whose frame is a guess',
    swap: {
      '<body>':
        '<body class="controller-issues action-show"><div id="loggedas"><a class="user" href="/users/31">casey</a></div>',
    },
    address: 'https://redmine.example.com/issues/42',
    set: 'redmine',
    listed: { 'redmine:redmine.example.com/22': TEAM.it },
    // The guess has no menu of the project.
    faults: ['queue'],
    conversation: 'redmine.example.com/42',
    self: 'redmine:redmine.example.com/31',
    messages: [
      ['opening', 'redmine:redmine.example.com/31', { name: 'Casey Client', collapsed: true }],
      ['501', 'redmine:redmine.example.com/22', { name: 'Alex Rivera' }],
      ['502', 'redmine:redmine.example.com/14', { name: 'Jane Doe' }],
      // Private, but by a listed account.
      ['503', 'redmine:redmine.example.com/22'],
    ],
    rows: [['503', TEAM.it]],
    ask: '502',
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

import { type Expected, TEAM } from './expected.ts';

const host = 'rt.acme.test';
const user = (id: number, on = host) => `rt:${on}/${id}`;
const live = '127.0.0.1:18081';
const AN = 'an@acme.test';
const words = { bich: 'Trần Thị Bích', hr: 'Lê Minh Hoàng' };

export const expected: Expected[] = [
  {
    page: 'request-tracker.html',
    about: 'a requestor reads in Vietnamese; a mail from outside bears a colleague’s name and imitates her message',
    address: `https://${host}/SelfService/Display.html?id=7`,
    set: 'request-tracker',
    conversation: `${host}/7`,
    self: user(5),
    messages: [
      ['11', user(5), { name: AN }],
      ['12', user(6), { name: words.bich }],
      ['14', user(5), { name: AN }],
      ['15', user(7), { name: words.hr }],
      ['16', user(41), { name: 'support@evil.example' }],
      ['17', user(1), { automatic: true }],
    ],
    rows: [
      ['12', TEAM.it],
      ['15', TEAM.hr],
    ],
  },
  {
    page: 'request-tracker.html',
    about: 'the same where the company shows names alone: a mail from outside bears a colleague’s, so none counts',
    swap: {
      ' &lt;an@acme.test&gt;</span>': '</span>',
      ' &lt;support@evil.example&gt;</span>': '</span>',
      '>bich (Trần Thị Bích)</span>': '>Trần Thị Bích</span>',
      '>hr (Lê Minh Hoàng)</span>': '>Lê Minh Hoàng</span>',
    },
    address: `https://${host}/SelfService/Display.html?id=7`,
    set: 'request-tracker',
    listed: { [user(7)]: TEAM.hr },
    conversation: `${host}/7`,
    self: user(5),
    messages: [
      ['11', user(5)],
      ['12', user(6)],
      ['14', user(5)],
      ['15', user(7)],
      ['16', user(41)],
      ['17', user(1), { automatic: true }],
    ],
    // By the account that the company listed.
    rows: [['15', TEAM.hr]],
  },
  {
    page: 'request-tracker-newest-first.html',
    about: 'an agent of version 6 has the newest first; comments are left alone unless listed',
    reader: 'bich@acme.test',
    address: `https://${host}/Ticket/Display.html?id=7&ReverseTxns=DESC`,
    set: 'request-tracker',
    conversation: `${host}/7`,
    self: user(6),
    messages: [
      ['21', user(5), { name: AN }],
      ['22', user(6), { name: words.bich }],
      ['23', user(7), { name: words.hr }],
      ['24', user(5), { name: AN }],
      ['25', user(8)],
      ['26', user(6), { name: words.bich }],
    ],
    rows: [
      ['23', TEAM.hr],
      ['24', TEAM.sales],
    ],
  },
  {
    page: 'rt5-real-agent.html',
    beside: true,
    about: 'a live page of version 5.0.3, read by IT; the comment cannot be told from an answer',
    reader: 'bich@acme.test',
    address: `http://${live}/Ticket/Display.html?id=1`,
    set: 'request-tracker',
    conversation: `${live}/1`,
    self: user(31, live),
    messages: [
      ['49', user(27, live), { name: AN }],
      ['52', user(31, live), { name: words.bich }],
      ['55', user(35, live), { name: words.hr }],
      ['56', user(27, live), { name: AN }],
      ['58', user(31, live), { name: words.bich }],
    ],
    rows: [
      ['55', TEAM.hr],
      ['56', TEAM.sales],
    ],
  },
  {
    page: 'rt5-real-selfservice.html',
    beside: true,
    about: 'the same as its requestor sees it, who sees no comment',
    address: `http://${live}/SelfService/Display.html?id=1`,
    set: 'request-tracker',
    conversation: `${live}/1`,
    self: user(27, live),
    listed: { [user(31, live)]: TEAM.it },
    messages: [
      ['49', user(27, live), { name: AN }],
      ['52', user(31, live), { name: words.bich }],
      ['56', user(27, live), { name: AN }],
      ['58', user(31, live), { name: words.bich }],
    ],
    rows: [['58', TEAM.it]],
  },
  {
    page: 'rt-1.html',
    beside: true,
    about: 'the templates of version 6',
    swap: { 'jane.doe@example.com': 'bich@acme.test', 'Jane Doe': words.bich, 'Alex Rivera': words.hr },
    reader: 'bich@acme.test',
    address: 'https://rt.example.com/Ticket/Display.html?id=42',
    set: 'request-tracker',
    conversation: 'rt.example.com/42',
    self: 'rt:rt.example.com/14',
    messages: [
      ['101', 'rt:rt.example.com/31', { name: 'casey@customer.test' }],
      ['103', 'rt:rt.example.com/22'],
      ['104', 'rt:rt.example.com/14'],
    ],
    // She has asked nothing yet.
    rows: [],
  },
];

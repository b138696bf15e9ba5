import { type Expected, TEAM } from './expected.ts';

const host = 'tickets.acme.test';
const user = (id: number) => `zammad:${host}/${id}`;
const at = (minute: number) => `2026-11-16T01:${minute}:00Z`;
const ticket = { set: 'zammad', address: `https://${host}/#ticket/zoom/42`, conversation: `${host}/42`, self: user(5) };
const legacy: Expected['messages'] = [
  ['601', 'mail:an@acme.test', { at: at(12) }],
  ['602', user(1), { at: at(13), automatic: true }],
  ['603', user(6), { at: at(47), name: 'Trần Thị Bích', staff: true }],
  ['604', user(7), { at: at(50) }],
  ['605', user(7), { at: at(52), name: 'Lê Minh Hoàng', staff: true }],
  ['606', 'mail:bich@evil.example', { at: at(55) }],
];

export const expected: Expected[] = [
  {
    ...ticket,
    page: 'zammad.html',
    about: 'the legacy interface: nobody’s account is listed, so names tell; a customer’s own name does not',
    messages: legacy,
    rows: [
      ['603', TEAM.it],
      ['605', TEAM.hr],
    ],
  },
  {
    ...ticket,
    page: 'zammad.html',
    about: 'the same with accounts listed: they go before names, and an internal note of a listed account counts',
    listed: { [user(6)]: TEAM.legal, [user(7)]: TEAM.hr },
    messages: legacy,
    rows: [
      ['603', TEAM.legal],
      ['605', TEAM.hr],
    ],
  },
  {
    page: 'zammad-desktop.html',
    about: 'the desktop interface, to an agent: the avatar’s link tells the account',
    set: 'zammad',
    address: `https://${host}/desktop/tickets/42`,
    listed: { [user(5)]: TEAM.sales, [user(6)]: TEAM.it },
    conversation: `${host}/42`,
    self: null,
    messages: [
      ['701', user(5)],
      ['702', user(6)],
      ['703', user(40)],
      ['704', null],
    ],
    rows: [['702', TEAM.it]],
  },
  {
    page: 'zammad-2.html',
    beside: true,
    about: 'the desktop interface where a bubble names nobody: no row rather than a wrong one',
    set: 'zammad',
    address: `https://${host}/desktop/tickets/42`,
    conversation: `${host}/42`,
    self: null,
    messages: [
      ['600', null],
      ['601', null],
    ],
    rows: [],
  },
];

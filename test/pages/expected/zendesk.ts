import { type Expected, TEAM } from './expected.ts';

const answers = (id: number) => ({ '/api/v2/users/me.json': { body: JSON.stringify({ user: { id, name: 'An' } }) } });
const user = (host: string, id: number) => `zendesk:${host}/${id}`;
const acme = 'acme.zendesk.com';

export const expected: Expected[] = [
  {
    page: 'zendesk.html',
    about:
      'two tickets in the page; messages without a sender, a note, a robot, customers with a colleague’s name and without an account',
    address: `https://${acme}/agent/tickets/42`,
    set: 'zendesk',
    answers: answers(31),
    listed: { [user(acme, 22)]: TEAM.it },
    conversation: `${acme}/42`,
    self: user(acme, 31),
    messages: [
      ['2026-11-16T09:02:00Z', user(acme, 31), { at: '2026-11-16T09:02:00Z' }],
      ['2026-11-16T09:40:00Z', user(acme, 22), { name: 'Trần Thị Bích', at: '2026-11-16T09:40:00Z', staff: true }],
      ['2026-11-16T09:40:00Z 2', user(acme, 22), { name: 'Trần Thị Bích', at: '2026-11-16T09:40:00Z', staff: true }],
      ['2026-11-16T09:42:00Z', user(acme, 22), { at: '2026-11-16T09:42:00Z' }],
      ['2026-11-16T10:00:00Z', null, { at: '2026-11-16T10:00:00Z', automatic: true }],
      ['2026-11-16T12:00:00Z', user(acme, 24), { name: 'Lê Minh Hoàng', at: '2026-11-16T12:00:00Z', staff: true }],
      // Whose name is no link is nobody that the page tells, nor is who goes on after a customer.
      ['2026-11-16T12:10:00Z', null, { at: '2026-11-16T12:10:00Z' }],
      ['2026-11-16T12:12:00Z', null, { at: '2026-11-16T12:12:00Z', staff: true }],
      ['2026-11-16T12:14:00Z', null, { at: '2026-11-16T12:14:00Z', staff: true }],
      ['2026-11-16T12:30:00Z', user(acme, 99), { at: '2026-11-16T12:30:00Z' }],
      ['2026-11-16T13:00:00Z', user(acme, 77), { name: 'Contractor', at: '2026-11-16T13:00:00Z', staff: true }],
    ],
    rows: [
      // A note by a listed account counts.
      ['2026-11-16T09:42:00Z', TEAM.it],
      ['2026-11-16T12:00:00Z', TEAM.hr],
    ],
    ask: '2026-11-16T13:00:00Z',
  },
  {
    page: 'zendesk.html',
    about: 'the same where nobody’s account is listed: names count for agents in public answers',
    address: `https://${acme}/agent/tickets/42`,
    set: 'zendesk',
    answers: answers(31),
    conversation: `${acme}/42`,
    self: user(acme, 31),
    messages: [
      ['2026-11-16T09:02:00Z', user(acme, 31), { at: '2026-11-16T09:02:00Z' }],
      ['2026-11-16T09:40:00Z', user(acme, 22), { name: 'Trần Thị Bích', at: '2026-11-16T09:40:00Z', staff: true }],
      ['2026-11-16T09:40:00Z 2', user(acme, 22), { name: 'Trần Thị Bích', at: '2026-11-16T09:40:00Z', staff: true }],
      ['2026-11-16T09:42:00Z', user(acme, 22), { at: '2026-11-16T09:42:00Z' }],
      ['2026-11-16T10:00:00Z', null, { at: '2026-11-16T10:00:00Z', automatic: true }],
      ['2026-11-16T12:00:00Z', user(acme, 24), { name: 'Lê Minh Hoàng', at: '2026-11-16T12:00:00Z', staff: true }],
      // Whose name is no link is nobody that the page tells, nor is who goes on after a customer.
      ['2026-11-16T12:10:00Z', null, { at: '2026-11-16T12:10:00Z' }],
      ['2026-11-16T12:12:00Z', null, { at: '2026-11-16T12:12:00Z', staff: true }],
      ['2026-11-16T12:14:00Z', null, { at: '2026-11-16T12:14:00Z', staff: true }],
      ['2026-11-16T12:30:00Z', user(acme, 99), { at: '2026-11-16T12:30:00Z' }],
      ['2026-11-16T13:00:00Z', user(acme, 77), { name: 'Contractor', at: '2026-11-16T13:00:00Z', staff: true }],
    ],
    rows: [
      ['2026-11-16T09:40:00Z 2', TEAM.it],
      ['2026-11-16T12:00:00Z', TEAM.hr],
    ],
    ask: '2026-11-16T13:00:00Z',
  },
  {
    page: 'zendesk.html',
    about: 'the other ticket, after a click on its tab',
    swap: { 'active="true"': 'active="no"', 'active="false"': 'active="true"', 'active="no"': 'active="false"' },
    address: `https://${acme}/agent/tickets/41`,
    set: 'zendesk',
    answers: answers(31),
    conversation: `${acme}/41`,
    self: user(acme, 31),
    messages: [
      ['2026-11-10T09:00:00Z', user(acme, 31), { at: '2026-11-10T09:00:00Z' }],
      ['2026-11-10T09:30:00Z', user(acme, 25), { name: 'Phạm Thu Hà', at: '2026-11-10T09:30:00Z', staff: true }],
    ],
    rows: [['2026-11-10T09:30:00Z', TEAM.finance]],
  },
  {
    page: 'zendesk.html',
    about: 'the same where the company did not list the host: who has a colleague’s name there is somebody else',
    swap: { 'active="true"': 'active="no"', 'active="false"': 'active="true"', 'active="no"': 'active="false"' },
    address: `https://${acme}/agent/tickets/41`,
    answers: answers(31),
    conversation: `${acme}/41`,
    self: user(acme, 31),
    messages: [
      ['2026-11-10T09:00:00Z', user(acme, 31), { at: '2026-11-10T09:00:00Z' }],
      ['2026-11-10T09:30:00Z', user(acme, 25), { name: 'Phạm Thu Hà', at: '2026-11-10T09:30:00Z', staff: true }],
    ],
    rows: [],
  },
  {
    page: 'zendesk-1.html',
    beside: true,
    about: 'a synthetic page',
    swap: { 'Alex Rivera': 'Trần Thị Bích' },
    address: 'https://example.zendesk.com/agent/tickets/42',
    set: 'zendesk',
    answers: answers(31),
    conversation: 'example.zendesk.com/42',
    self: user('example.zendesk.com', 31),
    messages: [
      ['2026-09-16T09:02:00Z', user('example.zendesk.com', 31), { at: '2026-09-16T09:02:00Z' }],
      [
        '2026-09-16T11:40:00Z',
        user('example.zendesk.com', 22),
        { name: 'Trần Thị Bích', at: '2026-09-16T11:40:00Z', staff: true },
      ],
      ['2026-09-16T12:05:00Z', user('example.zendesk.com', 14), { at: '2026-09-16T12:05:00Z' }],
    ],
    rows: [['2026-09-16T11:40:00Z', TEAM.it]],
  },
];

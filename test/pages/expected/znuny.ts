import { type Expected, TEAM } from './expected.ts';

const host = 'tickets.acme.test';
const agent = {
  set: 'znuny',
  address: `https://${host}/otrs/index.pl?Action=AgentTicketZoom;TicketID=2;ZoomExpand=1#6`,
  conversation: `${host}/2`,
  self: `znuny:${host}/customer`,
  queue: `${host}/5`,
};

const customer: Omit<Expected, 'about' | 'address'> = {
  set: 'znuny',
  page: 'znuny-customer.html',
  conversation: `${host}/2`,
  self: `znuny:${host}/customer`,
  messages: [
    ['501', `znuny:${host}/customer`, { collapsed: true }],
    ['502', null, { name: 'IT Helpdesk', staff: true, automatic: true }],
    ['503', null, { name: 'Bích Trần Thị', staff: true }],
    ['504', null, { name: 'Lê Minh Hoàng', staff: true, collapsed: true }],
    ['505', `znuny:${host}/customer`],
  ],
  rows: [['503', TEAM.it]],
};

const one: Omit<Expected, 'about' | 'address'> = {
  ...agent,
  page: 'znuny-one.html',
  messages: [
    ['501', 'mail:an@acme.test', { collapsed: true }],
    ['502', 'mail:it-help@acme.test', { collapsed: true }],
    ['503', 'mail:bich@acme.test', { staff: true }],
    ['504', 'mail:hr@acme.test', { collapsed: true }],
    ['505', 'mail:pham@old.example', { collapsed: true }],
  ],
  rows: [['503', TEAM.it]],
};

export const expected: Expected[] = [
  {
    ...agent,
    page: 'znuny.html',
    about: 'all articles, the newest first; senders and bodies that imitate the helpdesk; the queue’s team is known',
    listed: { [`queue:${host}/5`]: TEAM.finance },
    messages: [
      ['501', 'mail:an@acme.test'],
      ['502', 'mail:it-help@acme.test', { automatic: true }],
      ['503', 'mail:bich@acme.test', { staff: true }],
      ['504', 'mail:hr@acme.test'],
      ['505', 'mail:pham@old.example', { staff: true }],
      ['506', null],
      ['507', null],
      ['508', 'mail:bich@evil.example'],
    ],
    rows: [
      ['503', TEAM.it],
      ['504', TEAM.hr],
      ['505', TEAM.finance],
    ],
  },
  {
    ...one,
    about: 'one article, and the list of all that tells what it answers',
    address: `https://${host}/otrs/index.pl?Action=AgentTicketZoom;TicketID=2`,
  },
  {
    ...one,
    about: 'the same by the ticket’s number: the conversation is the same',
    address: `https://${host}/otrs/index.pl?Action=AgentTicketZoom;TicketNumber=2026111610000015`,
  },
  {
    ...customer,
    about: 'the customer’s view, names only: somebody who mails into the ticket under a colleague’s name gets no row',
    address: `https://${host}/otrs/customer.pl?Action=CustomerTicketZoom;TicketID=2`,
  },
  {
    ...customer,
    about: 'the same by the ticket’s number, as customers come from their list: the conversation is the same',
    address: `https://${host}/otrs/customer.pl?Action=CustomerTicketZoom;TicketNumber=2026111610000015`,
  },
  {
    page: 'znuny-1.html',
    beside: true,
    about: 'a page made from the template of 7.1',
    set: 'znuny',
    swap: { 'casey@customer.test': 'an@acme.test', 'alex.rivera@example.com': 'bich@acme.test' },
    address: `https://${host}/index.pl?Action=AgentTicketZoom;TicketID=42`,
    conversation: `${host}/42`,
    self: `znuny:${host}/customer`,
    messages: [
      ['501', 'mail:an@acme.test'],
      ['502', 'mail:bich@acme.test', { staff: true }],
    ],
    rows: [['502', TEAM.it]],
  },
];

import { type Expected, TEAM } from './expected.ts';

const host = 'glpi.acme.test';
const user = (id: number) => `glpi:${host}/${id}`;
const ticket = { address: `https://${host}/front/ticket.form.php?id=7`, set: 'glpi', conversation: `${host}/Ticket/7` };

export const expected: Expected[] = [
  {
    ...ticket,
    page: 'glpi.html',
    about: 'a requester reads: one group answers and one answer hides its author, whom only the group tells',
    self: user(5),
    selfName: 'Nguyễn Văn An',
    queue: `${host}/3`,
    listed: { [`queue:${host}/3`]: TEAM.it },
    messages: [
      ['Ticket/7', user(5), { name: 'Nguyễn Văn An' }],
      ['ITILFollowup/11', user(6), { name: 'Trần Thị Bích', staff: true }],
      ['ITILFollowup/13', user(5), { name: 'Nguyễn Văn An' }],
      ['ITILFollowup/14', user(7), { name: 'Lê Minh Hoàng' }],
      ['ITILFollowup/15', null, { name: 'Helpdesk', staff: true }],
      ['ITILFollowup/16', user(40), { name: 'Old Vendor' }],
    ],
    rows: [
      ['ITILFollowup/14', TEAM.hr],
      ['ITILFollowup/15', TEAM.it],
    ],
  },
  {
    ...ticket,
    page: 'glpi-newest-first.html',
    about:
      'HR has the newest first and sees addresses, private notes, and an account from outside with a colleague’s name',
    reader: 'hr@acme.test',
    self: user(7),
    selfName: 'Lê Minh Hoàng',
    messages: [
      ['Ticket/7', 'mail:hr@acme.test', { name: 'Lê Minh Hoàng' }],
      ['ITILFollowup/16', 'mail:support@evil.example', { name: 'Trần Thị Bích' }],
      ['ITILFollowup/17', 'mail:hr@acme.test', { name: 'Lê Minh Hoàng' }],
      ['ITILFollowup/18', 'mail:bich@acme.test'],
      ['TicketTask/12', 'mail:finance@acme.test', { name: 'Phạm Thu Hà', staff: true }],
      ['ITILSolution/5', 'mail:bich@acme.test', { name: 'Trần Thị Bích', staff: true }],
    ],
    rows: [
      ['TicketTask/12', TEAM.finance],
      ['ITILSolution/5', TEAM.it],
    ],
  },
  {
    page: 'glpi-1.html',
    beside: true,
    about: 'the templates of version 11',
    swap: { 'casey@customer.test': 'an@acme.test', 'alex.rivera@example.com': 'bich@acme.test' },
    address: 'https://glpi.example.com/front/ticket.form.php?id=42',
    set: 'glpi',
    conversation: 'glpi.example.com/Ticket/42',
    self: null,
    messages: [
      ['Ticket/42', 'mail:an@acme.test', { name: 'Casey Client' }],
      ['ITILFollowup/77', 'mail:bich@acme.test', { name: 'Alex Rivera' }],
      ['TicketTask/12', 'mail:jane.doe@example.com', { name: 'Jane Doe' }],
      ['ITILSolution/5', 'mail:bich@acme.test', { name: 'Alex Rivera' }],
    ],
    rows: [['ITILSolution/5', TEAM.it]],
  },
];

import { type Expected, TEAM } from './expected.ts';

const host = 'help.acme.test';
const user = (id: number) => `freescout:${host}/${id}`;

export const expected: Expected[] = [
  {
    page: 'freescout.html',
    about: 'an agent reads in Vietnamese: her own are by "you", customers call themselves as they like',
    reader: 'hr@acme.test',
    address: `https://${host}/conversation/7`,
    set: 'freescout',
    conversation: `${host}/7`,
    self: user(7),
    queue: `${host}/2`,
    messages: [
      ['11', null],
      ['12', user(7)],
      ['13', null],
      ['14', user(6), { name: 'Trần Thị Bích', staff: true }],
      ['15', user(8)],
      ['16', user(40), { name: 'Old Vendor', staff: true }],
    ],
    rows: [['14', TEAM.it]],
    ask: '16',
  },
  {
    page: 'freescout-1.html',
    beside: true,
    about: 'the templates; who asks is listed by account',
    reader: 'hr@acme.test',
    address: 'https://help.example.com/conversation/42',
    set: 'freescout',
    conversation: 'help.example.com/42',
    self: 'freescout:help.example.com/14',
    listed: { 'freescout:help.example.com/14': TEAM.hr, 'freescout:help.example.com/22': TEAM.it },
    messages: [
      ['900', null],
      ['901', 'freescout:help.example.com/22', { name: 'Alex Rivera', staff: true }],
      ['902', 'freescout:help.example.com/22'],
      ['903', 'freescout:help.example.com/14', { name: 'Jane Doe', staff: true }],
    ],
    // Nobody of HR had asked when they came.
    rows: [],
  },
];

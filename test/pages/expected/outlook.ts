import { type Expected, TEAM } from './expected.ts';

const conversation = 'AQQkADAwATMwMAExLTAwAGFjbWUBEAAx';
const an = 'mail:an@acme.test';
const to = ['an@acme.test'];
const everybody = [...Array.from({ length: 11 }, (_, index) => `p${index}@acme.test`), ...to];
const monday = (time: string) => `Mon 11/16/2026 ${time} AM`;

export const expected: Expected[] = [
  {
    page: 'outlook.html',
    about:
      'a conversation with answers, a broadcast, a robot, a colleague, an outsider and somebody known by name only',
    address: 'https://outlook.cloud.microsoft/mail/inbox/id/AAQkAx%2Fy%3D',
    conversation,
    self: an,
    messages: [
      [`an@acme.test/${monday('8:12')}`, an, { collapsed: true }],
      [`it-help@acme.test/${monday('8:47')}`, 'mail:it-help@acme.test', { to }],
      [`it-help@acme.test/${monday('8:47')} 2`, 'mail:it-help@acme.test', { to }],
      [`bao@acme.test/${monday('8:50')}`, 'mail:bao@acme.test', { to }],
      [`hr@acme.test/${monday('8:55')}`, 'mail:hr@acme.test', { to: everybody }],
      [`noreply@acme.test/${monday('8:56')}`, 'mail:noreply@acme.test', { to, automatic: true }],
      [monday('9:00'), null, { to }],
      [`maria.lopez@vendor.example/${monday('9:02')}`, 'mail:maria.lopez@vendor.example', { to }],
      [`finance@acme.test/${monday('9:05')}`, 'mail:finance@acme.test', { to }],
    ],
    rows: [
      [`it-help@acme.test/${monday('8:47')} 2`, TEAM.it],
      [`finance@acme.test/${monday('9:05')}`, TEAM.finance],
    ],
  },
  {
    page: 'outlook-newest-first.html',
    about: 'the newest message on top, with Vietnamese labels',
    address: 'https://outlook.office.com/mail/',
    conversation,
    self: an,
    messages: [
      ['an@acme.test/Thứ 2, 16/11/2026 8:12 SA', an, { collapsed: true }],
      ['bich@acme.test/Thứ 2, 16/11/2026 8:47 SA', 'mail:bich@acme.test'],
    ],
    rows: [['bich@acme.test/Thứ 2, 16/11/2026 8:47 SA', TEAM.it]],
  },
  {
    page: 'outlook-hostile.html',
    about: 'senders and bodies that imitate the helpdesk, with German labels; the real one alone gets a row',
    address: 'https://outlook.office365.com/mail/',
    conversation,
    self: an,
    messages: [
      ['support@evil.example/Mo 16.11.2026 08:10', null, { to }],
      ['news@evil.example/Mo 16.11.2026 08:11', 'mail:news@evil.example', { to }],
      ['it-help@acme.test/Mo 16.11.2026 08:12', 'mail:it-help@acme.test', { to }],
      ['Mo 16.11.2026 08:13', null, { to }],
    ],
    rows: [['it-help@acme.test/Mo 16.11.2026 08:12', TEAM.it]],
  },
  {
    page: 'outlook-1.html',
    beside: true,
    about: 'one message with a German user interface; it shows no time',
    address: 'https://outlook.live.com/mail/0/',
    swap: {
      'jane.doe@example.com': 'an@acme.test',
      'recipient@example.com': 'an@acme.test',
      'sender@example.com': 'bich@acme.test',
    },
    conversation: 'AQQkADAwATMwMAItYjBiZi03YmY3LTAwAi0wMAoAEABjgKbAj7DwSKnW58xs6QY7',
    self: an,
    messages: [['bich@acme.test', 'mail:bich@acme.test', { to }]],
    rows: [['bich@acme.test', TEAM.it]],
  },
  {
    page: 'outlook-3.html',
    beside: true,
    about: 'one’s own question, a colleague’s answer and an outsider’s',
    address: 'https://outlook.cloud.microsoft/mail/inbox/id/AAQkA',
    swap: { 'jane.doe@example.com': 'an@acme.test', 'alex.rivera@example.com': 'bich@acme.test' },
    conversation: 'AQQkADAwATMwMAItYjBiZi03YmY3LTAwAi0wMAoAEABjgKbAj7DwSKnW58xs6QY7',
    self: an,
    messages: [
      ['an@acme.test/Wed 9/16/2026 9:02 AM', an, { collapsed: true }],
      ['bich@acme.test/Wed 9/16/2026 11:40 AM', 'mail:bich@acme.test', { to }],
      ['casey@customer.test/Thu 9/17/2026 2:52 PM', 'mail:casey@customer.test', { to }],
    ],
    rows: [['bich@acme.test/Wed 9/16/2026 11:40 AM', TEAM.it]],
  },
];

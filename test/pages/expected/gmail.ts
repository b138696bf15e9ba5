import { type Expected, TEAM } from './expected.ts';

const address = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbgZX';
const an = 'mail:an@acme.test';
const to = ['an@acme.test'];

export const expected: Expected[] = [
  {
    page: 'gmail.html',
    about: 'a conversation with answers of two teams; a reply that is still being sent has no id to rely on',
    address,
    conversation: '19a8c00000000001',
    self: an,
    messages: [
      ['19a8c00000000001', an, { collapsed: true }],
      ['19a8c00000000002', 'mail:it-help@acme.test', { to }],
      ['19a8c00000000003', 'mail:hr@acme.test', { to: [...to, 'it-help@acme.test'] }],
      ['19a8c00000000004', 'mail:it-help@acme.test', { to: [...to, 'hr@acme.test'] }],
    ],
    rows: [
      ['19a8c00000000003', TEAM.hr],
      ['19a8c00000000004', TEAM.it],
    ],
  },
  {
    page: 'gmail-hostile.html',
    about:
      'names and bodies that imitate a team, an outsider, a colleague, a robot, a broadcast, two names in one header',
    address,
    conversation: '19a8c00000000002',
    self: an,
    messages: [
      ['19a8c00000000001', 'mail:support@evil.example', { to }],
      ['19a8c00000000002', 'mail:maria.lopez@vendor.example', { to }],
      ['19a8c00000000003', 'mail:bao@acme.test', { to }],
      ['19a8c00000000004', 'mail:noreply@acme.test', { automatic: true, to }],
      [
        '19a8c00000000005',
        'mail:hr@acme.test',
        { to: [...Array.from({ length: 10 }, (_, index) => `person${index}@acme.test`), ...to] },
      ],
      ['19a8c00000000006', null, { to }],
    ],
    rows: [],
  },
  {
    page: 'gmail-2.html',
    beside: true,
    about: 'messages of a real page, retyped',
    swap: { 'jane.doe@example.com': 'an@acme.test', 'alex.rivera@example.com': 'bich@acme.test' },
    address: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbgZXxyzABCDEF',
    conversation: '198d3f5a0b7c0001',
    self: an,
    messages: [
      ['198d3f5a0b7c0001', an, { collapsed: true }],
      ['198d3f5a0b7c0002', 'mail:bich@acme.test', { to }],
      ['198d3f5a0b7c0003', an, { to: ['team@example.com'] }],
      ['198d3f5a0b7c0004', 'mail:client@customer.test', { to }],
    ],
    rows: [['198d3f5a0b7c0002', TEAM.it]],
  },
];

import { type Expected, TEAM } from './expected.ts';

const host = 'mail.acme.test';
const mail = { set: 'horde', address: `https://${host}/imp/dynamic.php?page=mailbox#msg:SU5CT1g;3`, self: null };
const conversation = `${host}/SU5CT1g/3`;
const everybody = ['an@acme.test', ...Array.from({ length: 11 }, (_, index) => `p${index}@acme.test`)];

export const expected: Expected[] = [
  {
    ...mail,
    page: 'horde.html',
    about: 'a mail from the helpdesk, with German labels',
    conversation,
    messages: [['SU5CT1g/3', 'mail:it-help@acme.test', { to: ['an@acme.test', 'bao@acme.test'] }]],
    rows: [['SU5CT1g/3', TEAM.it]],
  },
  {
    ...mail,
    page: 'horde.html',
    about: 'a mail from a robot',
    swap: { 'title="it-help@acme.test"': 'title="noreply@acme.test"' },
    conversation,
    messages: [['SU5CT1g/3', 'mail:noreply@acme.test', { to: ['an@acme.test', 'bao@acme.test'], automatic: true }]],
    rows: [],
  },
  {
    ...mail,
    page: 'horde.html',
    about: 'a mail from outside',
    swap: { 'title="it-help@acme.test"': 'title="maria.lopez@vendor.example"' },
    conversation,
    messages: [['SU5CT1g/3', 'mail:maria.lopez@vendor.example', { to: ['an@acme.test', 'bao@acme.test'] }]],
    rows: [],
  },
  {
    ...mail,
    page: 'horde.html',
    about: 'one’s own mail',
    swap: { 'title="it-help@acme.test"': 'title="an@acme.test"' },
    conversation,
    messages: [['SU5CT1g/3', 'mail:an@acme.test', { to: ['an@acme.test', 'bao@acme.test'] }]],
    rows: [],
  },
  {
    ...mail,
    page: 'horde-broadcast.html',
    about: 'a mail to everybody',
    conversation,
    messages: [['SU5CT1g/3', 'mail:hr@acme.test', { to: everybody }]],
    rows: [],
  },
  {
    ...mail,
    page: 'horde-hostile.html',
    about: 'a sender and a body that imitate the helpdesk, in a frame as well',
    conversation,
    messages: [['SU5CT1g/3', 'mail:support@evil.example', { to: ['an@acme.test'] }]],
    rows: [],
  },
  {
    ...mail,
    page: 'horde-window.html',
    about: 'the same mail in a window of its own is the same conversation',
    address: `https://${host}/imp/dynamic.php?page=message&buid=3&mailbox=SU5CT1g`,
    conversation,
    messages: [['SU5CT1g/3', 'mail:bich@acme.test', { to: ['an@acme.test'] }]],
    rows: [['SU5CT1g/3', TEAM.it]],
  },
];

import { type Expected, TEAM } from './expected.ts';

const host = 'mail.acme.test';
const address = (mail: number) => `https://${host}/SOGo/so/an/Mail/view#!/Mail/0/INBOX/${mail}`;
const source = (mail: number, ...lines: string[]) => ({
  [`/SOGo/so/an/Mail/0/folderINBOX/${mail}/viewsource`]: {
    body: ['Date: Mon, 16 Nov 2026 08:47:00 +0700', ...lines, '', 'To: everybody@evil.example'].join('\r\n'),
    type: 'text/plain; charset=utf-8',
  },
});
const reply = ['To: =?utf-8?q?An?= <an@acme.test>', 'Message-ID: <vpn-2@acme.test>', 'References: <vpn-1@acme.test>'];
const at = '2026-11-16T01:47:00Z';
const to = ['an@acme.test'];
const mail = { set: 'sogo', self: 'mail:an@acme.test' };

export const expected: Expected[] = [
  {
    ...mail,
    page: 'sogo.html',
    about: 'a mail from the helpdesk, with Vietnamese labels; the recipients stand in its source alone',
    address: address(3),
    answers: source(3, ...reply),
    conversation: 'vpn-1@acme.test',
    messages: [['3', 'mail:it-help@acme.test', { at, to }]],
    rows: [['3', TEAM.it]],
  },
  {
    ...mail,
    page: 'sogo.html',
    about: 'the same where SOGo does not tell the source: to whom it went is not known',
    address: address(3),
    answers: { '/SOGo/so/an/Mail/0/folderINBOX/3/viewsource': { body: '', status: 404 } },
    conversation: `${host}/an/0/INBOX/3`,
    messages: [['3', 'mail:it-help@acme.test']],
    rows: [],
  },
  {
    ...mail,
    page: 'sogo.html',
    about: 'an automatic reply',
    address: address(4),
    answers: source(4, ...reply, 'Auto-Submitted: auto-replied'),
    conversation: 'vpn-1@acme.test',
    messages: [['4', 'mail:it-help@acme.test', { at, to, automatic: true }]],
    rows: [],
  },
  {
    ...mail,
    page: 'sogo.html',
    about: 'a mail from outside',
    swap: { '>it-help@acme.test<': '>maria.lopez@vendor.example<' },
    address: address(5),
    answers: source(5, ...reply),
    conversation: 'vpn-1@acme.test',
    messages: [['5', 'mail:maria.lopez@vendor.example', { at, to }]],
    rows: [],
  },
  {
    ...mail,
    page: 'sogo.html',
    about: 'one’s own mail to oneself',
    swap: { '>it-help@acme.test<': '>an@acme.test<' },
    address: address(6),
    answers: source(6, ...reply),
    conversation: 'vpn-1@acme.test',
    messages: [['6', 'mail:an@acme.test', { at, to }]],
    rows: [],
  },
  {
    ...mail,
    page: 'sogo-hostile.html',
    about: 'a sender and a body that imitate the helpdesk, with the names of SOGo’s own markup',
    address: address(7),
    answers: source(7, ...reply),
    conversation: 'vpn-1@acme.test',
    messages: [['7', 'mail:support@evil.example', { at, to }]],
    rows: [],
  },
];

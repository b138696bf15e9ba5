import { readFileSync } from 'node:fs';
import { type Expected, TEAM } from './expected.ts';

const source = (file: string, uid: number) => ({
  [`?_task=mail&_action=viewsource&_uid=${uid}&_mbox=INBOX`]: {
    body: readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'),
    type: 'text/plain; charset=UTF-8',
  },
});
const refused = (uid: number) => ({
  [`?_task=mail&_action=viewsource&_uid=${uid}&_mbox=INBOX`]: { body: '', type: 'text/html', status: 403 },
});
const full = (uid: number) => `https://mail.acme.test/?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show`;
const an = 'mail:an@acme.test';
const it = 'mail:it-help@acme.test';
const at = '2026-11-16T08:47:00+07:00';
const to = ['an@acme.test'];
const live = {
  beside: true,
  address: 'http://127.0.0.1:18081/?_task=mail&_mbox=INBOX&_uid=1&_action=show',
  answers: refused(1),
  conversation: '127.0.0.1:18081/INBOX/1',
  self: an,
} as const;

export const expected: Expected[] = [
  {
    page: 'roundcube-full.html',
    about: 'the full view, with thread and time from the mail’s source',
    address: full(1),
    answers: source('roundcube-full.eml', 1),
    conversation: 'vpn-1@acme.test',
    self: an,
    messages: [['1', it, { at, to }]],
    rows: [['1', TEAM.it]],
  },
  {
    page: 'roundcube-preview.html',
    about: 'the preview frame, in Vietnamese: the same conversation',
    address: 'https://mail.acme.test/?_task=mail&_uid=2&_mbox=INBOX&_framed=1&_action=preview',
    answers: source('roundcube-preview.eml', 2),
    conversation: 'vpn-1@acme.test',
    self: an,
    messages: [['2', it, { at: '2026-11-16T10:05:00+07:00', to: [...to, 'hr@acme.test'] }]],
    rows: [['2', TEAM.it]],
  },
  {
    page: 'roundcube-sent.html',
    about: 'one’s own mail, whose summary names IT',
    address: full(3),
    answers: source('roundcube-full.eml', 3),
    conversation: 'vpn-1@acme.test',
    self: an,
    messages: [['3', an, { at, to: ['it-help@acme.test', ...to] }]],
    rows: [],
  },
  {
    page: 'roundcube-hostile.html',
    about: 'a look-alike whose body repeats the header with its ids',
    address: full(10),
    answers: source('roundcube-full.eml', 10),
    conversation: 'vpn-1@acme.test',
    self: an,
    messages: [['10', 'mail:support@evil.example', { at, to }]],
    rows: [],
  },
  {
    ...live,
    page: 'roundcube-real-full.html',
    about: 'a live page of version 1.6.5',
    messages: [['1', it, { to }]],
    rows: [['1', TEAM.it]],
  },
  {
    ...live,
    page: 'roundcube-real-preview.html',
    about: 'the same in the preview frame',
    messages: [['1', it, { to: [...to, 'hr@acme.test'] }]],
    rows: [['1', TEAM.it]],
  },
  {
    ...live,
    page: 'roundcube-real-preview-vi.html',
    about: 'one’s own mail in Vietnamese',
    reader: 'hr@acme.test',
    self: 'mail:hr@acme.test',
    messages: [['1', 'mail:hr@acme.test', { to: [...to, 'it-help@acme.test', 'finance@acme.test', 'hr@acme.test'] }]],
    rows: [],
  },
  {
    ...live,
    page: 'roundcube-real-lookalike.html',
    about: 'somebody outside who imitates IT',
    messages: [['1', 'mail:support@evil.example', { to }]],
    rows: [],
  },
  {
    page: 'roundcube-1.html',
    beside: true,
    about: 'the template of the preview frame, whose script is a guess',
    swap: { 'alex.rivera@example.com': 'it-help@acme.test', 'jane.doe@example.com': 'an@acme.test' },
    address: 'https://webmail.example.com/?_task=mail&_uid=4711&_mbox=INBOX&_action=preview&_framed=1',
    answers: refused(4711),
    conversation: 'webmail.example.com/INBOX/4711',
    self: null,
    messages: [['4711', it, { to }]],
    rows: [['4711', TEAM.it]],
  },
];

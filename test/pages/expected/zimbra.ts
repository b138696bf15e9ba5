import { type Expected, TEAM } from './expected.ts';

const host = 'mail.acme.test';
const at = (time: string) => `2026-11-16T${time}:00+07:00`;

interface Mail {
  id: number;
  /** More than one only where somebody sent it so. */
  from: string[];
  name?: string;
  time: string;
}

/** As Zimbra lists the messages of a conversation: recipients come first, whoever wrote it last. */
const listed = (...mails: Mail[]) => ({
  '/service/home/~/': {
    body: JSON.stringify({
      m: mails.map(({ id, from, name, time }) => ({
        id: String(id),
        l: '2',
        d: Date.parse(at(time)),
        e: [
          { a: 'finance@acme.test', d: 'Finance', p: 'Finance', t: 't' },
          ...from.map((address) => ({ a: address, d: name, p: name, t: 'f' })),
        ],
        su: 'VPN from home',
        fr: 'A few words of the message',
      })),
    }),
  },
});

const page = { set: 'zimbra', address: `https://${host}/zimbra/#1`, self: null } as const;

export const expected: Expected[] = [
  {
    ...page,
    page: 'zimbra.html',
    about: 'a conversation, the newest first, whose senders Zimbra itself names',
    answers: listed(
      { id: 1005, from: ['Bich@acme.test'], time: '10:05' },
      { id: 1004, from: ['an@acme.test'], time: '09:30' },
      { id: 1003, from: ['hr@acme.test'], time: '09:00' },
      { id: 1001, from: ['an@acme.test'], time: '08:11' },
    ),
    conversation: `${host}/1010`,
    messages: [
      ['1001', 'mail:an@acme.test', { at: at('08:11'), collapsed: true }],
      ['1003', 'mail:hr@acme.test', { at: at('09:00') }],
      ['1004', 'mail:an@acme.test', { at: at('09:30'), collapsed: true }],
      ['1005', 'mail:bich@acme.test', { at: at('10:05') }],
    ],
    rows: [
      ['1003', TEAM.hr],
      ['1005', TEAM.it],
    ],
  },
  {
    ...page,
    page: 'zimbra.html',
    about: 'Zimbra does not say who wrote: names are not taken for addresses',
    swap: { 'Trần Thị Bích ': 'it-help@acme.test ' },
    answers: { '/service/home/~/': { body: 'no', status: 500 } },
    conversation: `${host}/1010`,
    messages: [
      ['1001', null, { collapsed: true }],
      ['1003', null],
      ['1004', null, { collapsed: true }],
      ['1005', null],
    ],
    rows: [],
    faults: ['author'],
  },
  {
    ...page,
    page: 'zimbra-hostile.html',
    about: 'senders that imitate the helpdesk, and a body that imitates another message and another conversation',
    answers: listed(
      { id: 2001, from: ['an@acme.test'], time: '08:11' },
      { id: 2002, from: ['support@evil.example'], name: 'IT Helpdesk <it-help@acme.test>', time: '08:30' },
      { id: 2003, from: ['it-help@acrne.test'], name: 'it-help@acme.test', time: '08:40' },
      { id: 2004, from: ['support@evil.example', 'it-help@acme.test'], name: 'IT Helpdesk', time: '08:50' },
      { id: 2005, from: ['support@evil.example,it-help@acme.test'], name: 'IT Helpdesk', time: '09:00' },
      { id: 2006, from: ['noreply@acme.test'], name: 'IT Helpdesk', time: '09:10' },
    ),
    conversation: `${host}/2010`,
    messages: [
      ['2001', 'mail:an@acme.test', { at: at('08:11'), collapsed: true }],
      ['2002', 'mail:support@evil.example', { at: at('08:30') }],
      ['2003', 'mail:it-help@acrne.test', { at: at('08:40') }],
      ['2004', null],
      ['2005', null],
      ['2006', 'mail:noreply@acme.test', { at: at('09:10'), automatic: true }],
      ['2007', null],
    ],
    rows: [],
  },
];

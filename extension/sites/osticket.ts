// osTicket, a ticket as agents and as its owner see it. Nobody is named but by name, and staff may be hidden altogether.
import type { SiteDescription, Source } from './description.ts';

const entry = {
  id: [{ from: 'attribute', name: 'id', after: 'thread-entry-', form: 'number' }],
  author: [],
  name: [{ from: 'text', of: '.header > b', form: 'name' }],
  sentAt: [{ from: 'attribute', of: '.header > time, .header > a > time', name: 'datetime', form: 'moment' }],
  body: '.thread-body',
} as const satisfies Record<string, string | readonly Source[]>;

export const osticket: SiteDescription = {
  id: 'osticket',
  kind: 'ticket',
  accounts: 'osticket',
  hosts: [],
  bodies: '.thread-body',
  root: '#content:has(#ticketThread)',
  conversation: {
    id: [
      {
        from: 'attribute',
        of: ':is(h1, h2) > a[href*="tickets.php?id="]',
        name: 'href',
        after: '?id=',
        form: 'number',
      },
    ],
    perHost: true,
  },
  self: [],
  selfName: [
    { from: 'text', of: '#header .flush-right > p:has(a[href$="profile.php"])', before: '\u00a0|', form: 'name' },
    { from: 'text', of: '#info > strong', form: 'name' },
  ],
  // The department, in the agents' table and in the owner's.
  queue: [
    { from: 'text', of: '.ticket_info table tr:nth-child(3) > td', form: 'name' },
    { from: 'text', of: '#ticketInfo .infoTable > tbody > tr:nth-child(2) > td', form: 'name' },
  ],
  messages: [
    {
      ...entry,
      each: '[id^="thread-entry-"]:has(> :is(.response, .note))',
      ignore: '.thread-entry.system',
      staff: '.thread-entry.response',
      internal: '.thread-entry.note',
    },
    // Whoever writes a mail to the desk chooses the name there.
    { ...entry, each: '[id^="thread-entry-"]:has(> .message)', freeName: true },
  ],
  // Whoever came by a link of a mail is a guest.
  mayLackSelf: 'body:not(:has(a[href$="profile.php"]))',
  anchor: '.thread-entry > .thread-body',
  reads: [],
};

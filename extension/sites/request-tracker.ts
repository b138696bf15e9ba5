// Request Tracker, a ticket's display page, for agents and for requestors (SelfService). Comments and answers differ by translated
// words alone in version 5, so nothing tells them apart there.
import type { SiteDescription } from './description.ts';

const user = '.description > .user';

export const requestTracker: SiteDescription = {
  id: 'request-tracker',
  kind: 'ticket',
  accounts: 'rt',
  hosts: [],
  bodies: '.transaction > .content',
  root: '.history[id^="ticket-"]',
  conversation: { id: [{ from: 'attribute', name: 'id', after: 'ticket-', form: 'number' }], perHost: true },
  self: [{ from: 'script', has: 'RT.CurrentUser', value: '"id":', form: 'number' }],
  messages: [
    {
      each: '.transaction:is(.message, .comment)',
      id: [{ from: 'attribute', name: 'data-transaction-id', form: 'number' }],
      author: [{ from: 'attribute', of: user, name: 'data-user-id', form: 'number' }],
      // An address is shown of those who have no rights, "login (Full Name)" of those who answer; or, where the company or the
      // reader chose so ("concise"), the name alone, which whoever writes a mail may make look like either.
      name: [
        // A full name that holds an address is none.
        { from: 'text', of: user, after: ' ', before: '@', inside: '()', form: 'name' },
        { from: 'text', of: user, inside: '<>', form: 'address' },
      ],
      // Attachments and empty parts stand among the parts of the text: a row goes below all of it.
      body: '.transaction > .content',
      // The system itself.
      automatic: '.user[data-user-id="1"]',
      internal: '.comment',
      mayLackName: true,
    },
  ],
  likeOwn: true,
  idsGrow: true,
  anchor: '.transaction.message > .content',
  reads: [],
};

// SOGo, one message at a time, drawn anew in place at each choice. Markup in HTML mail keeps its classes and ids here, so
// everything is read around it. Recipients are shown by name only; the mail's own source names them.
import type { SiteDescription } from './description.ts';

const UID = { from: 'hash', after: ['!/Mail/', '/', '/'], form: 'number' } as const;

export const sogo: SiteDescription = {
  id: 'sogo',
  kind: 'mail',
  accounts: 'mail',
  hosts: [],
  frames: 'top',
  paths: ['/Mail/'],
  bodies: '.msg-body, .sg-back',
  root: 'md-card:has(.msg-date)',
  // "#!/Mail/0/INBOX/3": account, folder and number, which changes when a mail is moved.
  conversation: {
    id: [UID],
    within: [
      {
        from: 'join',
        parts: [
          { from: 'path', after: '/so/', form: 'segment' },
          { from: 'hash', after: '!/Mail/', form: 'segment' },
          { from: 'hash', after: ['!/Mail/', '/'], form: 'segment' },
        ],
      },
    ],
    perHost: true,
    thread: true,
  },
  self: [{ from: 'text', of: '[ng-bind$="activeUser.email"]', form: 'address' }],
  messages: [
    {
      each: 'md-card-content:has(.msg-date)',
      id: [UID],
      // The name beside it is the sender's choice, and may be an address as well.
      author: [{ from: 'text', of: 'a[ng-bind$="viewer.message.from[0].email"]', form: 'address' }],
      body: '.msg-body',
    },
  ],
  anchor: '.msg-body',
  reads: [{ get: './{#2}/folder{#3}/{#4}/viewsource', as: 'mail-headers' }],
};

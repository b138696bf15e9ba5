// HyperKitty, the archive of Mailman's lists: a thread, or one message of it. The page holds no address at all, and names are
// whatever the sender wrote, so only the reader can say which team answered.
import type { SiteDescription } from './description.ts';

export const hyperkitty: SiteDescription = {
  id: 'hyperkitty',
  kind: 'list',
  accounts: 'mail',
  hosts: [],
  frames: 'top',
  paths: ['/thread/', '/message/'],
  bodies: '.email-body',
  root: 'body',
  conversation: {
    id: [
      { from: 'path', after: '/thread/', form: 'segment' },
      { from: 'path', after: '/message/', form: 'segment' },
    ],
    within: [{ from: 'path', after: 'list/', form: 'login' }],
    perHost: true,
  },
  self: [],
  queue: [{ from: 'path', after: 'list/', form: 'login' }],
  messages: [
    {
      each: '.email',
      // The hash of the mail's Message-ID.
      id: [{ from: 'attribute', of: '.email-header', name: 'id', form: 'word' }],
      author: [],
      name: [{ from: 'text', of: '.email-author .name', form: 'name' }],
      body: '.email-body',
    },
  ],
  // A form for a new thread, and lists that are closed to the reader.
  mayBeEmpty: 'body:not(:has(#thread-content))',
  anchor: '.email-body',
  reads: [],
};

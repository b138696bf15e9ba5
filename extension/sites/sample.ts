// The sample webmail of the local stack; in development builds only.
import type { SiteDescription } from './description.ts';

export const sample: SiteDescription = {
  id: 'sample',
  kind: 'mail',
  accounts: 'mail',
  hosts: ['localhost', '127.0.0.1'],
  bodies: '.mail-body',
  root: 'main[data-app="sample-webmail"]',
  conversation: {
    id: [{ from: 'attribute', of: 'section.thread', name: 'data-thread', form: 'word' }],
    perHost: false,
  },
  self: [{ from: 'attribute', name: 'data-user', form: 'address' }],
  messages: [
    {
      each: 'article.mail',
      id: [{ from: 'attribute', name: 'data-mail', form: 'word' }],
      author: [{ from: 'attribute', of: '.mail-head a.from', name: 'href', form: 'mailto' }],
      recipients: [{ from: 'attribute', of: '.mail-head .to a', name: 'href', form: 'mailto' }],
      sentAt: [{ from: 'attribute', of: '.mail-head time', name: 'datetime', form: 'moment' }],
      automatic: '[data-auto="true"]',
      body: '.mail-body',
    },
  ],
  anchor: 'article.mail .mail-body',
  reads: [],
};

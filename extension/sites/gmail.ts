// Gmail: the attributes named here survived every change of its markup since 2022; classes around them did not.
import type { SiteDescription } from './description.ts';

export const gmail: SiteDescription = {
  id: 'gmail',
  kind: 'mail',
  accounts: 'mail',
  hosts: ['mail.google.com'],
  // Windows of their own and the preview hold their mails themselves; the frames of its host hold chats, menus and tools.
  frames: 'top',
  bodies: '.ii.gt, .a3s, .iA',
  // Gmail keeps conversations that were left in the document, hidden.
  root: '[role="main"]',
  // `data-thread-perm-id` may literally be "undefined"; the legacy id is the one of the API.
  conversation: {
    id: [{ from: 'attribute', of: 'h2[data-legacy-thread-id]', name: 'data-legacy-thread-id', form: 'hex' }],
    perHost: false,
  },
  // "Subject - reader - company Mail"; the subject is anybody's, the last address is not.
  self: [
    { from: 'title', form: 'last-address' },
    {
      from: 'attribute',
      of: 'a[href^="https://accounts.google.com/SignOutOptions"]',
      name: 'aria-label',
      form: 'last-address',
    },
  ],
  messages: [
    {
      each: '[data-message-id]',
      // Absent on a reply that is still being sent, and what stands in its place may change: then there is no message yet.
      id: [{ from: 'attribute', name: 'data-legacy-message-id', form: 'hex' }],
      author: [{ from: 'attribute', of: '.gF .gD[email]', name: 'email', form: 'address' }],
      recipients: [{ from: 'attribute', of: '.hb span[email]', name: 'email', form: 'address' }],
      body: '.ii.gt',
    },
  ],
  anchor: '.adn .ii.gt',
  reads: [],
};

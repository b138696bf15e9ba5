// Zendesk, a ticket in the agents' workspace. Several tickets stay in the page, one of them is shown. Messages have no id, and
// one that follows another by the same person has no sender; the time is the only thing that each of them has.
import type { SiteDescription } from './description.ts';

export const zendesk: SiteDescription = {
  id: 'zendesk',
  kind: 'ticket',
  accounts: 'zendesk',
  hosts: ['*.zendesk.com'],
  frames: 'top',
  // Not the help centre, which each company draws as it likes.
  paths: ['/agent'],
  bodies: '[data-test-id="omni-log-message-content"]',
  root: '.ticket-panes-grid-layout[data-is-active="true"]',
  conversation: { id: [{ from: 'path', after: 'agent/tickets/', form: 'number' }], perHost: true },
  self: [],
  messages: [
    {
      each: 'article[data-test-id="omni-log-comment-item"]',
      // Not the sender too: it is left out or shown by what stands before.
      id: [{ from: 'attribute', of: 'time', name: 'datetime', form: 'moment' }],
      author: [
        {
          from: 'attribute',
          of: '[data-test-id="omni-log-item-sender"] a',
          name: 'href',
          after: '/users/',
          form: 'number',
        },
      ],
      // Customers may call themselves anything.
      name: [
        {
          from: 'text',
          of: 'article:has([data-test-id="omni-log-item-message"][type="agent"]:not([data-test-id="omni-log-message-content"] *)) [data-test-id="omni-log-item-sender"] a',
          form: 'name',
        },
      ],
      sentAt: [{ from: 'attribute', of: 'time', name: 'datetime', form: 'moment' }],
      begins: '[data-test-id="omni-log-item-sender"]',
      staff: '[data-test-id="omni-log-item-message"][type="agent"]',
      internal: '[data-test-id="omni-log-internal-note-tag"], [data-test-id="omni-log-item-message"][type="internal"]',
      automatic:
        '[data-test-id="omni-log-item-message"][type]:not([type="agent"], [type="end-user"], [type="internal"])',
      body: '[data-test-id="omni-log-message-content"]',
    },
  ],
  idsRepeat: true,
  anchor: '[data-test-id="omni-log-message-content"]',
  reads: [{ get: '/api/v2/users/me.json', as: 'self', id: 'user.id' }],
};

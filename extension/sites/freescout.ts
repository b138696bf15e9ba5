// FreeScout, a conversation. Customers are who their mail says they are; the reader's own messages are by "you", in any language.
import type { SiteDescription } from './description.ts';

const agent = '.thread-person a[href*="/users/profile/"]';

export const freescout: SiteDescription = {
  id: 'freescout',
  kind: 'ticket',
  accounts: 'freescout',
  hosts: [],
  bodies: '.thread-body',
  root: 'body[data-conversation_id]',
  conversation: { id: [{ from: 'attribute', name: 'data-conversation_id', form: 'number' }], perHost: true },
  self: [{ from: 'attribute', of: 'body', name: 'data-auth_user_id', form: 'number' }],
  // The mailbox.
  queue: [{ from: 'attribute', of: '.form-reply [name="mailbox_id"]', name: 'value', form: 'number' }],
  messages: [
    {
      each: '#conv-layout-main .thread[data-thread_id]:is(.thread-type-customer, .thread-type-message, .thread-type-note)',
      id: [{ from: 'attribute', name: 'data-thread_id', form: 'number' }],
      author: [{ from: 'attribute', of: agent, name: 'href', after: '/users/profile/', form: 'number' }],
      name: [{ from: 'text', of: agent, form: 'name' }],
      own: '.thread:not(.thread-type-customer) .thread-person > strong:only-child:not(:has(a))',
      body: '.thread-body',
      // Customers have no account.
      nameless: '.thread-type-customer',
      staff: '.thread-type-message',
      internal: '.thread-type-note',
    },
  ],
  mayLackQueue: 'body:not(:has(.form-reply))',
  idsGrow: true,
  anchor: '.thread .thread-body',
  reads: [],
};

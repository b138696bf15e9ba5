// Roundcube with its Elastic skin, one message at a time: the full view and the preview frame hold the same markup.
import type { SiteDescription } from './description.ts';

export const roundcube: SiteDescription = {
  id: 'roundcube',
  kind: 'mail',
  accounts: 'mail',
  hosts: ['*'],
  query: { _task: ['mail'], _action: ['show', 'preview'] },
  bodies: '#messagebody, #message-objects',
  root: 'body',
  // A uid changes when a mail is moved, so it serves only mails without a Message-ID.
  conversation: {
    id: [{ from: 'query', name: '_uid', form: 'word' }],
    within: [{ from: 'query', name: '_mbox', form: 'word' }],
    perHost: true,
    thread: true,
  },
  // The page names its user only in the script that starts it.
  self: [{ from: 'script', has: 'rcmail.set_env(', value: '"username":', form: 'address' }],
  messages: [
    {
      each: '#layout-content:has(#message-header)',
      id: [{ from: 'query', name: '_uid', form: 'word' }],
      // `.header-summary` names the recipient in Sent and Drafts; only the From line is the author.
      author: [
        { from: 'attribute', of: '#message-header td.from .rcmContactAddress', name: 'href', form: 'mailto' },
        { from: 'attribute', of: '#message-header td.from .rcmContactAddress', name: 'title', form: 'address' },
      ],
      recipients: [
        {
          from: 'attribute',
          of: '#message-header :is(td.to, td.cc) .rcmContactAddress',
          name: 'title',
          form: 'address',
        },
      ],
      body: '#messagebody',
    },
  ],
  // At the mail's address: who has to sign in first, and a mail that is gone.
  mayBeEmpty: '.watermark, body[class*="task-"]:not(.task-mail)',
  // Where people sign in with a login, no page names their address.
  mayLackSelf: 'html',
  anchor: '#messagebody',
  reads: [{ get: '?_task=mail&_action=viewsource&_uid={?_uid}&_mbox={?_mbox}', as: 'mail-headers' }],
};

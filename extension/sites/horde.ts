// Horde's mail (IMP), its dynamic view: one message at a time, in the preview or in a window of its own. HTML mail stands in
// frames that carry the page's own address, so only the outermost frame is looked at.
import type { SiteDescription, Source } from './description.ts';

const WHICH: readonly Source[] = [
  {
    from: 'join',
    parts: [
      { from: 'hash', after: 'msg:', before: ';', form: 'word' },
      { from: 'hash', after: ['msg:', ';'], form: 'number' },
    ],
  },
  {
    from: 'join',
    parts: [
      { from: 'query', name: 'mailbox', form: 'word' },
      { from: 'query', name: 'buid', form: 'number' },
    ],
  },
];

export const horde: SiteDescription = {
  id: 'horde',
  kind: 'mail',
  accounts: 'mail',
  hosts: [],
  frames: 'top',
  paths: ['/dynamic.php'],
  query: { page: ['mailbox', 'message'] },
  bodies: '#messageBody',
  root: '#previewPane, #msgData',
  conversation: { id: WHICH, perHost: true },
  // The page does not say who reads.
  self: [],
  messages: [
    {
      each: '#previewMsg, .msgfullread',
      id: WHICH,
      author: [
        {
          from: 'attribute',
          of: ':is(#msgHeadersColl .from, #msgHeaderFrom) a.address',
          name: 'title',
          form: 'address',
        },
      ],
      recipients: [
        { from: 'attribute', of: ':is(#msgHeaderTo, #msgHeaderCc) a.address', name: 'title', form: 'address' },
      ],
      body: '#messageBody',
    },
  ],
  anchor: '#messageBody',
  reads: [],
};

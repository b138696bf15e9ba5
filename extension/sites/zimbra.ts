// Zimbra's classic web client, a conversation in the reading pane. Who wrote is shown by name as people set it from the start,
// and a name can look like an address, so the page is asked for ids alone; authors and times come from Zimbra's own answer.
import type { SiteDescription } from './description.ts';

// Views that are put away stay in the document below the others; one message of a conversation alone covers the whole.
const PANE = '.ZmConvDoublePaneView:not([style*="z-index: 100;"]) .ZmConvView2:not([style*="display: none;"])';

export const zimbra: SiteDescription = {
  id: 'zimbra',
  kind: 'mail',
  accounts: 'mail',
  hosts: [],
  frames: 'top',
  bodies: '.MsgBody',
  root: '.ZmConvDoublePaneView:not([style*="z-index: 100;"]):has(.ZmConvView2:not([style*="display: none;"]) .ZmMailMsgCapsuleView)',
  // The row of the list that is chosen: "zli__CLV-main__258". Those of shared mailboxes have their owner before a colon.
  conversation: {
    id: [
      {
        from: 'attribute',
        of: '.ZmConvDoublePaneView .Row-selected[id^="zli__CLV"]:not([id*=":"])',
        name: 'id',
        after: ['zli__', '__'],
        form: 'word',
      },
    ],
    perHost: true,
  },
  // The page shows a name, or what its owner likes.
  self: [],
  messages: [
    {
      each: `${PANE} .ZmMailMsgCapsuleView:not([id*=":"])`,
      // "main_MSGC257".
      id: [{ from: 'attribute', name: 'id', after: 'MSGC', form: 'digits' }],
      author: [],
      ignore: '.ZmMailMsgCapsuleView.draft',
      body: '.MsgBody',
    },
  ],
  // In a mailbox numbers grow; the reader chooses which end of a conversation comes first.
  idsGrow: true,
  anchor: '.ZmMailMsgCapsuleView > .MsgBody',
  reads: [
    {
      get: '/service/home/~/?auth=co&fmt=json&types=message&limit=100&query=conv:%22{conversation}%22%20-is:draft',
      as: 'messages',
      list: 'm',
      id: 'id',
      author: 'e.t=f.a',
      form: 'address',
      sentAt: 'd',
    },
  ],
};

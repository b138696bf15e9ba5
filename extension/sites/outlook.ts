// Outlook on the web, the reading pane. Most classes are hashes that change with each build; ids, data attributes and a few
// plain class names stay. The list beside it measures its rows, so nothing is ever put there.
import type { SiteDescription } from './description.ts';

/** "From: Bích<bich@acme.test>", in any language. */
const LABELS = ':is([id^="MSG_"][id$="_FROM"] [aria-label], [role="region"] > [aria-label])';
const SENDER = [
  { from: 'attribute', of: LABELS, name: 'aria-label', inside: '<>', form: 'address' },
  { from: 'attribute', of: LABELS, name: 'aria-label', after: ':', form: 'address' },
] as const;
const RECIPIENTS = '[data-testid="RecipientWell"]';
const TIME = { from: 'text', of: '[data-testid="SentReceivedSavedTime"]', form: 'name' } as const;

export const outlook: SiteDescription = {
  id: 'outlook',
  kind: 'mail',
  accounts: 'mail',
  hosts: ['outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft'],
  frames: 'top',
  bodies: '[id^="UniqueMessageBody"], [contenteditable="true"]',
  // Without a mail in the reading pane a row of the list says nothing.
  root: 'body:has(.wide-content-host, [id^="UniqueMessageBody"])',
  conversation: {
    id: [
      { from: 'attribute', of: '[data-convid][aria-selected="true"]', name: 'data-convid', form: 'word' },
      // A mail in a window of its own, or over the whole page. Joined: the address keeps it where the pane shows something else.
      { from: 'join', parts: [{ from: 'path', after: '/id/', form: 'segment' }] },
    ],
    perHost: false,
  },
  // Shared mailboxes follow the reader's own one.
  self: [
    {
      from: 'attribute',
      of: '[id^="primaryMailboxRoot"]:not([id^="primaryMailboxRoot"] ~ *, :has([id^="primaryMailboxRoot"]) ~ * *)',
      name: 'data-folder-name',
      form: 'address',
    },
  ],
  messages: [
    {
      each: '.wide-content-host',
      // No id of a message is known to last; the time as it is shown tells messages of one sender apart.
      id: [...SENDER.map((sender) => ({ from: 'join', parts: [sender, TIME] }) as const), ...SENDER, TIME],
      // Of people in the address book the name alone may be shown: then there is no author. Nor is there one where two
      // addresses stand in a label: one of them may be a name, or they write on behalf of each other.
      author: [
        ...SENDER,
        { from: 'attribute', of: LABELS, name: 'aria-label', after: '<', before: '>', form: 'address' },
      ],
      recipients: [
        { from: 'attribute', of: `${RECIPIENTS} [aria-label]`, name: 'aria-label', inside: '<>', form: 'address' },
        { from: 'text', of: `${RECIPIENTS} span`, inside: '<>', form: 'address' },
        { from: 'text', of: `${RECIPIENTS} span`, after: ':', form: 'address' },
        { from: 'text', of: `${RECIPIENTS} span`, form: 'address' },
      ],
      nameless: `:has(${LABELS}):not(:has(${LABELS}[aria-label*="@"]))`,
      body: '[id^="UniqueMessageBody"]',
    },
  ],
  // A mail in a window of its own has no folders beside it.
  mayLackSelf: 'body:not(:has([id^="primaryMailboxRoot"]))',
  // The newest message is always open: where the last one is not, it is the oldest.
  newestFirst:
    '[data-app-section="ConversationContainer"] > :last-child:not(:has([id^="UniqueMessageBody"])) .wide-content-host',
  idsRepeat: true,
  anchor: '[id^="UniqueMessageBody"]',
  reads: [],
};

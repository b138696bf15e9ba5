// Zammad, both user interfaces: the legacy one, which keeps every open ticket in the page, and the desktop one, where only the
// link of the avatar says whose an article is, and only to agents.
import type { SiteDescription } from './description.ts';

const FROM = '.article-meta.top > .article-meta-row:first-child > .article-meta-value';

export const zammad: SiteDescription = {
  id: 'zammad',
  kind: 'ticket',
  accounts: 'zammad',
  hosts: [],
  frames: 'top',
  bodies: '.textBubble, [data-test-id^="article-bubble-body-"]',
  root: '.content.active, main',
  conversation: {
    id: [
      {
        from: 'attribute',
        of: '.ticket-article-item > a[href*="#ticket/zoom/"]',
        name: 'href',
        after: '#ticket/zoom/',
        form: 'number',
      },
      { from: 'path', after: 'desktop/tickets/', form: 'number' },
    ],
    perHost: true,
  },
  self: [{ from: 'attribute', of: '#navigation .user .js-avatar [data-id]', name: 'data-id', form: 'number' }],
  messages: [
    {
      each: '.ticket-article-item',
      id: [{ from: 'attribute', name: 'data-id', form: 'number' }],
      author: [
        // An agent's is the queue's; a customer's is their own.
        {
          from: 'text',
          of: `.ticket-article-item.customer ${FROM} .text-muted`,
          inside: '<>',
          form: 'address',
          kind: 'mail',
        },
        { from: 'attribute', of: '.js-avatar [data-id]', name: 'data-id', form: 'number' },
      ],
      // Customers write theirs themselves.
      name: [{ from: 'text', of: `.ticket-article-item.agent ${FROM}`, before: ' via ', form: 'name' }],
      sentAt: [{ from: 'attribute', of: 'time.humanTimeFromNow', name: 'datetime', form: 'moment' }],
      body: '.article-content',
      automatic: '.ticket-article-item.system',
      staff: '.ticket-article-item.agent',
      internal: '.ticket-article-item.is-internal',
    },
    {
      each: '[data-test-id^="article-bubble-container-"]',
      id: [{ from: 'attribute', name: 'data-test-id', after: 'article-bubble-container-', form: 'number' }],
      author: [{ from: 'attribute', of: 'a[href*="/users/"]', name: 'href', after: '/users/', form: 'number' }],
      body: '[data-test-id="article-bubble-body-{id}"]',
      // To customers it names nobody.
      nameless: '[data-test-id^="article-bubble-container-"]',
    },
  ],
  // The desktop interface does not say.
  mayLackSelf: 'body:not(:has(#navigation))',
  idsGrow: true,
  anchor: '.ticket-article-item .article-content, [data-test-id^="article-bubble-body-"]',
  reads: [],
};

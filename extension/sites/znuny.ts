// Znuny and OTRS 6, the ticket zoom of agents and of customers. HTML articles stand in sandboxed frames; the row stands outside.
import type { SiteDescription, Source } from './description.ts';

/** A From line as it came: first and last address, and what stands before a comma, must be one and the same. */
const fromLine = (of: string): readonly Source[] => [
  { from: 'attribute', of, name: 'title', inside: '<>', form: 'address' },
  { from: 'attribute', of, name: 'title', after: '<', before: '>', form: 'address' },
  { from: 'attribute', of, name: 'title', before: ',', form: 'address' },
];

/** In the portal all that customers wrote is the reader's side's: the page tells no two of them apart that can be trusted. */
const CUSTOMER: Source = { from: 'fixed', text: 'customer', form: 'word', kind: 'znuny' };

export const znuny: SiteDescription = {
  id: 'znuny',
  kind: 'ticket',
  accounts: 'mail',
  hosts: [],
  query: { Action: ['AgentTicketZoom', 'CustomerTicketZoom'] },
  bodies: '.ArticleMailContent, .MessageContent',
  root: 'body',
  conversation: {
    id: [
      { from: 'query', name: 'TicketID', form: 'number' },
      // Customers come from their list by the ticket's number, which is another id.
      { from: 'attribute', of: '#Messages h3 > a', name: 'href', after: 'TicketID=', form: 'number' },
      { from: 'attribute', of: '[id^="nav-"] a[href*="TicketID="]', name: 'href', after: 'TicketID=', form: 'number' },
    ],
    perHost: true,
  },
  self: [CUSTOMER],
  queue: [
    { from: 'attribute', of: 'a[href*="AgentTicketQueue;QueueID="]', name: 'href', after: 'QueueID=', form: 'number' },
  ],
  messages: [
    {
      each: '#ArticleItems > div',
      id: [{ from: 'attribute', of: 'a[name^="Article"]', name: 'name', after: 'Article', form: 'number' }],
      author: fromLine(
        '.ArticleMailHeader :is(fieldset > :first-child > [title], fieldset > label:first-child + [title])',
      ),
      body: '.ArticleMailContent',
      automatic: '.WidgetSimple.system',
      staff: '.WidgetSimple.agent',
      internal: '.WidgetSimple.NotVisibleForCustomer',
    },
    {
      // All of the ticket's articles, of which the page may show one only.
      each: '#ArticleTable > tbody > tr',
      id: [{ from: 'attribute', of: 'input.ArticleID', name: 'value', form: 'number' }],
      author: fromLine('td.Sender > div'),
      body: '.ArticleMailContent',
      ignore: 'tr.Active',
    },
    {
      each: '#Messages > li[class^="customer-"]',
      id: [{ from: 'attribute', of: 'h3 > a', name: 'href', after: 'ArticleID=', form: 'number' }],
      author: [CUSTOMER],
      body: '.MessageContent',
    },
    {
      each: '#Messages > li:not([class^="customer-"])',
      id: [{ from: 'attribute', of: 'h3 > a', name: 'href', after: 'ArticleID=', form: 'number' }],
      author: [],
      name: [{ from: 'text', of: 'h3 > a', before: '–', form: 'name' }],
      body: '.MessageContent',
      automatic: '#Messages > [class^="system-"]',
      staff: true,
    },
  ],
  // At the ticket's address: who has to sign in first, and who may not see it.
  mayBeEmpty: 'body:not(:has(.TicketZoom))',
  // To customers it shows none.
  mayLackQueue: 'body:not(:has(.TicketZoom #ArticleItems))',
  idsGrow: true,
  anchor: '.ArticleMailContent, .MessageContent',
  reads: [],
};

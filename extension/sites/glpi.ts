// GLPI 10 and 11, the timeline of a ticket, problem or change. Where the server hides who answered, the assigned group tells.
import type { SiteDescription } from './description.ts';

export const glpi: SiteDescription = {
  id: 'glpi',
  kind: 'ticket',
  accounts: 'glpi',
  hosts: [],
  paths: ['/front/'],
  bodies: '.read-only-content, .edit-content',
  root: '.itil-timeline',
  conversation: {
    id: [
      {
        from: 'join',
        parts: [
          { from: 'attribute', of: '.ITILContent', name: 'data-itemtype', form: 'word' },
          { from: 'attribute', of: '.ITILContent', name: 'data-items-id', form: 'number' },
        ],
      },
    ],
    perHost: true,
  },
  // The forms for a new answer show whose it will be.
  self: [
    {
      from: 'attribute',
      of: '#new-itilobject-form .user-part a[href*="user.form.php"]',
      name: 'href',
      after: 'id=',
      form: 'number',
    },
  ],
  selfName: [{ from: 'text', of: '.user-menu .dropdown-header', form: 'name' }],
  // One group alone: of two, nobody knows which answered.
  queue: [
    {
      from: 'attribute',
      of: '[data-actor-type="assign"] > [data-itemtype="Group"]:not(:has(~ [data-itemtype="Group"]), [data-itemtype="Group"] ~ *)',
      name: 'data-items-id',
      form: 'number',
    },
  ],
  messages: [
    {
      each: '.timeline-item[data-items-id]:is(.ITILContent, .ITILFollowup, .ITILSolution, .ITILTask)',
      id: [
        {
          from: 'join',
          parts: [
            { from: 'attribute', name: 'data-itemtype', form: 'word' },
            { from: 'attribute', name: 'data-items-id', form: 'number' },
          ],
        },
      ],
      // The second badge names whoever changed it last.
      author: [
        {
          from: 'attribute',
          of: ':is(.user-part, .creator > .badge:first-child) a[href^="mailto:"]',
          name: 'href',
          form: 'mailto',
          kind: 'mail',
        },
        {
          from: 'attribute',
          of: ':is(.row > .col-auto, .creator > .badge:first-child) a[href*="user.form.php"]',
          name: 'href',
          after: 'id=',
          form: 'number',
        },
      ],
      name: [
        {
          from: 'text',
          of: '.creator > .badge:first-child :is([id^="user_"], a[href*="user.form.php"])',
          form: 'name',
        },
      ],
      body: '.read-only-content',
      // GLPI puts those who are assigned on the right.
      staff: '.timeline-content:is(.t-right, .right):not(.t-middle)',
      internal: '.private-item',
    },
  ],
  // No form for an answer: the ticket is closed, or it is not the reader's to answer. Few are assigned to a group.
  mayLackSelf: 'body:not(:has(#new-itilobject-form))',
  mayLackQueue: 'html',
  newestFirst: '.itil-timeline > [data-items-id] ~ .ITILContent',
  anchor: '.timeline-item .read-only-content',
  reads: [],
};

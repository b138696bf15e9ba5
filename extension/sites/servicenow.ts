// ServiceNow, the classic form in its frame: the stream of a record, the newest first. Workspaces keep everything in nested
// shadow roots and are not described.
import type { SiteDescription } from './description.ts';

export const servicenow: SiteDescription = {
  id: 'servicenow',
  kind: 'ticket',
  accounts: 'servicenow',
  hosts: ['*.service-now.com'],
  paths: ['.do'],
  bodies: '.sn-card-component_summary',
  root: 'body',
  conversation: {
    id: [{ from: 'attribute', of: '#sys_uniqueValue', name: 'value', form: 'hex' }],
    perHost: true,
  },
  self: [
    { from: 'script', has: 'NOW.user.userID', value: 'NOW.user.userID =', form: 'hex' },
    { from: 'script', has: 'NOW.user_id', value: 'NOW.user_id =', form: 'hex' },
  ],
  messages: [
    {
      // The form's own field: for whom the record is.
      each: 'input:is([id$=".caller_id"], [id$=".requested_for"], [id$=".opened_for"]):not([id^="sys_"])',
      id: [{ from: 'fixed', text: 'opening', form: 'word' }],
      author: [{ from: 'attribute', name: 'value', form: 'hex' }],
      body: '.sn-card-component_summary',
    },
    {
      each: 'li.h-card_comments',
      // Journal entries have an id in newer releases only.
      id: [
        { from: 'attribute', name: 'data-journal-id', form: 'hex' },
        {
          from: 'join',
          parts: [
            { from: 'attribute', of: '[user-avatar-id]', name: 'user-avatar-id', form: 'hex' },
            { from: 'text', of: '.date-calendar', form: 'word' },
          ],
        },
      ],
      author: [{ from: 'attribute', of: '[user-avatar-id]', name: 'user-avatar-id', form: 'hex' }],
      name: [{ from: 'text', of: '.sn-card-component-createdby', form: 'name' }],
      // The system has no face.
      automatic: '.h-card_comments:not(:has([user-avatar-id]))',
      // Work notes: which field it is says only a translated word, and the colour that they have as delivered.
      internal: '.sn-card-component_accent-bar[style*="gold"]',
      body: '.sn-card-component_summary',
    },
  ],
  // Many records are no tickets.
  mayBeEmpty: 'html:not(:has(.sn-widget-textblock-body))',
  newestFirst: 'html',
  idsRepeat: true,
  anchor: '.h-card_comments .sn-card-component_summary',
  reads: [],
};

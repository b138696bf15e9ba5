// Jira Server and Data Center, an issue. Accounts are user names; some companies use mail addresses for them.
import type { SiteDescription } from './description.ts';

export const jiraServer: SiteDescription = {
  id: 'jira-server',
  kind: 'ticket',
  accounts: 'jira-server',
  hosts: [],
  // The portal for customers stands on the same host and has its own description.
  paths: ['/browse/', '/issues/', '/projects/', '/secure/', '/servicedesk/agent/'],
  bodies: '.action-body, .user-content-block',
  root: 'body',
  conversation: {
    id: [{ from: 'attribute', of: '#key-val', name: 'data-issue-key', form: 'ticket-key' }],
    perHost: true,
  },
  self: [
    { from: 'attribute', of: 'meta[name="ajs-remote-user"]', name: 'content', form: 'address', kind: 'mail' },
    { from: 'attribute', of: 'meta[name="ajs-remote-user"]', name: 'content', form: 'login' },
  ],
  selfName: [{ from: 'attribute', of: 'meta[name="ajs-remote-user-fullname"]', name: 'content', form: 'name' }],
  messages: [
    {
      each: '#issue-content',
      id: [{ from: 'fixed', text: 'opening', form: 'word' }],
      author: [
        { from: 'attribute', of: '#reporter-val .user-hover', name: 'rel', form: 'address', kind: 'mail' },
        { from: 'attribute', of: '#reporter-val .user-hover', name: 'rel', form: 'login' },
      ],
      name: [{ from: 'text', of: '#reporter-val', form: 'name' }],
      sentAt: [{ from: 'attribute', of: '#created-val time', name: 'datetime', form: 'moment' }],
      body: '#description-val .user-content-block',
    },
    {
      // Each comment is there twice: in full, and as the one line that it collapses to.
      each: '.activity-comment[id^="comment-"]',
      id: [{ from: 'attribute', name: 'id', after: 'comment-', form: 'number' }],
      author: [
        {
          from: 'attribute',
          of: '.verbose .action-details a.user-hover',
          name: 'rel',
          form: 'address',
          kind: 'mail',
        },
        { from: 'attribute', of: '.verbose .action-details a.user-hover', name: 'rel', form: 'login' },
      ],
      name: [{ from: 'text', of: '.verbose .action-details a.user-hover', form: 'name' }],
      sentAt: [{ from: 'attribute', of: '.verbose .action-details time.livestamp', name: 'datetime', form: 'moment' }],
      body: '.verbose .action-body',
      // Who may read it stands in red where not everybody may.
      internal: '.verbose .action-details .redText',
    },
  ],
  idsGrow: true,
  // Nobody is signed in.
  mayLackSelf: 'meta[name="ajs-remote-user"][content=""]',
  anchor: '.activity-comment .action-body',
  reads: [],
};

// Jira Cloud, the issue view: the page names authors by display name only, so accounts and times come from Jira's own API.
import type { SiteDescription } from './description.ts';

export const jiraCloud: SiteDescription = {
  id: 'jira-cloud',
  kind: 'ticket',
  accounts: 'jira',
  hosts: ['*.atlassian.net'],
  // All of them are one program, which goes from one to the other without loading; the customers' portal and the wiki are others.
  paths: ['/browse/', '/jira', '/projects/', '/issues', '/secure/', '/plugins/'],
  bodies: '.ak-renderer-document',
  root: 'body',
  conversation: {
    id: [
      { from: 'query', name: 'selectedIssue', form: 'ticket-key' },
      { from: 'path', after: 'browse/', before: '/', form: 'ticket-key' },
      {
        from: 'text',
        of: '[data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item"]',
        form: 'ticket-key',
      },
    ],
    perHost: true,
  },
  self: [],
  messages: [
    {
      // Replies stand inside the comment they answer, so a part is found by the id it carries, not by where it stands.
      each: '[data-testid^="comment-base-item-"]',
      id: [{ from: 'attribute', name: 'data-testid', after: 'comment-base-item-', form: 'word' }],
      author: [],
      body: '[data-testid="issue-comment-base.ui.comment.ak-comment.{id}-body"]',
    },
  ],
  // Nobody has answered yet, or what is shown is the history.
  mayBeEmpty: 'html:not(:has([data-testid="issue.activity.comments-list"]))',
  // Nobody is signed in.
  mayLackSelf: 'a[href^="https://id.atlassian.com/login"], a[href^="/login.jsp"]',
  anchor: '[data-testid^="issue-comment-base.ui.comment.ak-comment."][data-testid$="-body"]',
  reads: [
    {
      get: '/rest/api/3/issue/{conversation}/comment?maxResults=100&orderBy=-created',
      as: 'messages',
      list: 'comments',
      id: 'id',
      author: 'author.accountId',
      sentAt: 'created',
    },
    {
      get: '/rest/api/3/issue/{conversation}?fields=reporter,created',
      as: 'opening',
      author: 'fields.reporter.accountId',
      sentAt: 'fields.created',
    },
    { get: '/rest/api/3/myself', as: 'self', id: 'accountId' },
  ],
};

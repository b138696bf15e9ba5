// GitLab: issues and work items, and the notes of merge requests. Accounts are the numbers of users: a login can change hands,
// and a name is whatever somebody likes: it tells the reader whom to ask about, never a team.
import type { SiteDescription } from './description.ts';

export const gitlab: SiteDescription = {
  id: 'gitlab',
  kind: 'list',
  accounts: 'gitlab',
  hosts: ['gitlab.com'],
  frames: 'top',
  bodies: '.md',
  root: 'body',
  conversation: {
    id: [
      {
        from: 'join',
        parts: [
          { from: 'path', before: '/-/', form: 'word' },
          { from: 'path', after: '/-/issues/', form: 'digits' },
        ],
      },
      {
        from: 'join',
        parts: [
          { from: 'path', before: '/-/', form: 'word' },
          { from: 'path', after: '/-/work_items/', form: 'digits' },
        ],
      },
      {
        from: 'join',
        parts: [
          { from: 'path', before: '/-/', form: 'word' },
          { from: 'fixed', text: 'merge_requests', form: 'word' },
          { from: 'path', after: '/-/merge_requests/', form: 'digits' },
        ],
      },
    ],
    perHost: true,
  },
  self: [{ from: 'script', has: 'gon.current_username', value: 'gon.current_user_id=', form: 'number' }],
  messages: [
    {
      each: '[data-testid="work-item-created"]:not(.gl-drawer *)',
      id: [{ from: 'fixed', text: 'opening', form: 'word' }],
      author: [{ from: 'attribute', of: 'a.js-user-link', name: 'data-user-id', form: 'number' }],
      sentAt: [{ from: 'attribute', of: 'time', name: 'datetime', form: 'moment' }],
      body: '.md',
    },
    {
      // Another item may be open in a drawer beside this one.
      each: '[data-testid="noteable-note-container"]:not(.gl-drawer *)',
      id: [{ from: 'attribute', name: 'data-note-id', form: 'number' }],
      author: [{ from: 'attribute', of: '.note-header a.js-user-link', name: 'data-user-id', form: 'number' }],
      name: [{ from: 'text', of: '.note-header [data-testid="author-name"]', form: 'name' }],
      sentAt: [{ from: 'attribute', of: '.note-header time', name: 'datetime', form: 'moment' }],
      ignore: '.system-note',
      internal: '.internal-note',
      automatic: '.note-header a:is([data-username*="_bot_"], [data-username$="-bot" i])',
      body: '.note-text',
    },
  ],
  // What a merge request is about is no message here, and a page that is not found names no page.
  // Nobody is signed in.
  mayLackSelf: 'a[href*="/users/sign_in"]',
  mayBeEmpty: 'body:not([data-page*=":issues:"], [data-page*=":work_items:"])',
  idsGrow: true,
  anchor: '.note-text',
  reads: [],
};

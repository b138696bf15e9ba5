// GitHub, issues (drawn by React; class names there change with each build) and pull requests (the older markup). Anybody may
// write there: as with mail, only logins that the company listed count, no name does, and nobody is asked about strangers.
import type { SiteDescription } from './description.ts';

export const github: SiteDescription = {
  id: 'github',
  kind: 'mail',
  accounts: 'github',
  hosts: ['github.com'],
  frames: 'top',
  bodies: '.markdown-body',
  root: 'body',
  conversation: {
    // Issues and pull requests are numbered together.
    id: [
      {
        from: 'join',
        parts: [
          { from: 'path', form: 'login' },
          { from: 'path', after: '/', form: 'login' },
          { from: 'path', after: '/issues/', form: 'digits' },
        ],
      },
      {
        from: 'join',
        parts: [
          { from: 'path', form: 'login' },
          { from: 'path', after: '/', form: 'login' },
          { from: 'path', after: '/pull/', form: 'digits' },
        ],
      },
    ],
    perHost: true,
  },
  self: [{ from: 'attribute', of: 'meta[name="user-login"]', name: 'content', form: 'login' }],
  messages: [
    {
      each: '[data-testid="issue-body"]',
      id: [{ from: 'fixed', text: 'opening', form: 'word' }],
      author: [
        {
          from: 'attribute',
          of: 'a[data-testid="issue-body-header-author"]',
          name: 'data-hovercard-url',
          after: '/users/',
          form: 'login',
        },
      ],
      sentAt: [
        {
          from: 'attribute',
          of: '[data-testid="issue-body-header-link"] relative-time',
          name: 'datetime',
          form: 'moment',
        },
      ],
      automatic: 'a[data-testid="issue-body-header-author"][href*="/apps/"]',
      body: '[data-testid="issue-body-viewer"] .markdown-body',
    },
    {
      each: '[data-testid^="comment-viewer-outer-box"]',
      id: [{ from: 'attribute', of: '[data-testid="comment-header"]', name: 'id', form: 'word' }],
      author: [
        {
          from: 'attribute',
          of: '[data-testid="comment-header"] a[data-testid="avatar-link"]',
          name: 'data-hovercard-url',
          after: '/users/',
          form: 'login',
        },
      ],
      sentAt: [
        {
          from: 'attribute',
          of: '[data-testid="comment-header"] relative-time',
          name: 'datetime',
          form: 'moment',
        },
      ],
      automatic: '[data-testid="comment-header"] a[data-testid="avatar-link"][href*="/apps/"]',
      body: '.markdown-body',
    },
    {
      each: '.js-comment:is(.timeline-comment, .review-comment)',
      id: [{ from: 'attribute', of: 'h3 a.js-timestamp', name: 'href', after: '#', form: 'word' }],
      author: [
        {
          from: 'attribute',
          of: 'h3 a.author:not([href*="/apps/"])',
          name: 'href',
          after: '/',
          form: 'login',
        },
      ],
      sentAt: [{ from: 'attribute', of: 'h3 a.js-timestamp relative-time', name: 'datetime', form: 'moment' }],
      automatic: 'h3 a.author[href*="/apps/"]',
      body: '.js-comment-body',
    },
  ],
  // What nobody may see or what is not there stands outside of any repository.
  mayBeEmpty: 'body:not(:has(#repository-container-header, [data-testid="issue-viewer-container"], .js-discussion))',
  // Nobody is signed in.
  mayLackSelf: '.logged-out, meta[name="user-login"][content=""]',
  anchor: '[data-testid="markdown-body"], .js-comment-body',
  reads: [],
};

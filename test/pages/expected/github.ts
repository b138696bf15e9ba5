import { type Expected, TEAM } from './expected.ts';

const listed = { 'github:bich-acme': TEAM.it, 'github:hoang-acme': TEAM.hr };

export const expected: Expected[] = [
  {
    page: 'github-issue.html',
    about: 'an issue drawn by React: a robot, a hidden comment, a look-alike login, a comment that imitates another',
    address: 'https://github.com/Acme/helpdesk/issues/7',
    listed,
    conversation: 'github.com/acme/helpdesk/7',
    self: 'github:an-acme',
    messages: [
      ['opening', 'github:an-acme', { at: '2026-11-16T01:00:00Z' }],
      ['issuecomment-9001', 'github:bich-acme', { at: '2026-11-16T01:30:00Z' }],
      ['issuecomment-9002', null, { at: '2026-11-16T02:00:00Z', automatic: true }],
      ['issuecomment-9003', 'github:bich-acme-it', { at: '2026-11-17T02:00:00Z' }],
      ['issuecomment-9004', 'github:hoang-acme', { at: '2026-11-17T03:00:00Z', collapsed: true }],
    ],
    rows: [['issuecomment-9001', TEAM.it]],
  },
  {
    page: 'github-pull.html',
    about: 'a pull request in the older markup: a robot, a remark on a line, an outsider',
    address: 'https://github.com/acme/helpdesk/pull/42#issuecomment-5002',
    listed,
    conversation: 'github.com/acme/helpdesk/42',
    self: 'github:an-acme',
    messages: [
      ['issue-1001', 'github:an-acme', { at: '2026-11-16T01:00:00Z' }],
      ['issuecomment-5001', null, { at: '2026-11-16T01:10:00Z', automatic: true }],
      ['discussion_r3001', 'github:bich-acme', { at: '2026-11-16T06:00:00Z' }],
      ['issuecomment-5002', 'github:some-body', { at: '2026-11-17T01:10:00Z' }],
    ],
    rows: [['discussion_r3001', TEAM.it]],
  },
  {
    page: 'github-issue.html',
    about: 'the same on the company’s own server, whose logins are its own: those of github.com say nothing there',
    address: 'https://git.acme.test/Acme/helpdesk/issues/7',
    set: 'github',
    listed: { 'github:bich-acme': TEAM.legal, 'github:git.acme.test/bich-acme': TEAM.it, 'github:hoang-acme': TEAM.hr },
    conversation: 'git.acme.test/acme/helpdesk/7',
    self: 'github:git.acme.test/an-acme',
    messages: [
      ['opening', 'github:git.acme.test/an-acme', { at: '2026-11-16T01:00:00Z' }],
      ['issuecomment-9001', 'github:git.acme.test/bich-acme', { at: '2026-11-16T01:30:00Z' }],
      ['issuecomment-9002', null, { at: '2026-11-16T02:00:00Z', automatic: true }],
      ['issuecomment-9003', 'github:git.acme.test/bich-acme-it', { at: '2026-11-17T02:00:00Z' }],
      ['issuecomment-9004', 'github:git.acme.test/hoang-acme', { at: '2026-11-17T03:00:00Z', collapsed: true }],
    ],
    rows: [['issuecomment-9001', TEAM.it]],
  },
  {
    page: 'github-2.html',
    beside: true,
    about: 'another project’s page of a pull request',
    swap: { '<body>': '<meta name="user-login" content="author-one"><body>' },
    address: 'https://github.com/test-owner/test-repo/pull/42',
    listed: { 'github:reviewer-bot': TEAM.rnd },
    conversation: 'github.com/test-owner/test-repo/42',
    self: 'github:author-one',
    messages: [
      ['issue-1001', 'github:author-one', { at: '2026-01-15T10:30:00Z' }],
      ['discussion_r3001', 'github:reviewer-bot', { at: '2026-01-15T10:45:00Z' }],
      ['discussion_r3002', 'github:reviewer-bot', { at: '2026-01-15T10:46:00Z' }],
      ['issuecomment-5001', 'github:author-one', { at: '2026-01-15T14:00:00Z' }],
    ],
    rows: [['discussion_r3002', TEAM.rnd]],
  },
];

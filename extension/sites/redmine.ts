// Redmine, an issue: the page names authors by a link to their account, never by address. The order of notes is each reader's choice.
import type { SiteDescription } from './description.ts';

export const redmine: SiteDescription = {
  id: 'redmine',
  kind: 'ticket',
  accounts: 'redmine',
  hosts: [],
  paths: ['/issues/'],
  bodies: '.wiki',
  root: 'body.controller-issues.action-show #content',
  conversation: { id: [{ from: 'path', after: 'issues/', form: 'digits' }], perHost: true },
  self: [{ from: 'attribute', of: '#loggedas a.user', name: 'href', after: '/users/', form: 'number' }],
  // The overview of the project; the name beside it is free text.
  queue: [{ from: 'attribute', of: '#main-menu a.overview', name: 'href', after: '/projects/', form: 'login' }],
  messages: [
    {
      each: '.issue.details',
      id: [{ from: 'fixed', text: 'opening', form: 'word' }],
      author: [{ from: 'attribute', of: 'p.author a.user', name: 'href', after: '/users/', form: 'number' }],
      name: [{ from: 'text', of: 'p.author a.user', form: 'name' }],
      body: '.description > .wiki',
    },
    {
      each: '#history .journal.has-notes[id^="change-"]',
      id: [{ from: 'attribute', name: 'id', after: 'change-', form: 'number' }],
      author: [
        {
          from: 'attribute',
          of: ':is(.journal-info, h4.note-header) a.user',
          name: 'href',
          after: '/users/',
          form: 'number',
        },
      ],
      name: [{ from: 'text', of: ':is(.journal-info, h4.note-header) a.user', form: 'name' }],
      body: '#journal-{id}-notes',
      internal: '.private-notes',
    },
  ],
  // A refusal, an error, and what was typed and not taken, at the address of the issue.
  mayBeEmpty: '#errorExplanation, body[class*="action-"]:not(.action-show)',
  // Nobody is signed in.
  mayLackSelf: '#account .login',
  idsGrow: true,
  anchor: '.wiki[id^="journal-"], .issue.details .description > .wiki',
  reads: [],
};

import { readFileSync } from 'node:fs';
import { type Expected, personAt, TEAM } from './expected.ts';

const given: Record<string, object> = JSON.parse(
  readFileSync(new URL('../jira-cloud.answers.json', import.meta.url), 'utf8'),
);
const jira = (who: string) => `jira:${personAt(`${who}@acme.test`).jira}`;
const comment = (id: string, who: string, created: string) => ({
  id,
  created,
  author: { accountId: personAt(`${who}@acme.test`).jira },
});
const json = (answers: Record<string, object>) =>
  Object.fromEntries(Object.entries(answers).map(([path, body]) => [path, { body: JSON.stringify(body) }]));

export const expected: Expected[] = [
  {
    page: 'jira-cloud.html',
    about: 'accounts and times by Jira’s own answers: nested replies, a namesake, a colleague, a robot',
    address: 'https://acme.atlassian.net/browse/OPS-518',
    answers: json(given),
    conversation: 'acme.atlassian.net/OPS-518',
    self: jira('an'),
    messages: [
      ['opening', jira('an'), { at: '2026-11-16T01:00:00Z', collapsed: true }],
      ['1001', jira('bich'), { at: '2026-11-16T01:30:00Z' }],
      ['1002', jira('bich'), { at: '2026-11-16T04:30:00Z' }],
      ['1003', 'jira:712020:00000000-0000-4000-8000-00000000ffff', { at: '2026-11-17T02:00:00Z' }],
      ['1004', jira('finance'), { at: '2026-11-18T03:00:00Z' }],
      ['1005', jira('bao'), { at: '2026-11-19T02:00:00Z' }],
      ['1006', 'jira:557058:robot', { at: '2026-11-20T02:00:00Z' }],
    ],
    rows: [
      ['1002', TEAM.it],
      ['1004', TEAM.finance],
    ],
  },
  {
    page: 'jira-cloud-1.html',
    beside: true,
    about: 'comments of a real page, retyped, one of them nested',
    address: 'https://example.atlassian.net/browse/OPS-518',
    answers: json({
      '/rest/api/3/issue/OPS-518/comment': {
        comments: [
          comment('93851', 'an', '2026-07-01T08:00:00.000+0700'),
          comment('93853', 'bich', '2026-07-01T09:00:00.000+0700'),
          comment('93856', 'hr', '2026-07-01T10:00:00.000+0700'),
        ],
      },
      '/rest/api/3/issue/OPS-518': {},
      '/rest/api/3/myself': { accountId: personAt('an@acme.test').jira },
    }),
    conversation: 'example.atlassian.net/OPS-518',
    self: jira('an'),
    messages: [
      ['93851', jira('an'), { at: '2026-07-01T01:00:00Z' }],
      ['93853', jira('bich'), { at: '2026-07-01T02:00:00Z' }],
      ['93856', jira('hr'), { at: '2026-07-01T03:00:00Z' }],
    ],
    rows: [
      ['93853', TEAM.it],
      ['93856', TEAM.hr],
    ],
  },
];

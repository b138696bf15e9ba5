import { type Expected, TEAM } from './expected.ts';

const host = 'jira.acme.test';

export const expected: Expected[] = [
  {
    page: 'jsm-portal.html',
    about:
      'a request, the newest first: agents without accounts, of whom one has a known name, and a customer with a colleague’s; the project is the queue',
    address: `https://${host}/servicedesk/customer/portal/3/OPS-1042`,
    set: 'jsm-portal',
    listed: { [`queue:${host}/OPS`]: TEAM.it },
    conversation: `${host}/OPS-1042`,
    self: null,
    selfName: 'Nguyễn Văn An',
    queue: `${host}/OPS`,
    messages: [
      ['opening', null, { name: 'Nguyễn Văn An', at: '2026-11-17T03:00:00Z' }],
      // Somebody else who takes part, or who says so.
      ['1003', null, { called: 'Phạm Thu Hà', at: '2026-11-17T03:30:00Z' }],
      ['1004', null, { name: 'Lê Minh Hoàng', at: '2026-11-17T03:40:00Z', staff: true }],
      ['1005', null, { called: 'Nguyễn Văn An', at: '2026-11-17T04:00:00Z' }],
      ['1006', null, { name: 'Service desk', at: '2026-11-17T08:00:00Z', staff: true }],
    ],
    rows: [['1006', TEAM.it]],
  },
  {
    page: 'jsm-portal-1.html',
    beside: true,
    about: 'a synthetic page',
    swap: { 'Jane Doe': 'Nguyễn Văn An', 'datetime="2026-09-16T12:05:00+0000"': 'datetime="2026-09-16T11:05:00+0000"' },
    address: 'https://jira.example.com/servicedesk/customer/portal/3/OPS-1042',
    set: 'jsm-portal',
    listed: { 'queue:jira.example.com/OPS': TEAM.it },
    conversation: 'jira.example.com/OPS-1042',
    self: null,
    queue: 'jira.example.com/OPS',
    messages: [
      ['1003', null, { called: 'Nguyễn Văn An', at: '2026-09-16T11:05:00Z' }],
      ['1002', null, { name: 'Alex Rivera', at: '2026-09-16T11:40:00Z', staff: true }],
    ],
    rows: [['1002', TEAM.it]],
  },
];

import { type Expected, TEAM } from './expected.ts';

const host = 'desk.acme.test';

export const expected: Expected[] = [
  {
    page: 'osticket.html',
    about: 'the owner reads: names of whoever writes mean nothing, a hidden agent is the department’s',
    address: `https://${host}/tickets.php?id=7`,
    set: 'osticket',
    conversation: `${host}/7`,
    self: null,
    selfName: 'Nguyễn Văn An',
    queue: `${host}/Helpdesk`,
    listed: { [`queue:${host}/Helpdesk`]: TEAM.it },
    messages: [
      ['11', null, { called: 'Nguyễn Văn An', at: '2026-11-16T01:12:00Z' }],
      ['12', null, { name: 'Lê Minh Hoàng', at: '2026-11-16T01:47:00Z', staff: true }],
      ['13', null, { called: 'Trần Thị Bích', at: '2026-11-16T02:00:00Z' }],
      ['14', null, { name: 'Staff', at: '2026-11-16T06:12:00Z', staff: true }],
    ],
    // The listed department counts before the names of those who answer in it.
    rows: [['14', TEAM.it]],
  },
  {
    page: 'osticket-agent.html',
    about: 'an agent has the newest first; notes, the system and the names of whoever writes are left alone',
    reader: 'hr@acme.test',
    address: `https://${host}/scp/tickets.php?id=7`,
    set: 'osticket',
    conversation: `${host}/7`,
    self: null,
    selfName: 'Hoàng',
    queue: `${host}/HR desk`,
    messages: [
      ['11', null, { called: 'Nguyễn Văn An', at: '2026-11-16T01:12:00Z' }],
      ['12', null, { name: 'Lê Minh Hoàng', at: '2026-11-16T01:47:00Z', staff: true }],
      ['13', null, { called: 'Phạm Thu Hà', at: '2026-11-16T03:00:00Z' }],
      ['15', null, { at: '2026-11-16T07:00:00Z' }],
      ['16', null, { name: 'Trần Thị Bích', at: '2026-11-16T08:00:00Z', staff: true }],
    ],
    rows: [['16', TEAM.it]],
  },
];

import { type Expected, TEAM } from './expected.ts';

const acme = 'acme.service-now.com';
const example = 'example.service-now.com';
const record = '9c573169c611228700193229fff72400';
const AN = '5137153cc611227c000bbd1bd8cd2005';
const BICH = '5137153cc611227c000bbd1bd8cd2006';
const HOANG = '5137153cc611227c000bbd1bd8cd2007';
const VENDOR = '5137153cc611227c000bbd1bd8cd2099';
const user = (id: string, host = acme) => `servicenow:${host}/${id}`;
const journal = (n: number) => `a1b2c3d4e5f60718293a4b5c6d7e8f0${n}`;

const incident: Omit<Expected, 'about' | 'rows'> = {
  page: 'servicenow.html',
  address: `https://${acme}/incident.do?sys_id=${record}&sysparm_view=`,
  conversation: `${acme}/${record}`,
  self: user(AN),
  messages: [
    ['opening', user(AN), { collapsed: true }],
    [`${BICH}/2026-11-17 11:29:00`, user(BICH), { name: 'Trần Thị Bích', collapsed: true }],
    [`${BICH}/2026-11-17 11:30:00`, user(BICH), { name: 'Trần Thị Bích' }],
    [`${BICH}/2026-11-17 11:30:00 2`, user(BICH), { name: 'Trần Thị Bích' }],
    // A work note: only a listed account would count.
    [`${BICH}/2026-11-17 14:00:00`, user(BICH)],
    [`${HOANG}/2026-11-17 14:10:00`, user(HOANG), { name: 'Lê Minh Hoàng' }],
    [`${VENDOR}/2026-11-18 09:00:00`, user(VENDOR), { name: 'Old Vendor' }],
  ],
};

export const expected: Expected[] = [
  {
    ...incident,
    set: 'servicenow',
    about:
      'the form of an incident in its frame, the newest first: a work note, the system, two comments of one second',
    rows: [
      [`${BICH}/2026-11-17 11:30:00 2`, TEAM.it],
      [`${HOANG}/2026-11-17 14:10:00`, TEAM.hr],
    ],
    ask: `${VENDOR}/2026-11-18 09:00:00`,
  },
  {
    ...incident,
    about:
      'the same where the company did not list the host, which may be a client’s: namesakes are nobody, and nobody is asked about',
    rows: [],
  },
  {
    ...incident,
    about: 'the same with an account listed, which counts wherever it stands',
    listed: { [user(HOANG)]: TEAM.hr },
    rows: [[`${HOANG}/2026-11-17 14:10:00`, TEAM.hr]],
  },
  {
    page: 'servicenow-journal.html',
    about: 'a change in Vietnamese, in a release that shows the ids of its journal; nobody is named as who asked',
    address: `https://${acme}/change_request.do?sys_id=${record}`,
    listed: { [user(BICH)]: TEAM.it },
    conversation: `${acme}/${record}`,
    self: user(AN),
    messages: [
      [journal(1), user(HOANG), { name: 'Lê Minh Hoàng' }],
      [journal(2), user(AN)],
      [journal(3), user(BICH), { name: 'Trần Thị Bích' }],
    ],
    rows: [[journal(3), TEAM.it]],
  },
  {
    page: 'servicenow-1.html',
    beside: true,
    about: 'cards transcribed from a real stream, in which every bar is gold',
    swap: { '</title>': "</title><script>window.NOW.user.userID = '681ccaf9c0a8016400b98a06818d57c7';</script>" },
    address: `https://${example}/incident.do?sys_id=${record}`,
    listed: { [user('6816f79cc0a8016401c5a33be04be441', example)]: TEAM.it },
    conversation: `${example}/${record}`,
    self: user('681ccaf9c0a8016400b98a06818d57c7', example),
    messages: [
      ['681ccaf9c0a8016400b98a06818d57c7/2025-12-21 01:58:00', user('681ccaf9c0a8016400b98a06818d57c7', example)],
      ['62826bf03710200044e0bfc8bcbe5df1/2025-12-21 02:10:11', user('62826bf03710200044e0bfc8bcbe5df1', example)],
      ['6816f79cc0a8016401c5a33be04be441/2025-12-21 02:30:57', user('6816f79cc0a8016401c5a33be04be441', example)],
    ],
    rows: [['6816f79cc0a8016401c5a33be04be441/2025-12-21 02:30:57', TEAM.it]],
  },
];

import { type Expected, TEAM } from './expected.ts';

const host = 'git.acme.test';
const user = (id: number, at = host) => `gitlab:${at}/${id}`;

export const expected: Expected[] = [
  {
    page: 'gitlab.html',
    about:
      'an issue: a thread, an internal and a system note, a robot, an outsider who imitates others, a drawer beside it',
    address: `https://${host}/it/helpdesk/-/work_items/42`,
    set: 'gitlab',
    listed: { [user(22)]: TEAM.it },
    conversation: `${host}/it/helpdesk/42`,
    self: user(14),
    messages: [
      ['opening', user(14), { at: '2026-11-16T03:00:00Z', collapsed: true }],
      ['901', user(22), { name: 'Trần Thị Bích', at: '2026-11-16T03:30:00Z' }],
      // Internal: nobody is asked about it.
      ['903', user(24), { at: '2026-11-16T03:40:00Z' }],
      ['904', user(80), { name: 'GitLab Support Bot', at: '2026-11-16T04:00:00Z', automatic: true }],
      ['905', user(14), { name: 'Nguyễn Văn An', at: '2026-11-16T05:00:00Z' }],
      ['906', user(99), { name: 'Old Vendor', at: '2026-11-16T11:00:00Z' }],
      ['907', user(24), { name: 'Lê Minh Hoàng', at: '2026-11-16T12:00:00Z' }],
    ],
    rows: [['901', TEAM.it]],
    // A colleague's name is not enough: the reader may say whose answer it was.
    ask: '907',
  },
  {
    page: 'gitlab-1.html',
    beside: true,
    about: 'notes from GitLab’s own template, read by who wrote the first',
    swap: {
      'window.gon={current_user_id:14,current_username:"jane.doe"':
        'x={};gon.current_user_id=22;gon.current_username="a"//',
    },
    address: 'https://gitlab.example.com/group/ops/-/issues/42',
    set: 'gitlab',
    listed: { [user(14, 'gitlab.example.com')]: TEAM.it },
    conversation: 'gitlab.example.com/group/ops/42',
    self: user(22, 'gitlab.example.com'),
    messages: [
      ['901', user(22, 'gitlab.example.com'), { name: 'Alex Rivera', at: '2026-09-16T11:40:00Z' }],
      ['902', user(14, 'gitlab.example.com'), { name: 'Jane Doe', at: '2026-09-16T12:05:00Z' }],
    ],
    rows: [['902', TEAM.it]],
  },
];

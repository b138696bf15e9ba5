import type { Expected } from './expected.ts';

const rest = '2WCWDPW4HOLF2ASBB74JKDU5QHME';
const list = 'lists.acme.test/it-help@lists.acme.test';
const address = 'https://lists.acme.test/hyperkitty/list/it-help@lists.acme.test';
const an = { name: 'Nguyễn Văn An' };

export const expected: Expected[] = [
  {
    page: 'hyperkitty.html',
    about: 'a thread: no name makes a row, and the reader may be asked',
    set: 'hyperkitty',
    address: `${address}/thread/AAAA${rest}/`,
    conversation: `${list}/AAAA${rest}`,
    self: null,
    queue: list,
    messages: [
      [`AAAA${rest}`, null, an],
      [`BBBB${rest}`, null, { name: 'IT Helpdesk' }],
      [`CCCC${rest}`, null, { name: 'Trần Thị Bích' }],
      [`DDDD${rest}`, null, an],
    ],
    rows: [],
    ask: `CCCC${rest}`,
  },
  {
    page: 'hyperkitty-message.html',
    about: 'one message alone: what it answers is not there, so nobody is asked',
    set: 'hyperkitty',
    address: `${address}/message/BBBB${rest}/`,
    conversation: `${list}/BBBB${rest}`,
    self: null,
    queue: list,
    messages: [[`BBBB${rest}`, null, { name: 'IT Helpdesk' }]],
    rows: [],
  },
  {
    page: 'hyperkitty-real-thread.html',
    beside: true,
    about: 'a live thread',
    set: 'hyperkitty',
    address: 'http://127.0.0.1:18086/hyperkitty/list/it-help@lists.acme.test/thread/SSEW3JV3PQ2SGNHQUIP7DN5TQF3PSHH2/',
    conversation: '127.0.0.1:18086/it-help@lists.acme.test/SSEW3JV3PQ2SGNHQUIP7DN5TQF3PSHH2',
    self: null,
    queue: '127.0.0.1:18086/it-help@lists.acme.test',
    messages: [
      ['SSEW3JV3PQ2SGNHQUIP7DN5TQF3PSHH2', null, an],
      ['CYK2WCWDPW4HOLF2ASBB74JKDU5QHMEL', null, { name: 'IT Helpdesk' }],
      ['ED3W6XCQINWJVKJT7MK3DPSEAFVRKOYC', null, an],
      ['QBYTKGQSAKFG5LJWN6YO2BIBC42EUL5A', null, { name: 'IT Helpdesk' }],
      ['3ENKBX5F3HPQPSIXGQAIWUBHTKT7445B', null, an],
    ],
    rows: [],
    ask: 'QBYTKGQSAKFG5LJWN6YO2BIBC42EUL5A',
  },
];

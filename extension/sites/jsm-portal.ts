// Jira Service Management's portal for customers, on a company's own server: agents have no account there, only the mark that
// they are agents. So the project is the queue, and an agent's name counts where the page shows one.
import type { MessageDescription, SiteDescription, Source } from './description.ts';

const commentId: readonly Source[] = [
  { from: 'attribute', name: 'id', after: 'comment-', form: 'number' },
  { from: 'attribute', of: 'time', name: 'datetime', form: 'moment' },
];

const item: Omit<MessageDescription, 'each' | 'id'> = {
  author: [],
  name: [
    { from: 'text', of: '.author', form: 'name' },
    { from: 'attribute', of: '.aui-avatar img', name: 'alt', form: 'name' },
  ],
  sentAt: [{ from: 'attribute', of: 'time', name: 'datetime', form: 'moment' }],
  body: ':is(.user-content-block, .comment-body)',
};

export const jsmPortal: SiteDescription = {
  id: 'jsm-portal',
  kind: 'ticket',
  accounts: 'jira-server',
  hosts: [],
  paths: ['/servicedesk/customer/'],
  bodies: '.user-content-block, .comment-body',
  root: 'body',
  conversation: {
    id: [{ from: 'path', after: ['customer/portal/', '/'], before: '/', form: 'ticket-key' }],
    perHost: true,
  },
  self: [],
  selfName: [{ from: 'attribute', of: 'meta[name="ajs-remote-user-fullname"]', name: 'content', form: 'name' }],
  queue: [{ from: 'path', after: ['customer/portal/', '/'], before: '-', form: 'word' }],
  messages: [
    {
      each: '.vp-activity-list .activity-item.request-fields',
      id: [{ from: 'fixed', text: 'opening', form: 'word' }],
      ...item,
    },
    { each: '.vp-activity-list .activity-item.worker-comment', id: commentId, ...item, staff: true },
    // Customers may call themselves anything.
    { each: '.vp-activity-list .activity-item.requester-comment', id: commentId, ...item, freeName: true },
  ],
  // What was asked stands among the answers or elsewhere, as the portal is set up.
  mayBeEmpty: 'html',
  // Not every portal says who reads.
  mayLackSelf: 'html',
  newestFirst: 'html',
  idsRepeat: true,
  anchor: '.activity-item .user-content-block, .activity-item .comment-body',
  reads: [],
};

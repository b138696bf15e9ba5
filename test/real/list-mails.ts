// What stands in the archive of IT's mailing list: An asks twice, Bích answers twice, and An writes once without an answer.
import { createHash } from 'node:crypto';
import { personAt } from '../stack/acme.ts';
import type { Mail, Mailbox } from './message.ts';

export const LIST: Mailbox = { name: 'IT', address: 'it-help@lists.acme.test' };

const person = (address: string): Mailbox => ({ name: personAt(address).name, address });
const an = person('an@acme.test');
const bich = person('bich@acme.test');

const at = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+07:00`);

/** The words by which the test finds an answer. */
export const LIST_ANSWER = {
  wifi: 'Mật khẩu mới của mạng khách',
  printer: 'the one beside the kitchen prints in colour',
} as const;

/** The message that opens each thread. */
export const THREAD = { wifi: 'wifi-1', printer: 'printer-1', alone: 'alone-1' } as const;

export const listMails: readonly Mail[] = [
  {
    id: THREAD.wifi,
    from: an,
    to: [LIST],
    subject: 'Mạng khách ở phòng họp lớn',
    sent: at(16, '08:20'),
    text: 'Chào mọi người,\n\nMạng khách ở phòng họp lớn không vào được nữa.\n\nAn\n',
  },
  {
    id: 'wifi-2',
    answers: [THREAD.wifi],
    from: bich,
    to: [LIST],
    subject: 'Re: Mạng khách ở phòng họp lớn',
    sent: at(16, '09:05'),
    text: `Chào An,\n\n${LIST_ANSWER.wifi} dán ở cửa phòng họp.\n\nBích\n`,
  },
  {
    id: THREAD.printer,
    from: an,
    to: [LIST],
    subject: 'Colour printer on floor 3',
    sent: at(17, '10:00'),
    text: 'Which printer on floor 3 prints in colour?\n\nAn\n',
  },
  {
    id: 'printer-2',
    answers: [THREAD.printer],
    from: bich,
    to: [LIST],
    subject: 'Re: Colour printer on floor 3',
    sent: at(17, '10:12'),
    text: `Dear An,\n\n${LIST_ANSWER.printer}.\n\nBích\n`,
  },
  {
    id: THREAD.alone,
    from: an,
    to: [LIST],
    subject: 'Lost: a grey scarf',
    sent: at(18, '17:30'),
    text: 'Has anybody seen a grey scarf?\n\nAn\n',
  },
];

/** By what Mailman names a message: the base32 of the SHA-1 of its Message-ID. */
export function hashOf(id: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...createHash('sha1').update(`${id}@acme.test`).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
}

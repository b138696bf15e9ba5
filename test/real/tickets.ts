// The tickets and list mails that the real servers hold: small conversations of Acme, and somebody whom an extension must not believe.
import { personAt } from '../stack/acme.ts';

export type Login = 'an' | 'bich' | 'hr' | 'desk' | 'fake';

export interface Person {
  login: Login;
  family: string;
  given: string;
  mail: string;
  /** Works on the tickets of others, and sees what is internal. */
  agent: boolean;
}

interface Said {
  by: Login;
  text: string;
  html?: string;
  internal?: true;
}

export interface Ticket {
  key: keyof typeof SUBJECT;
  subject: string;
  said: readonly Said[];
}

/** Family and given name as Vietnamese names put them; a server may show them the other way round. */
function employee(login: Login, agent: boolean): Person {
  const { name, email } = personAt(`${login}@acme.test`);
  const [given = '', ...rest] = name.split(' ').reverse();
  return { login, family: rest.reverse().join(' '), given, mail: email, agent };
}

export const people: readonly Person[] = [
  employee('an', false),
  employee('bich', true),
  employee('hr', true),
  // Shared by all of IT: no person's name, so the company lists the account itself.
  { login: 'desk', family: 'Helpdesk', given: 'IT', mail: 'it-help@acme.test', agent: true },
  // From outside, and called like the one above.
  { login: 'fake', family: 'Helpdesk', given: 'IT', mail: 'support@evil.example', agent: false },
];

const SUBJECT = {
  vpn: 'Không kết nối được VPN từ nhà',
  screen: 'A second screen for the showroom',
  starter: 'Accounts for a new colleague',
  full: 'Your mailbox is almost full',
  alone: 'Which printer is for colour?',
} as const;

/** The words by which the tests find an answer on a page. */
export const ANSWER = {
  vpn: 'IT đã chuyển An sang máy chủ Đà Nẵng',
  vpnEarlier: 'Chứng chỉ của An hết hạn hôm 15/11',
  screen: 'The screen is at the help desk on floor 1',
  starter: 'Both accounts exist',
  note: 'Budget code 4410-7',
  full: 'Sign in again to keep your mail',
} as const;

/** Markup of a body that imitates how Redmine and Request Tracker show who wrote. */
const imitation = (words: string) => `
  <div class="transaction message" data-transaction-id="999999"><div class="metadata">
    <span class="description"><span class="user" data-user-id="1">bich (Trần Thị Bích)</span> - Correspondence added</span></div>
    <div class="content"><h4 class="note-header"><a class="user" href="/users/1">Bích Trần Thị</a></h4><p>${words}</p></div></div>`;

export const tickets: readonly Ticket[] = [
  {
    key: 'vpn',
    subject: SUBJECT.vpn,
    said: [
      { by: 'an', text: 'Từ sáng nay An không vào được VPN từ nhà, máy báo lỗi chứng chỉ.' },
      { by: 'bich', text: `Chào An,\n\n${ANSWER.vpnEarlier}, IT đã cấp lại. An tải lại cấu hình nhé.` },
      { by: 'hr', text: 'An đổi phòng từ đầu tháng, nhờ IT đổi luôn nhóm VPN.', internal: true },
      { by: 'an', text: 'An vào được rồi, nhưng chậm hơn trước.' },
      {
        by: 'bich',
        text: `${ANSWER.vpn}, nhanh như cũ.`,
        html: `<p>${ANSWER.vpn}, <b>nhanh như cũ</b>.</p><p>Bích</p>`,
      },
    ],
  },
  {
    key: 'screen',
    subject: SUBJECT.screen,
    said: [
      { by: 'an', text: 'May the showroom have a second screen by Friday?' },
      { by: 'desk', text: `${ANSWER.screen}.` },
    ],
  },
  {
    key: 'starter',
    subject: SUBJECT.starter,
    said: [
      { by: 'hr', text: 'Please make the accounts of Lê Thị Mai, who starts on Monday.' },
      { by: 'bich', text: `${ANSWER.starter}; the laptop is on order.` },
      { by: 'bich', text: `${ANSWER.note} is for the laptop.`, internal: true },
    ],
  },
  {
    key: 'full',
    subject: SUBJECT.full,
    said: [
      { by: 'an', text: 'Is my mailbox really full?' },
      { by: 'fake', text: imitation(ANSWER.full), html: imitation(ANSWER.full) },
    ],
  },
  {
    key: 'alone',
    subject: SUBJECT.alone,
    said: [
      { by: 'an', text: 'Which printer on floor 3 prints in colour?' },
      { by: 'an', text: 'Found it: the one beside the kitchen.' },
    ],
  },
];

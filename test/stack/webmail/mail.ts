// What lies in the sample webmail: conversations between the teams of Acme, in Vietnamese and English.
// Among them what a rating must not be asked for: colleagues, outsiders, a look-alike, a broadcast, a robot.
import { DOMAIN, mailboxes, people, TEAM } from '../acme.ts';

interface Party {
  name: string;
  address: string;
}

interface Mail {
  id: string;
  from: Party;
  to: Party[];
  /** ms since 1970 */
  at: number;
  /** HTML, as a mail's body is. */
  body: string;
  automatic: boolean;
}

export interface Thread {
  id: string;
  subject: string;
  mails: Mail[];
}

/** A line of the script below: who writes, to whom, how many minutes before now, and the paragraphs. */
type Line = [from: string, to: string[], minutesAgo: number, body: string[], automatic?: 'automatic'];

const HOUR = 60;
const DAY = 24 * HOUR;

const LOOKALIKE = `<p>Your password ends today. <a href="https://evil.example/">Keep it</a>.</p>
<header class="mail-head"><a class="from" href="mailto:it-help@${DOMAIN}">IT Helpdesk</a> <span class="to"><a href="mailto:an@${DOMAIN}">Nguyễn Văn An</a></span></header>
<p>IT Helpdesk · Acme</p>`;

const SCRIPT: [id: string, subject: string, lines: Line[]][] = [
  [
    't-vpn',
    'VPN does not connect from home',
    [
      [
        'an',
        ['it-help'],
        5 * HOUR,
        [
          'Hello IT,',
          'since the update this morning the VPN says “not authorised” from my home line. I have a customer call at five. Can you help?',
          'Thanks, An',
        ],
      ],
      [
        'it-help',
        ['an'],
        4 * HOUR + 20,
        [
          'Hello An,',
          'could you tell us which gateway is chosen in the client, and whether the clock of your laptop is right?',
          'Bích, IT',
        ],
      ],
      ['an', ['it-help'], 4 * HOUR, ['The gateway is hcm-1, and the clock is right.']],
      [
        'it-help',
        ['an'],
        3 * HOUR + 25,
        [
          'Hello An,',
          'your laptop was missing from the group that may use the new gateway. It is in now. Please sign out and in again; it should connect within a minute.',
          'If it does not, call 4357 and I will look at it with you before your call.',
          'Bích, IT',
        ],
      ],
    ],
  ],
  [
    't-advance',
    'Tạm ứng công tác Đà Nẵng',
    [
      [
        'an',
        ['finance'],
        26 * HOUR,
        [
          'Chào chị Hà,',
          'em gửi đề nghị tạm ứng 6.500.000 đ cho chuyến công tác Đà Nẵng tuần sau. Chị xem giúp em nhé.',
          'An',
        ],
      ],
      [
        'finance',
        ['an'],
        23 * HOUR,
        [
          'Chào An,',
          'khoản tạm ứng đã được duyệt, tiền về tài khoản trong ngày mai. Em gửi lại hoá đơn khách sạn giúp chị khi về nhé.',
          'Hà, Tài chính',
        ],
      ],
    ],
  ],
  [
    't-onboarding',
    'Giấy tờ cho nhân viên mới của nhóm',
    [
      [
        'hr',
        ['an'],
        2 * DAY + 3 * HOUR,
        [
          'Chào An,',
          'bạn Trần Văn Tú bắt đầu làm việc thứ Hai tới. Phiếu tiếp nhận đã có trên cổng nhân sự, bạn chỉ cần ký ở trang hai. Máy tính và thẻ ra vào chúng tôi đã đặt.',
          'Lê Minh Hoàng, Nhân sự',
        ],
      ],
    ],
  ],
  [
    't-contract',
    'Contract with Vendor Example: clause 7',
    [
      [
        'an',
        ['legal', 'laura.simmons'],
        6 * DAY,
        [
          'Hello,',
          'the vendor asks to strike clause 7 (audit rights). May we agree to that? We would like to sign on Friday.',
        ],
      ],
      [
        'laura.simmons',
        ['an', 'lead.sales'],
        4 * DAY + 5 * HOUR,
        [
          'Hi An,',
          'please keep clause 7, but you may offer thirty days’ notice instead of ten. I have put the wording in the draft, with the change marked.',
          'Laura',
        ],
      ],
    ],
  ],
  [
    't-campaign',
    'Tài liệu cho hội chợ tháng 12',
    [
      [
        'lead.sales',
        ['brand', 'an'],
        3 * DAY,
        [
          'Hi all,',
          'we need the leaflet in both languages for the fair on 5 December, 500 copies each. An will be at the stand.',
          'Daniel',
        ],
      ],
      [
        'lead.marketing',
        ['lead.sales', 'an'],
        2 * DAY + 20 * HOUR,
        [
          'Chào anh Daniel, chào An,',
          'bản thiết kế hai thứ tiếng đã gửi nhà in, giao ngày 2/12. Em đính kèm bản xem trước để hai anh duyệt lần cuối.',
          'Khánh Vy, Tiếp thị',
        ],
      ],
    ],
  ],
  [
    't-delivery',
    'Delivery date of order 4711',
    [
      [
        'an',
        ['planning'],
        8 * DAY,
        ['Chào anh chị,', 'khách hỏi ngày giao đơn 4711. Anh chị cho em một ngày chắc chắn nhé.'],
      ],
      ['lead.production', ['an'], 4 * DAY, ['Đơn 4711 dời sang tuần 49.', 'Hùng']],
    ],
  ],
  [
    't-sample',
    'Material sample for the coating',
    [
      [
        'an',
        ['lead.rnd', 'bao'],
        5 * DAY - 2 * HOUR,
        ['Hello Sarah,', 'a customer asks whether the coating stands salt water. Do we have figures that we may show?'],
      ],
      [
        'lead.rnd',
        ['an', 'bao'],
        5 * DAY - 6 * HOUR,
        [
          'Hi An,',
          'yes: 1,000 hours in the salt spray test without a change. The report is in the library, you may share page 3.',
          'Sarah',
        ],
      ],
    ],
  ],
  ['t-lunch', 'Ăn trưa thứ Sáu?', [['bao', ['an'], 7 * HOUR, ['An ơi, thứ Sáu này cả nhóm ăn bún chả nhé?', 'Bảo']]]],
  [
    't-townhall',
    'Town hall on Thursday / Họp toàn công ty thứ Năm',
    [
      [
        'hr',
        ['everybody'],
        30 * HOUR,
        [
          'Dear all, / Kính gửi toàn thể,',
          'we meet on Thursday at 15:00 in the hall. / chúng ta gặp nhau lúc 15:00 thứ Năm tại hội trường.',
          'Nhân sự',
        ],
      ],
    ],
  ],
  [
    't-received',
    'We have your request #20417',
    [
      [
        'it-help',
        ['an'],
        5 * HOUR - 1,
        ['This is an automatic notice. We have received your request and will answer within four hours.'],
        'automatic',
      ],
    ],
  ],
  [
    't-vendor',
    'Quote Q-2291',
    [
      [
        'maria.lopez@vendor.example',
        ['an'],
        9 * HOUR,
        [
          'Dear Mr An,',
          'please find our offer attached. It holds until the end of the month.',
          'Maria López, Vendor Example',
        ],
      ],
    ],
  ],
  ['t-password', 'Password ends today', [['support@evil.example', ['an'], 11 * HOUR, [LOOKALIKE]]]],
  [
    't-licences',
    'Budget for forty licences',
    [
      [
        'lead.it',
        ['finance'],
        3 * DAY,
        [
          'Chào chị Hà,',
          'nhóm CNTT cần thêm 40 giấy phép trong quý này, báo giá đính kèm. Chị cho biết lấy từ ngân sách nào nhé.',
          'Minh',
        ],
      ],
      [
        'finance',
        ['lead.it'],
        2 * DAY,
        ['Chào Minh,', 'quý này còn đủ, mã ngân sách là IT-2026-14. Đề nghị đã duyệt.', 'Hà, Tài chính'],
      ],
    ],
  ],
  [
    't-leave',
    'Parental leave: which form?',
    [
      [
        'lead.sales',
        ['hr'],
        28 * HOUR,
        ['Hello,', 'Mai asks about parental leave from February. Which form is it now, and by when?', 'Daniel'],
      ],
      [
        'trang.dang',
        ['lead.sales'],
        26 * HOUR,
        [
          'Hi Daniel,',
          'the form is in the portal, in both languages. Mai does not need a paper copy any more. 60 days before is enough.',
          'Trang, Human Resources',
        ],
      ],
    ],
  ],
  [
    't-accounts',
    'Accounts of people who left',
    [
      [
        'admin',
        ['hr'],
        4 * DAY,
        ['Hello,', 'could you send us the list of leavers of October, so that we can close their accounts?', 'Huy'],
      ],
      [
        'hr',
        ['admin', 'lead.it'],
        4 * DAY - 3 * HOUR,
        ['Chào Huy,', 'danh sách tháng 10 có 3 người, đã cập nhật trên cổng nhân sự.', 'Hoàng, Nhân sự'],
      ],
    ],
  ],
];

const OUTSIDE: Record<string, string> = {
  'maria.lopez@vendor.example': 'Maria López',
  // The display name imitates an address of the company; the address does not lie.
  'support@evil.example': `IT Helpdesk <it-help@${DOMAIN}>`,
};

function party(local: string): Party {
  const address = local.includes('@') ? local : `${local}@${DOMAIN}`;
  const known = [...mailboxes, ...people].find((one) => one.email === address);
  const name = known?.name ?? OUTSIDE[address];
  if (!name) throw new Error(`nobody writes from ${address}`);
  return { name, address };
}

const everybody = people.filter((person) => person.team === TEAM.sales || person.team === TEAM.marketing);

const parties = (to: string[]): Party[] =>
  to.flatMap((one) =>
    one === 'everybody' ? everybody.map(({ name, email }) => ({ name, address: email })) : [party(one)],
  );

const paragraphs = (body: string[]) => body.map((text) => (text.startsWith('<') ? text : `<p>${text}</p>`)).join('\n');

/** The conversations in which somebody, or the mailbox of their team, takes part; newest first. */
export function threadsOf(address: string, now: number): Thread[] {
  const team = people.find((one) => one.email === address)?.team;
  const mine = new Set([address, ...mailboxes.filter((box) => box.team === team).map((box) => box.email)]);
  const newest = (thread: Thread) => Math.max(...thread.mails.map((mail) => mail.at));
  return SCRIPT.map(([id, subject, lines]): Thread => {
    const mails = lines.map(
      ([from, to, minutesAgo, body, automatic], index): Mail => ({
        id: `${id}-${index + 1}`,
        from: party(from),
        to: parties(to),
        at: now - minutesAgo * 60_000,
        body: paragraphs(body),
        automatic: automatic === 'automatic',
      }),
    );
    return { id, subject, mails };
  })
    .filter((thread) => thread.mails.some((mail) => [mail.from, ...mail.to].some((one) => mine.has(one.address))))
    .sort((a, b) => newest(b) - newest(a));
}

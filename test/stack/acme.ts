// The demo company Acme: eight teams in a small tree and 120 people, the same at every start.
// Stack, end-to-end tests and the tests on real servers all read it, so that everybody's mail resolves.
import type { AccountKind } from '../../shared/words.ts';

export const DOMAIN = 'acme.test';
export const COMPANY = 'Acme';

export interface AcmeTeam {
  id: number;
  parent: number | null;
  name: string;
  nameVi: string;
}

export interface AcmePerson {
  id: number;
  /** What the company's identity provider calls them. */
  subject: string;
  email: string;
  name: string;
  team: number;
  /** Account id at the company's Jira, where they have one. */
  jira: string | null;
}

export interface AcmeAccount {
  kind: AccountKind;
  id: string;
  team: number;
}

export interface AcmeRole {
  person: number;
  role: 'lead' | 'admin';
  team: number;
}

export const TEAM = {
  acme: 1,
  shared: 2,
  it: 3,
  hr: 4,
  finance: 5,
  legal: 6,
  commerce: 7,
  sales: 8,
  marketing: 9,
  operations: 10,
  production: 11,
  rnd: 12,
} as const;

export const teams: readonly AcmeTeam[] = [
  { id: TEAM.acme, parent: null, name: 'Acme', nameVi: 'Acme' },
  { id: TEAM.shared, parent: TEAM.acme, name: 'Shared services', nameVi: 'Khối dịch vụ chung' },
  { id: TEAM.it, parent: TEAM.shared, name: 'IT', nameVi: 'CNTT' },
  { id: TEAM.hr, parent: TEAM.shared, name: 'Human Resources', nameVi: 'Nhân sự' },
  { id: TEAM.finance, parent: TEAM.shared, name: 'Finance', nameVi: 'Tài chính' },
  { id: TEAM.legal, parent: TEAM.shared, name: 'Legal', nameVi: 'Pháp chế' },
  { id: TEAM.commerce, parent: TEAM.acme, name: 'Commerce', nameVi: 'Khối thương mại' },
  { id: TEAM.sales, parent: TEAM.commerce, name: 'Sales', nameVi: 'Kinh doanh' },
  { id: TEAM.marketing, parent: TEAM.commerce, name: 'Marketing', nameVi: 'Tiếp thị' },
  { id: TEAM.operations, parent: TEAM.acme, name: 'Operations', nameVi: 'Khối vận hành' },
  { id: TEAM.production, parent: TEAM.operations, name: 'Production', nameVi: 'Sản xuất' },
  { id: TEAM.rnd, parent: TEAM.operations, name: 'R&D', nameVi: 'Nghiên cứu và Phát triển' },
];

/** People whose address is not made from their name: they appear in mail and tickets, lead a team or run the server. */
const NAMED: readonly [local: string, name: string, team: number][] = [
  ['an', 'Nguyễn Văn An', TEAM.sales],
  ['bao', 'Trần Quốc Bảo', TEAM.sales],
  ['bich', 'Trần Thị Bích', TEAM.it],
  ['hr', 'Lê Minh Hoàng', TEAM.hr],
  ['finance', 'Phạm Thu Hà', TEAM.finance],
  ['admin', 'Phan Gia Huy', TEAM.it],
  ['lead.it', 'Đỗ Quang Minh', TEAM.it],
  ['lead.hr', 'Vũ Thị Lan', TEAM.hr],
  ['lead.finance', 'Grace Bennett', TEAM.finance],
  ['lead.legal', 'Hoàng Mai Chi', TEAM.legal],
  ['lead.sales', 'Daniel Foster', TEAM.sales],
  ['lead.marketing', 'Bùi Khánh Vy', TEAM.marketing],
  ['lead.production', 'Đặng Văn Hùng', TEAM.production],
  ['lead.rnd', 'Sarah Whitfield', TEAM.rnd],
];

/** Everybody else; the address is given name and family name. */
const OTHERS: readonly [team: number, names: string][] = [
  [
    TEAM.it,
    'Lê Đức Anh, Phạm Ngọc Linh, Oliver Grant, Ngô Thành Đạt, Hồ Thanh Tâm, Emily Turner, Dương Hải Nam, Võ Thị Hạnh, Trịnh Công Vinh, Lucas Meyer, Đinh Thị Thảo',
  ],
  [
    TEAM.hr,
    'Đặng Thu Trang, Nguyễn Thị Yến, Hannah Brooks, Lý Minh Thư, Mai Văn Phúc, Chloe Adams, Cao Thị Nga, Trần Hữu Lộc',
  ],
  [
    TEAM.finance,
    'Nguyễn Hoàng Long, Bùi Thị Hương, James Whitaker, Lê Thị Kim Ngân, Vũ Đình Khoa, Phan Thị Dung, Megan Price, Trương Quốc Toàn, Đỗ Thị Hiền, Henry Collins',
  ],
  [TEAM.legal, 'Nguyễn Thế Anh, Laura Simmons, Phạm Văn Quý, Tạ Thị Ánh, Thomas Reid'],
  [
    TEAM.sales,
    'Nguyễn Thị Mai, Lê Văn Dũng, Amy Fletcher, Phạm Quốc Việt, Hoàng Thị Ngọc, Ryan Cooper, Vũ Minh Đức, Đặng Thị Hoa, Trần Văn Tú, Sophie Walker, Bùi Xuân Sơn, Ngô Thị Thanh, Nguyễn Đức Thịnh, Jack Harrison, Lương Thị Bình, Đoàn Minh Quân, Olivia Hughes, Huỳnh Văn Phong, Tô Thị Loan, Ben Carter, Châu Ngọc Hân',
  ],
  [
    TEAM.marketing,
    'Trần Bảo Ngọc, Lê Phương Thảo, Ella Richardson, Nguyễn Nhật Minh, Vũ Hà My, Liam Ward, Phạm Tuấn Kiệt, Đỗ Diệu Anh, Zoe Marshall, Hồ Quang Hiếu, Lâm Thị Cúc, Nguyễn Trà Giang, Isla Bailey',
  ],
  [
    TEAM.production,
    'Nguyễn Văn Thắng, Trần Văn Hải, Lê Thị Hằng, Phạm Văn Lâm, Vũ Văn Tiến, George Mason, Hoàng Văn Cường, Đặng Thị Thu, Bùi Văn Đông, Ngô Văn Hậu, Dương Thị Sen, Hồ Văn Nghĩa, Alan Murphy, Trịnh Văn Sáng, Đinh Văn Tài, Lý Thị Xuân, Võ Văn Kha, Cao Văn Trung, Peter Hayes, Mai Thị Liên, Phan Văn Bền, Tạ Văn Khánh, Nguyễn Thị Nhung, Lê Văn Trọng',
  ],
  [
    TEAM.rnd,
    'Nguyễn Minh Triết, Phạm Khánh Chi, Oscar Lindley, Lê Quang Huy, Vũ Thu Uyên, Trần Đăng Khôi, Freya Nolan, Hoàng Nam Phương, Đỗ Anh Tuấn, Ruby Sanders, Bùi Gia Bảo, Ngô Hải Yến, Nathan Cole, Đặng Minh Nhật',
  ],
];

const fold = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

/** Vietnamese names put the family first; every English name here is two plain words. */
function localPart(name: string): string {
  const words = fold(name).split(' ');
  const [first = '', last = ''] = [words[0], words[words.length - 1]];
  const english = words.length === 2 && fold(name) === name.toLowerCase();
  return english ? `${first}.${last}` : `${last}.${first}`;
}

/** Looks like Jira Cloud's own account ids; every third person has no account there. */
const jiraId = (id: number) => `712020:00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`;

const everybody: [local: string, name: string, team: number][] = [
  ...NAMED,
  ...OTHERS.flatMap(([team, names]) =>
    names.split(', ').map((name): [string, string, number] => [localPart(name), name, team]),
  ),
];

export const people: readonly AcmePerson[] = everybody.map(([local, name, team], index) => {
  const id = index + 1;
  const jira = index < NAMED.length || id % 3 !== 0 ? jiraId(id) : null;
  return { id, subject: `acme-${local}`, email: `${local}@${DOMAIN}`, name, team, jira };
});

/** Addresses that answer for a team and belong to nobody. */
export const mailboxes: readonly { email: string; name: string; team: number }[] = [
  { email: `it-help@${DOMAIN}`, name: 'IT Helpdesk', team: TEAM.it },
  { email: `legal@${DOMAIN}`, name: 'Pháp chế (Legal)', team: TEAM.legal },
  { email: `brand@${DOMAIN}`, name: 'Marketing Desk', team: TEAM.marketing },
  { email: `planning@${DOMAIN}`, name: 'Kế hoạch sản xuất', team: TEAM.production },
];

export const accounts: readonly AcmeAccount[] = [
  ...people.map((person): AcmeAccount => ({ kind: 'mail', id: person.email, team: person.team })),
  ...mailboxes.map((mailbox): AcmeAccount => ({ kind: 'mail', id: mailbox.email, team: mailbox.team })),
  ...people.flatMap((person): AcmeAccount[] =>
    person.jira ? [{ kind: 'jira', id: person.jira, team: person.team }] : [],
  ),
];

export const roles: readonly AcmeRole[] = people.flatMap((person): AcmeRole[] => {
  if (person.email.startsWith('lead.')) return [{ person: person.id, role: 'lead', team: person.team }];
  return person.email === `admin@${DOMAIN}` ? [{ person: person.id, role: 'admin', team: 0 }] : [];
});

/** Throws where nobody has the address: a test that names somebody else is wrong. */
export function personAt(email: string): AcmePerson {
  const person = people.find((one) => one.email === email);
  if (!person) throw new Error(`nobody at Acme has the address ${email}`);
  return person;
}

/** Who can be chosen on the identity provider's page, in this order. */
export const personas: readonly AcmePerson[] = ['an', 'lead.it', 'lead.sales', 'bich', 'hr', 'admin'].map((local) =>
  personAt(`${local}@${DOMAIN}`),
);

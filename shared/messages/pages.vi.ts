// What the pages say, in Vietnamese: frame, overview and teams; the other surfaces have files of their own.
import { vietnamese } from './counting.ts';
import { figuresVi } from './figures.vi.ts';
import { noticesVi } from './notices.vi.ts';
import type { PagesMessages } from './pages.en.ts';
import { promiseVi } from './promise.vi.ts';
import { sitesVi } from './sites.vi.ts';
import { wishedVi } from './wished.vi.ts';

const { locale, count, inWords } = vietnamese;
const people = (n: number) => `${inWords(n)} người`;
const voices = (n: number) => count(n, 'lượt người', 'lượt người');
/** "09/11": with its zeros, so that days stand under each other. */
const day = (ms: number) => {
  const [, month, date] = new Date(ms).toISOString().slice(0, 10).split('-');
  return `${date}/${month}`;
};

export const pagesVi = {
  locale,
  title: (page: string) => `${page} · Hearback`,
  skip: 'Đến nội dung chính',
  nav: 'Các trang',
  languages: 'Ngôn ngữ',
  overview: 'Tổng quan',
  promiseLink: 'Điều chúng tôi cam kết',
  signedInAs: (name: string) => `Bạn đang đăng nhập với tên ${name}.`,
  signOut: 'Đăng xuất',
  footer: (k: number) =>
    `Chỉ hiện các đợt công bố. Mỗi đợt mới cần ít nhất ${people(k)}, nên không con số nào thay đổi vì riêng một ai.`,
  between: (from: string, to: string) => `${from} đến ${to}`,
  day,
  fullDay: (ms: number) => `${day(ms)}/${new Date(ms).getUTCFullYear()}`,
  months: [
    'thg 1',
    'thg 2',
    'thg 3',
    'thg 4',
    'thg 5',
    'thg 6',
    'thg 7',
    'thg 8',
    'thg 9',
    'thg 10',
    'thg 11',
    'thg 12',
  ],
  today: 'hôm nay',
  yesterday: 'hôm qua',

  ...figuresVi,

  home: {
    title: 'Chất lượng phục vụ giữa các nhóm',
    whole: (company: string) => `Toàn công ty ${company}`,
    facts: {
      voices: 'Lượt người đánh giá',
      teams: 'Nhóm đã có số liệu',
      last: 'Công bố gần nhất',
      next: 'Công bố kế tiếp',
    },
    teamsOf: (n: string, of: string) => `${n} trên ${of}`,
    teams: 'Các nhóm',
    teamsRead:
      'Khách hàng nội bộ hài lòng đến đâu. Chấm là tỷ lệ, thanh là khoảng tin cậy, đường chấm là toàn công ty. Hạng là một khoảng: yếu tố ngẫu nhiên để ngỏ điều gì thì hạng cũng để ngỏ điều đó.',
    groups: 'Các khối',
    groupsRead: 'Mỗi khối là tổng của các nhóm trong khối và của những đánh giá dành cho chính khối đó.',
    empty: {
      title: 'Chưa có gì để xem, và điều đó là bình thường',
      text: (k: number) =>
        `Số liệu của một nhóm chỉ hiện khi đã có ${people(k)} đánh giá. Không ai xem được ít hơn thế, kể cả quản trị viên.`,
      how: 'Với tiện ích trình duyệt, năm gương mặt nằm ngay dưới mỗi câu trả lời của nhóm khác. Chỉ cần một lần bấm.',
    },
  },

  team: {
    breadcrumb: 'Vị trí trong công ty',
    scores: 'Điểm số',
    scoresRead: (n: number) => `${voices(n)} đã đánh giá thế nào, theo từng điểm.`,
    scoresShares: 'Trên tổng số lượt người: tỷ lệ, khoảng tin cậy 95%, số lượt.',
    scoresCounts: 'Mỗi điểm có bao nhiêu lượt người.',
    waits: 'Thời gian chờ',
    waitsRead: 'Người đánh giá đã chờ câu trả lời bao lâu, nếu trang cho biết; tính trên mọi đợt công bố.',
    known: (n: string, of: string) => `Biết được ở ${n} trên ${of}.`,
    unreleased: 'quá ít để hiện',
    knownTimes: (n: string) => `Biết được ${n} lần.`,
    aspects: 'Các khía cạnh',
    aspectsRead: 'Mỗi lần đánh giá hỏi một khía cạnh; tính trên mọi đợt công bố.',
    aspect: 'Khía cạnh',
    wait: 'Thời gian chờ',
    reason: 'Lý do',
    why: 'Vì sao',
    whyRead: 'Các lý do mọi người đã chọn, tính trên mọi đợt công bố, nhiều nhất đứng trước.',
    whyLow: 'Điều chưa ổn',
    whyHigh: 'Điều làm tốt',
    parts: (team: string) => `Các nhóm thuộc ${team}`,
    partsRead: 'Chấm là tỷ lệ, thanh là khoảng tin cậy, đường chấm là cả khối.',
    waitingTitle: 'Đang chờ thêm người đánh giá',
    waitingText: (k: number) =>
      `Số liệu sẽ hiện ở đây từ đợt công bố đầu tiên có ít nhất ${people(k)} đánh giá nhóm, tất cả cùng một lúc.`,
    waitingNobody: 'Cho đến lúc đó không ai xem được, kể cả trưởng nhóm.',
    ratedAsTitle: (team: string, parent: string) => `${team} được đánh giá chung với ${parent}`,
    ratedAsText: 'Nhóm này có chưa đến ba người. Một con số riêng sẽ chỉ thẳng vào họ.',
    ratedAsLink: (parent: string) => `Xem ${parent}`,
    allTeams: 'Tất cả các nhóm',
  },

  sites: sitesVi,
  wished: wishedVi,
  notices: noticesVi,
  promise: promiseVi,
} satisfies PagesMessages;

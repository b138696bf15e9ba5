// What the pages say of figures, in Vietnamese.
import { vietnamese } from './counting.ts';
import type { FiguresMessages } from './figures.en.ts';

const { count, inWords } = vietnamese;
const people = (n: number) => `${inWords(n)} người`;
const voices = (n: number) => count(n, 'lượt người', 'lượt người');

export const figuresVi = {
  scores: { 1: 'Rất kém', 2: 'Kém', 3: 'Tạm được', 4: 'Tốt', 5: 'Rất tốt' },
  waits: { '1h': 'dưới 1 giờ', '4h': '1 đến 4 giờ', '1d': '4 giờ đến 1 ngày', '3d': '1 đến 3 ngày', more: 'lâu hơn' },
  aspects: {
    reliability: { name: 'Tin cậy', hint: 'nói sao làm vậy' },
    responsiveness: { name: 'Kịp thời', hint: 'trả lời đúng lúc' },
    assurance: { name: 'Vững nghiệp vụ', hint: 'biết rõ việc mình làm' },
    empathy: { name: 'Thấu hiểu', hint: 'hiểu công việc của tôi' },
    ease: { name: 'Thuận tiện', hint: 'dễ nhờ, dễ hỏi' },
  },
  reasons: {
    took_too_long: 'Mất quá nhiều thời gian',
    had_to_ask_again: 'Phải hỏi lại',
    did_not_solve_it: 'Chưa giải quyết được',
    hard_to_understand: 'Khó hiểu',
    felt_brushed_off: 'Cảm thấy bị gạt đi',
    solved_it: 'Đã giải quyết xong',
    fast: 'Nhanh',
    clear: 'Rõ ràng',
    friendly: 'Thân thiện',
    went_further: 'Hơn cả mong đợi',
  },

  figure: {
    voices,
    interval: (low: string, high: string) => `${low} đến ${high}`,
    spoken: (share: string, low: string, high: string, n: number) =>
      `${share}, khoảng tin cậy 95% từ ${low} đến ${high}, ${voices(n)}`,
    few: 'còn quá ít để kết luận',
    waiting: 'đang chờ thêm người đánh giá',
    lastRelease: (day: string, n: number) => `công bố gần nhất: ${day}, ${count(n, 'người', 'người')}`,
    lastReleaseVoices: (day: string, n: number) => `công bố gần nhất: ${day}, ${voices(n)}`,
    company: 'lượt người đánh giá Tốt hoặc Rất tốt.',
    team: 'lượt khách hàng nội bộ đánh giá Tốt hoặc Rất tốt.',
    chance: (low: string, high: string, n: number) =>
      `Tính cả yếu tố ngẫu nhiên, tỷ lệ này rất có thể nằm trong khoảng từ ${low} đến ${high} (khoảng tin cậy 95%, từ ${voices(n)}).`,
    fewTitle: (n: number) => `${voices(n)}: còn quá ít để kết luận`,
    fewText: (few: number) =>
      `Với dưới ${inWords(few)} lượt người, một tỷ lệ phần trăm sẽ nói quá những gì đã biết. Vì vậy trang này chỉ hiện số lượt của từng điểm.`,
    halves: (now: string, before: string, change: string) =>
      `Trong 13 tuần gần nhất, tỷ lệ là ${now}; trong 13 tuần trước đó là ${before}: ${change}.`,
    place: (from: string, to: string, of: string) =>
      from === to ? `Hạng ${from} trên ${of} nhóm.` : `Hạng ${from} đến ${to} trên ${of} nhóm.`,
    change: { risen: 'thực sự tăng', fallen: 'thực sự giảm', none: 'chưa đủ khác biệt để kết luận' },
  },

  trend: {
    title: 'Sáu tháng',
    steps: { 1: 'tuần', 2: 'hai tuần', 4: 'bốn tuần', 13: 'quý' },
    caption: (step: string) => `Tỷ lệ hài lòng theo ${step}. Dải màu là khoảng tin cậy 95% của từng điểm.`,
    read: (step: string) =>
      `Mỗi điểm ứng với ${step === 'tuần' || step === 'quý' ? `một ${step}` : step}, là tổng các đợt công bố trong đó. Hai điểm có dải màu chồng lên nhau có thể chỉ khác nhau do ngẫu nhiên.`,
    reference: 'Đường chấm là toàn công ty.',
    hollow: 'Điểm rỗng: quá ít lượt người để tính tỷ lệ.',
    spoken: (step: string, first: string, last: string, from: string, to: string) =>
      `Tỷ lệ hài lòng theo ${step}: ${first} vào ngày ${from}, ${last} vào ngày ${to}`,
    sparkSpoken: (first: string, last: string) => `Diễn biến: từ ${first} đến ${last}`,
    short: 'Diễn biến sẽ hiện khi có hai điểm đủ lượt người.',
    table: 'Xem dưới dạng bảng',
    from: 'Từ ngày',
  },

  table: {
    satisfied: 'Hài lòng',
    interval: 'Khoảng tin cậy 95%',
    share: 'Tỷ lệ',
    voices: 'Lượt người',
    score: 'Điểm',
    place: 'Hạng',
    team: 'Nhóm',
    group: 'Khối',
    plot: 'Tỷ lệ hài lòng và khoảng tin cậy 95%',
    people: 'Người',
    placeRange: (from: string, to: string) => (from === to ? from : `${from} đến ${to}`),
    placeHead: (of: string) => `Hạng trên ${of}`,
    risen: 'tăng trong 13 tuần',
    fallen: 'giảm trong 13 tuần',
    voicesAfter: 'lượt người',
    peopleAfter: 'người',
    placeBefore: 'hạng',
  },

  how: {
    title: 'Các con số này được tính thế nào',
    voice: (k: number) =>
      `Mỗi đợt công bố diễn ra vào thời điểm cố định, và chỉ khi từ đợt trước đã có ít nhất ${people(k)} đánh giá nhóm. Trong một đợt, mỗi người là một lượt: trung bình các điểm họ đã cho, dù họ đánh giá bao nhiêu lần.`,
    share:
      'Tỷ lệ hài lòng = số lượt người đánh giá Tốt hoặc Rất tốt, chia cho tổng số lượt người trong 26 tuần gần nhất.',
    interval: (deff: string) =>
      `Khoảng tin cậy: Wilson, 95%, trên số lượt người chia cho ${deff} (hệ số thiết kế: cùng một người có thể lên tiếng nhiều lần).`,
    order: 'Thứ tự: theo một ước lượng được kéo về tỷ lệ của toàn công ty khi nhóm có ít lượt người.',
    place:
      'Hạng: khoảng còn để ngỏ khi khoảng tin cậy của mọi nhóm phải cùng đúng, ở mức 95%; các khoảng này dài hơn các thanh được vẽ (Klein, Wright và Wieczorek 2020).',
    change:
      'Tăng, giảm: 13 tuần gần nhất so với 13 tuần trước đó, theo khoảng tin cậy Newcombe của hiệu hai tỷ lệ. Với toàn công ty: mức 95%.',
    changeTeams:
      'Các nhóm được xét cùng lúc: trong số nhóm được ghi là tăng hay giảm, ước tính nhiều nhất một phần mười là không đúng (Benjamini và Hochberg).',
    few: (few: number) =>
      `Dưới ${inWords(few)} lượt người: chỉ hiện số lượt và số lượt của từng điểm, không hiện phần trăm.`,
    silent: 'Không khoảng tin cậy nào nói được điều gì về những người không đánh giá.',
  },
} satisfies FiguresMessages;

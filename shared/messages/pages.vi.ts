// What the pages say, in Vietnamese.
import { counting, inWords } from './counting.ts';
import type { PagesMessages } from './pages.en.ts';
import { promiseVi } from './promise.vi.ts';

const locale = 'vi-VN';
const count = counting(locale);
const words = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const people = (n: number) => `${inWords(words, n)} người`;
const voices = (n: number) => count(n, 'lượt người', 'lượt người');

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
    `Chỉ hiện các đợt công bố: mỗi đợt gồm ít nhất ${people(k)}, nên không con số nào thay đổi vì riêng một ai.`,
  between: (from: string, to: string) => `${from} đến ${to}`,
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
      `Tính cả yếu tố ngẫu nhiên, tỷ lệ này nằm trong khoảng ${low} đến ${high} (khoảng tin cậy 95%, từ ${voices(n)}).`,
    fewTitle: (n: number) => `${voices(n)}: còn quá ít để kết luận`,
    fewText: (few: number) =>
      `Dưới ${inWords(words, few)} lượt người, một tỷ lệ phần trăm sẽ nói quá những gì đã biết. Bản thân các điểm số được hiện ở đây.`,
    halves: (now: string, before: string, change: string) =>
      `Trong 13 tuần gần nhất, tỷ lệ là ${now}; trong 13 tuần trước đó là ${before}: ${change}.`,
    place: (from: string, to: string, of: string) =>
      from === to ? `Hạng ${from} trên ${of} nhóm.` : `Hạng ${from} đến ${to} trên ${of} nhóm.`,
    change: { risen: 'tăng thật sự', fallen: 'giảm thật sự', none: 'chưa đủ khác biệt để kết luận' },
  },

  trend: {
    title: 'Sáu tháng',
    steps: { 1: 'tuần', 2: 'hai tuần', 4: 'bốn tuần', 13: 'quý' },
    caption: (step: string) => `Tỷ lệ hài lòng theo ${step}. Dải màu là khoảng tin cậy 95% của từng điểm.`,
    read: (step: string, k: number) =>
      `Mỗi điểm ứng với ${step === 'tuần' || step === 'quý' ? `một ${step}` : step} và gồm ít nhất ${people(k)}. Chỉ khi hai dải tách rời nhau thì khác biệt mới là thật.`,
    reference: 'Đường chấm là toàn công ty.',
    hollow: 'Điểm rỗng: quá ít lượt người để tính tỷ lệ.',
    spoken: (step: string, first: string, last: string, from: string, to: string) =>
      `Tỷ lệ hài lòng theo ${step}: ${first} vào ${from}, ${last} vào ${to}`,
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
    risen: 'tăng',
    fallen: 'giảm',
    voicesAfter: 'lượt người',
    peopleAfter: 'người',
    placeBefore: 'hạng',
  },

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
      'Khách hàng nội bộ hài lòng đến đâu. Chấm là tỷ lệ, thanh là khoảng tin cậy, đường chấm là toàn công ty. Nơi các thanh chồng lên nhau thì chưa rõ thứ tự, nên hạng là một khoảng.',
    groups: 'Các khối',
    groupsRead: 'Mỗi khối là tổng của các nhóm trong khối và của những gì nói về chính khối đó.',
    empty: {
      title: 'Chưa có gì để xem, và như thế là đúng',
      text: (k: number) =>
        `Số liệu của một nhóm chỉ hiện khi đã có ${people(k)} đánh giá. Không ai xem được ít hơn thế, kể cả quản trị viên.`,
      how: 'Với tiện ích trình duyệt, năm gương mặt nằm ngay dưới mỗi câu trả lời của nhóm khác. Chỉ cần một lần bấm.',
    },
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
      'Hạng: khoảng mà tất cả các khoảng tin cậy cùng nhau để ngỏ, mức tin cậy chung 95% (Klein, Wright và Wieczorek 2020).',
    change: 'Tăng, giảm: khoảng tin cậy Newcombe của 13 tuần gần nhất so với 13 tuần trước đó, 95%.',
    changeTeams: 'Tính trên mọi nhóm, nhiều nhất một phần mười các nhận định này có thể sai (Benjamini và Hochberg).',
    few: (few: number) => `Dưới ${inWords(words, few)} lượt người: chỉ hiện số lượt và các điểm, không hiện phần trăm.`,
    silent: 'Không khoảng tin cậy nào nói được điều gì về những người không đánh giá.',
  },

  team: {
    breadcrumb: 'Vị trí trong công ty',
    scores: 'Điểm số',
    scoresRead: (n: number) => `${voices(n)} đã nói gì, theo từng điểm.`,
    waits: 'Thời gian chờ',
    waitsRead: 'Người đánh giá đã chờ câu trả lời bao lâu, nếu trang cho biết.',
    known: (n: string, of: string) => `Biết được ở ${n} trên ${of}.`,
    unreleased: 'quá ít để hiện',
    knownTimes: (n: string) => `Biết được ${n} lần.`,
    aspects: 'Các khía cạnh',
    aspectsRead: 'Mỗi lần đánh giá hỏi một khía cạnh.',
    aspect: 'Khía cạnh',
    wait: 'Thời gian chờ',
    reason: 'Lý do',
    why: 'Vì sao',
    whyRead: 'Các lý do mọi người đã chọn, nhiều nhất đứng trước.',
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

  sites: {
    title: 'Công cụ',
    lead: 'Những công cụ thư và phiếu yêu cầu mà tiện ích đọc được, và nó đọc tốt đến đâu.',
    reportsRead:
      'Báo cáo được đếm theo giờ, trong 24 giờ gần nhất: mỗi trình duyệt mỗi ngày nhiều nhất một báo cáo, gồm tên trang, phiên bản và điều không đọc được. Không có gì cho biết ai đã gửi hay đang ở trang nào. Sau 30 ngày chúng bị xoá.',
    site: 'Tên',
    state: 'Tình trạng',
    version: 'Phiên bản',
    switch: 'Bật, tắt',
    works: 'hoạt động tốt',
    off: 'đang tắt',
    published: 'công bố tại đây',
    onDay: (day: string, time: string) => `${time} ${day}`,
    fault: (what: string, since: string, n: number) => `${what} từ ${since}, ${count(n, 'báo cáo', 'báo cáo')}`,
    fields: {
      root: 'không tìm thấy cuộc trao đổi',
      conversation: 'cuộc trao đổi không có mã',
      message: 'không tìm thấy thư hay trả lời nào',
      id: 'thư không có mã',
      author: 'không tìm thấy người viết',
      body: 'không tìm thấy phần nội dung',
      anchor: 'nhận ra thư mới chậm',
      selector: 'trình duyệt không hiểu bản mô tả mới',
      fallback: 'bản mô tả mới tìm được ít hơn bản cũ',
    },
    switchOff: 'Tắt',
    switchOn: 'Bật lại',
    switchRead:
      'Khi tắt, không ai trong công ty thấy dòng đánh giá trên trang này nữa. Trình duyệt biết điều đó trong vòng một giờ. Các đánh giá đã có vẫn giữ nguyên.',
    newer: 'Bản mô tả mới hơn',
    newerRead:
      'Dùng khi trang đã thay đổi cấu trúc: trình duyệt tự nhận bản mới, và tự quay về bản đi kèm tiện ích ở nơi bản mới không tìm được gì.',
    paste: (above: number) => `Bản mô tả ở dạng JSON; số phiên bản phải lớn hơn ${above}`,
    publish: 'Công bố',
    inUse: (version: number) => `Phiên bản ${version} đang được công bố tại đây`,
    withdraw: 'Thu hồi',
    withdrawRead: 'Sau khi thu hồi, trình duyệt quay về bản mô tả đi kèm tiện ích.',
    show: 'Xem bản này',
    refused: 'Chưa công bố. Không có gì thay đổi.',
    faultSays: {
      not_json: 'Đây không phải là JSON.',
      too_large: 'Nội dung quá lớn; một bản mô tả chỉ có vài nghìn ký tự.',
      selector: 'Không hiểu được bộ chọn này.',
      site: 'Đây là mô tả của một trang khác.',
      shape: (expected: string) => `Chỗ này cần: ${expected}`,
      version: (above: number) => `Số này phải lớn hơn ${above}.`,
    },
  },

  notices: {
    signed_out: {
      title: 'Đăng nhập để xem số liệu của công ty bạn',
      go: (company: string) => `Đăng nhập bằng tài khoản ${company}`,
      text: (company: string) => [
        `Hearback này là của ${company}. Bạn đăng nhập bằng tài khoản dùng cho thư công việc.`,
      ],
    },
    not_found: {
      title: 'Không có trang nào ở đây',
      go: () => 'Tất cả các nhóm',
      text: () => ['Có thể nhóm đã đổi tên hoặc đã gộp với nhóm khác.'],
    },
    forbidden: {
      title: 'Trang này không dành cho bạn',
      go: () => 'Tổng quan',
      text: () => [
        'Bạn đã đăng nhập, nhưng vai trò của bạn không mở được trang này. Tài khoản của bạn không có vấn đề gì.',
      ],
    },
    not_in_directory: {
      title: 'Bạn chưa có trong danh bạ',
      go: () => 'Đăng nhập lại',
      text: (company: string) => [
        `Bạn đã đăng nhập được, nhưng ${company} chưa đưa địa chỉ của bạn vào Hearback.`,
        'Người phụ trách Hearback ở công ty có thể thêm bạn vào; sau đó bạn đăng nhập lại nhé.',
      ],
    },
    sign_in_failed: {
      title: 'Chưa đăng nhập xong',
      go: () => 'Đăng nhập lại',
      text: () => ['Có thể đã quá lâu, hoặc bạn bắt đầu ở một cửa sổ khác. Không mất gì cả: hãy bắt đầu lại.'],
    },
    unknown_extension: {
      title: 'Tiện ích này chưa được công ty biết đến',
      go: () => 'Tổng quan',
      text: (company: string) => [
        `Có nơi xin đăng nhập mà ${company} chưa cho phép. Không có gì được trao ra cả.`,
        'Nếu bạn chỉ muốn dùng Hearback, hãy cài tiện ích từ nơi công ty cung cấp.',
      ],
    },
    too_many: {
      title: 'Quá nhiều lần thử trong thời gian ngắn',
      go: () => 'Thử lại',
      text: () => ['Hãy đợi một phút rồi thử lại. Điểm bạn đã chấm vẫn an toàn: trình duyệt giữ lại và tự gửi đi.'],
    },
    unavailable: {
      title: 'Hearback tạm thời chưa phản hồi',
      go: () => 'Thử lại',
      text: () => ['Điểm bạn đã chấm vẫn an toàn: trình duyệt giữ lại và tự gửi đi. Bạn không cần làm lại gì cả.'],
    },
    internal: {
      title: 'Có trục trặc ở phía chúng tôi',
      go: () => 'Thử lại',
      text: () => [
        'Lỗi là của chúng tôi, không phải của bạn. Điểm bạn đã chấm vẫn an toàn: trình duyệt giữ lại và tự gửi đi.',
      ],
    },
  },

  promise: promiseVi,
} satisfies PagesMessages;

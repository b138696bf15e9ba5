// What the administrators’ pages of the sites say, in Vietnamese.
import { vietnamese } from './counting.ts';
import type { SitesMessages } from './sites.en.ts';

const { count } = vietnamese;

export const sitesVi = {
  title: 'Công cụ',
  lead: 'Những công cụ thư và phiếu yêu cầu mà tiện ích đọc được, và điều trình duyệt báo là không đọc được.',
  reportsRead:
    'Báo cáo được đếm theo giờ: mỗi trình duyệt mỗi ngày nhiều nhất một báo cáo, gồm tên trang, phiên bản và điều không đọc được. Không có gì cho biết ai đã gửi hay đang ở trang nào. Ở đây là những điều được báo trong 24 giờ gần nhất, kèm lúc bắt đầu: ngừng không quá ba ngày, như dịp cuối tuần, vẫn tính là liên tục. Sau 30 ngày báo cáo bị xóa.',
  badRows:
    'Những dòng của site_origin không dùng được. Địa chỉ gốc viết như https://tickets.acme.example: có https, không có đường dẫn phía sau.',
  notA: { origin: 'không phải địa chỉ gốc', site: 'không phải công cụ đã biết' },
  site: 'Tên',
  state: 'Tình trạng',
  version: 'Phiên bản',
  switch: 'Bật, tắt',
  calm: 'không có báo cáo',
  off: 'đang tắt',
  published: 'công bố tại đây',
  onDay: (day: string, time: string) => `${time} ngày ${day}`,
  orEarlier: (day: string) => `ngày ${day} hoặc sớm hơn`,
  fault: (what: string, since: string, n: number) =>
    `${what} từ ${since}; ${count(n, 'báo cáo', 'báo cáo')} trong 24 giờ`,
  fields: {
    root: 'không tìm thấy cuộc trao đổi',
    conversation: 'cuộc trao đổi không có mã',
    message: 'không tìm thấy thư hay trả lời nào',
    id: 'thư không có mã',
    author: 'không tìm thấy người viết',
    recipients: 'không tìm thấy người nhận',
    body: 'không tìm thấy phần nội dung',
    name: 'không tìm thấy tên người viết',
    time: 'không tìm thấy thời gian gửi',
    self: 'không nhận ra ai đang đọc',
    queue: 'không tìm thấy hàng đợi hay dự án',
    answer: 'trang không trả lời điều cần biết',
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
    'Dùng khi trang đã thay đổi cấu trúc: trình duyệt tự nhận bản mới, và tự quay về bản đi kèm tiện ích ở những trang mà bản đó vẫn tìm được điều bản mới hoàn toàn không tìm được. Các mục paths, query và frames của bản mới cũng có hiệu lực, trên những máy chủ mà tiện ích đã biết cho công cụ này.',
  begin: (version: number) => `Tải bản mô tả đang dùng dưới dạng phiên bản ${version} để bắt đầu từ đó`,
  tryIt: 'Sửa những chỗ mà trang đã thay đổi, rồi thử với một trang trước khi mọi người nhận được:',
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
    unknown: 'Không có mục nào tên như vậy.',
    nothing: 'Mục này không tìm được gì trên bất kỳ trang nào.',
    speaks: (body: string) =>
      `Mục này phải kể cả những gì ${body} tìm được, để lời người ta viết không bị đọc nhầm là phần của trang.`,
    shape: (expected: string) => `Chỗ này cần: ${expected}`,
    version: (above: number) => `Số này phải lớn hơn ${above}.`,
  },
} satisfies SitesMessages;

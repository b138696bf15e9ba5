// What the row says, in Vietnamese.
import type { RowMessages } from './row.en.ts';

export const rowVi: RowMessages = {
  scores: { 1: 'Rất kém', 2: 'Kém', 3: 'Tạm được', 4: 'Tốt', 5: 'Rất tốt' },
  question: '{} trả lời thế nào?',
  short: '{} trả lời?',
  whoAnswered: 'Nhóm nào đã trả lời?',
  choose: 'Chọn',
  inToolbar: 'Bấm Hearback trên thanh công cụ',
  saving: 'đang lưu',
  saved: 'đã lưu',
  kept: {
    online: { text: 'đã giữ', more: ', có mạng sẽ gửi' },
    signIn: { text: 'đã giữ', more: ', đăng nhập sẽ gửi' },
  },
  counted: { text: 'Đã tính {}', more: '; bấm lại sẽ tính lần sau' },
  closed: { text: 'Không sửa được nữa', more: '; bấm để đánh giá lại' },
  day: { form: '{d}/{m}', months: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] },
  rejected: 'Không tính',
  rejectedBecause: {
    own_team: ': nhóm của bạn',
    unknown_team: ': nhóm không còn',
    too_old: ': quá 30 ngày',
  },
  why: 'Vì sao?',
  back: 'Quay lại',
  explanation: {
    own_team: 'Chỉ đánh giá nhóm khác.',
    unknown_team: 'Nhóm này không còn nữa.',
    too_old: 'Gửi đi sau hơn 30 ngày.',
  },
  anonymous: { lead: 'Ẩn danh: chỉ ', text: 'hiện cùng {} người', more: ' khác' },
  numbers: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  notYet: 'Bấm lần nữa nhé',
  covered: 'Bị trang che: đánh giá ở thanh công cụ',
  failed: 'Chưa lưu: bấm lại',
  reload: 'Hearback vừa cập nhật: tải lại trang',
};

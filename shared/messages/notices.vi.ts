// What is said where there is nothing to show: refusals, errors, a farewell, in Vietnamese.
import type { NoticesMessages } from './notices.en.ts';

export const noticesVi = {
  signed_out: {
    title: 'Đăng nhập để xem số liệu của công ty bạn',
    go: (company: string) => `Đăng nhập bằng tài khoản ${company}`,
    text: (company: string) => [`Hearback này là của ${company}. Bạn đăng nhập bằng tài khoản dùng cho thư công việc.`],
  },
  farewell: {
    title: 'Bạn đã đăng xuất',
    go: () => 'Đăng nhập lại',
    text: (company: string) => [
      `Đây chỉ là đăng xuất khỏi các trang của Hearback: tiện ích và hệ thống đăng nhập của ${company} có thể vẫn nhận ra bạn. Nếu dùng máy chung, bạn hãy đăng xuất cả ở đó.`,
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
    text: () => [
      'Có thể đã quá thời gian cho phép, hoặc bạn đã bắt đầu ở một cửa sổ khác. Không mất gì cả: bạn hãy đăng nhập lại.',
    ],
  },
  unknown_extension: {
    title: 'Tiện ích này chưa được công ty cho phép',
    go: () => 'Tổng quan',
    text: (company: string) => [
      `Một phần mềm không có trong danh sách của ${company} vừa yêu cầu đăng nhập thay bạn. Yêu cầu đã bị từ chối, không có gì được trao đi.`,
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
} satisfies NoticesMessages;

// The page "What we promise" in Vietnamese.
import { inWords } from './counting.ts';
import type { PromiseTerms, PromiseText } from './promise.en.ts';

const words = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

export function promiseVi({ company, k, clock }: PromiseTerms): PromiseText {
  const some = inWords(words, k);
  const others = inWords(words, k - 1);
  const ticks = {
    weekly: '6 giờ sáng thứ Hai hằng tuần',
    daily: '6 giờ sáng mỗi ngày',
    seconds: 'Cứ vài giây một lần (đây là bản trình diễn; ở công ty thật là mỗi tuần hoặc mỗi ngày một lần)',
  };
  return {
    title: 'Điều chúng tôi cam kết',
    lead: 'Một lần bấm dưới câu trả lời là đủ để nói nó ra sao. Trang này nói rõ lần bấm ấy đi đâu: điều gì rời trình duyệt của bạn, điều gì được lưu, người khác thấy gì, và điều gì chúng tôi không thể bảo vệ bạn.',
    sections: [
      {
        title: 'Điều được gửi đi',
        lead: `Chỉ đến máy chủ Hearback của ${company}, không đến nơi nào khác.`,
        points: [
          {
            term: 'Lần bấm của bạn',
            text: 'Nhóm, điểm số và thời điểm bấm. Nếu trang cho biết cả hai mốc thời gian thì có thêm bạn đã chờ bao lâu, theo năm mức từ “dưới 1 giờ” đến “hơn 3 ngày”.',
          },
          {
            term: 'Một khoá cho cuộc trao đổi',
            text: 'Để lần bấm sau thay cho lần trước. Khoá được tạo từ một bí mật của riêng bạn: nhìn vào khoá không biết được đó là cuộc trao đổi nào, cũng không biết có ai khác đánh giá cùng cuộc đó.',
          },
          {
            term: 'Khi bạn quay lại',
            text: 'Mở một cuộc trao đổi không gửi gì đi cả. Một ngoại lệ: nơi bạn đã đánh giá trong trình duyệt này mà chưa biết đã được tính hay chưa, tiện ích hỏi kết quả bằng chính mã ấy.',
          },
          {
            term: 'Khi không đọc được một trang',
            text: `Khi một trang thư hay phiếu yêu cầu đã thay đổi và tiện ích không còn tìm thấy người viết hay nội dung nào, nó báo lại: tên công cụ, ví dụ “Gmail”, phiên bản của bản mô tả và điều không tìm thấy. Mỗi công cụ nhiều nhất một lần mỗi ngày. Máy chủ của ${company} chỉ đếm các báo cáo này theo giờ và giữ số đếm 30 ngày: không giữ ai đã gửi, cũng không giữ đó là trang nào.`,
          },
          {
            term: 'Ảnh cấu trúc của một trang',
            text: 'Để giúp sửa một trang như vậy, bạn có thể lưu ảnh cấu trúc của nó: chỉ gồm cách trang được dựng, mọi chữ và địa chỉ đều đã bị thay. Bạn được xem trước và tệp nằm trên máy của bạn. Tiện ích không gửi nó cho ai.',
          },
          {
            term: 'Mỗi giờ một lần',
            text: 'Tiện ích hỏi xem có công cụ nào đã bị tắt hoặc cần được đọc theo cách khác không. Việc hỏi này không cho biết bạn đang mở gì.',
          },
          {
            term: 'Phiên đăng nhập của bạn',
            text: 'Máy chủ cần biết bạn là người của công ty, thuộc nhóm nào, và chỉ tính bạn một lần. Phần được giữ lại nêu ở mục dưới.',
          },
          {
            term: 'Không bao giờ',
            text: 'Không tiêu đề, không nội dung, không địa chỉ, không tên người trả lời, không địa chỉ trang. Người viết thuộc nhóm nào được tra ngay trong trình duyệt của bạn.',
          },
          {
            term: 'Trang bạn đang đọc',
            text: 'Trang không được biết điểm bạn cho; cú bấm chuột và phím bạn gõ trên dòng đánh giá không đến được trang. Có ba giới hạn: trang đã mở từ trước khi tiện ích được cài hay cập nhật, và trang tự viết lại toàn bộ, có thể thấy bạn bấm ở đâu; còn trong khung mà trang đã can thiệp trước khi tải thì không bảo đảm được gì. Nút trên thanh công cụ thì không trang nào thấy được.',
          },
          {
            term: 'Danh bạ trong trình duyệt',
            text: 'Các địa chỉ trong đó đã được băm, nên tệp không phải là danh sách tên. Nhưng ai có tệp vẫn có thể thử xem một địa chỉ họ đã biết có trong đó hay không, như với mọi sổ địa chỉ.',
          },
        ],
      },
      {
        title: 'Điều được lưu',
        lead: 'Chỉ nhóm, không bao giờ cá nhân: không có dữ liệu nào về người đã trả lời, kể cả trong cơ sở dữ liệu.',
        points: [
          {
            term: 'Thay cho tên bạn',
            text: 'Một bí danh. Nó được tạo bằng một khoá thay mới mỗi quý; một tháng sau đợt công bố đầu tiên của quý kế tiếp, khoá ấy bị huỷ và không ai nối lại được nữa.',
          },
          {
            term: 'Cùng với nó',
            text: 'Nhóm được đánh giá, nhóm của bạn, điểm số, thời gian chờ nếu biết, ngày, và thứ tự các lần bấm của bạn. Không bao giờ có giờ.',
          },
          {
            term: 'Tách riêng',
            text: `Tên, địa chỉ và nhóm của bạn như trong danh bạ của ${company}, cùng các lần đăng nhập. Không có khoá của quý thì không có đường nào dẫn từ đó đến một đánh giá.`,
          },
          {
            term: 'Trước khi công bố',
            text: 'Bạn được đổi bao nhiêu lần cũng được. Sau khi công bố thì giữ nguyên: bấm lại trên cùng cuộc trao đổi là một đánh giá mới và tính vào đợt sau.',
          },
          {
            term: 'Điều phải chờ quá lâu',
            text: 'Sau 28 ngày vẫn chưa đủ người, đánh giá được chuyển lên khối cấp trên. Nếu ở đó cũng không đủ, nó kết thúc mà không được công bố.',
          },
        ],
      },
      {
        title: 'Điều được hiện',
        lead: `Chỉ các đợt công bố. Đứng sau một con số, hay sau hiệu của hai con số, là không ai cả hoặc ít nhất ${some} người.`,
        points: [
          {
            term: `Ít nhất ${some} người, cùng một lúc`,
            text: `${ticks[clock]}, mọi đánh giá đang chờ của một nhóm được công bố cùng nhau, nếu đến từ ít nhất ${some} người. Nếu không, tất cả tiếp tục chờ.`,
          },
          {
            term: 'Mỗi người một lượt',
            text: 'Trong một đợt công bố bạn được tính một lần, với trung bình các điểm bạn đã cho, dù bạn đánh giá bao nhiêu lần.',
          },
          {
            term: 'Ai cũng thấy như nhau',
            text: 'Trưởng nhóm và quản trị viên thấy đúng những gì bạn thấy. Không ai được biết có bao nhiêu đánh giá đang chờ.',
          },
          {
            term: 'Không có nhóm quá nhỏ',
            text: 'Nhóm có chưa đến ba người được đánh giá chung với khối cấp trên.',
          },
        ],
      },
      {
        title: 'Điều không được bảo vệ',
        lead: 'Không quy tắc nào làm được mọi thứ. Quy tắc này không thể bảo vệ bạn trước:',
        points: [
          {
            term: 'Những người gộp điều họ biết',
            text: `Nếu ${others} trong ${some} người nói cho nhau điểm của mình, họ suy ra được điểm của người còn lại.`,
          },
          {
            term: 'Khi mọi người nói giống nhau',
            text: 'Nếu cả một đợt công bố đều là Kém, thì rõ ràng ai trong đó cũng nói Kém.',
          },
          {
            term: 'Việc bạn có tham gia',
            text: 'Một nhóm ít khách hàng có thể đoán ai đã đánh giá, dù không biết ai nói gì.',
          },
          {
            term: 'Suy đoán về người khác',
            text: 'Ai cho rằng những người khác không đổi ý có thể coi khác biệt giữa hai đợt công bố là của bạn.',
          },
          {
            term: 'Người vận hành, trong một thời gian',
            text: 'Ai có cả bí mật của máy chủ lẫn cơ sở dữ liệu có thể nối đánh giá với người, cho đến khi khoá của quý bị huỷ và hết 30 ngày còn khôi phục được cơ sở dữ liệu. Trước lúc đó đánh giá của bạn là bảo mật; sau lúc đó là ẩn danh.',
          },
          {
            term: 'Nhật ký truy cập',
            text: 'Nền tảng chạy máy chủ thấy, như với mọi trang web, rằng máy của bạn đã kết nối và vào lúc nào.',
          },
          {
            term: 'Lời của chính bạn',
            text: 'Điều bạn viết hay kể về đánh giá của mình, và mọi lời cảm ơn, đều mang giọng của bạn. Không quy tắc nào giấu được.',
          },
        ],
      },
    ],
  };
}

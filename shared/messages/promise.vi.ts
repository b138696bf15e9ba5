// The page "What we promise" in Vietnamese.
import { vietnamese } from './counting.ts';
import type { PromiseTerms, PromiseText } from './promise.en.ts';

const { inWords } = vietnamese;

export function promiseVi({ company, k, clock }: PromiseTerms): PromiseText {
  const [some, others, twice] = [k, k - 1, 2 * k].map(inWords);
  const ticks = {
    weekly: '6 giờ sáng thứ Hai hằng tuần',
    daily: '6 giờ sáng mỗi ngày',
    seconds: 'Cứ vài giây một lần (đây là bản trình diễn; ở công ty thật là mỗi tuần hoặc mỗi ngày một lần)',
  };
  const change = {
    weekly: 'vào thứ Hai đầu tiên của quý',
    daily: 'vào ngày đầu tiên của quý',
    seconds: 'vào đợt đầu tiên của quý',
  };
  return {
    title: 'Điều chúng tôi cam kết',
    lead: 'Một lần bấm dưới câu trả lời là đủ để nói nó ra sao. Trang này nói rõ lần bấm ấy đi đâu: điều gì rời trình duyệt của bạn, điều gì được lưu, người khác thấy gì, và điều gì chúng tôi không thể bảo vệ bạn.',
    sections: [
      {
        title: 'Điều được gửi đi',
        lead: `Đến máy chủ Hearback riêng của ${company}. Khi có gì được gửi đến hệ thống đăng nhập của ${company} hoặc đến chính công cụ bạn đang đọc, điều đó được nêu rõ dưới đây. Không có gì được gửi đến nơi nào khác.`,
        points: [
          {
            term: 'Lần bấm của bạn',
            text: 'Nhóm, điểm số và thời điểm bấm. Nếu trang cho biết cả hai mốc thời gian thì có thêm bạn đã chờ bao lâu, theo năm mức từ “dưới 1 giờ” đến “hơn 3 ngày”. Kèm theo là một số ngẫu nhiên, để lần bấm nào bị gửi hai lần cũng chỉ tính một lần.',
          },
          {
            term: 'Một mã cho cuộc trao đổi',
            text: 'Để lần bấm sau thay cho lần trước. Trình duyệt của bạn tạo mã ấy bằng một bí mật mà máy chủ chỉ trao cho riêng bạn. Không có bí mật đó thì nhìn mã không biết được đó là cuộc trao đổi nào, cũng không biết có ai khác đánh giá cùng cuộc đó.',
          },
          {
            term: 'Khi bạn mở một cuộc trao đổi',
            text: 'Không có gì về cuộc đó được gửi đi. Nhưng nếu bạn đã đánh giá trong trình duyệt này mà chưa biết đã được tính hay chưa, tiện ích hỏi kết quả bằng chính mã ấy; mở bảng của tiện ích cũng hỏi như vậy về các đánh giá gần đây của bạn, khi bạn xem ở đó mọi đánh giá còn sửa được thì hỏi về những đánh giá ấy, và khi bạn rút lại một đánh giá thì hỏi về chính đánh giá đó. Nếu bạn chưa đăng nhập, tiện ích thử đăng nhập. Và phần danh bạ mà trình duyệt còn thiếu, theo loại tài khoản như “thư”, được tải về.',
          },
          {
            term: 'Chính công cụ ấy',
            text: 'Một số công cụ không hiện trên trang ai đã viết hoặc thư gửi đến ai. Ở đó (Jira Cloud, Roundcube, SOGo, Zendesk, Zimbra) tiện ích hỏi chính công cụ mà bạn đang đăng nhập. Câu trả lời ở lại trong trình duyệt của bạn; công cụ có thể thấy là mình đã được hỏi.',
          },
          {
            term: 'Vào giờ cố định',
            text: 'Mỗi giờ một lần, tiện ích hỏi xem có công cụ nào đã bị tắt hoặc cần được đọc theo cách khác không; mỗi ngày hai lần và khi trình duyệt khởi động, nó hỏi danh sách nhóm và danh bạ của công ty. Việc hỏi này không cho biết bạn đang mở gì.',
          },
          {
            term: 'Khi không đọc được một trang',
            text: `Khi trên một trang thư hay phiếu yêu cầu tiện ích không còn tìm thấy, chẳng hạn, người viết hay nội dung, nó báo lại: tên công cụ, ví dụ “Gmail”, phiên bản của bản mô tả và điều không tìm thấy. Mỗi công cụ nhiều nhất một lần mỗi ngày. Máy chủ của ${company} chỉ đếm các báo cáo này theo giờ và giữ số đếm 30 ngày: không giữ ai đã gửi, cũng không giữ đó là trang nào.`,
          },
          {
            term: 'Ảnh cấu trúc của một trang',
            text: 'Để giúp sửa một trang như vậy, bạn có thể lưu ảnh cấu trúc của nó: chỉ gồm cách trang được dựng, mọi chữ và địa chỉ đều đã bị thay. Bạn được xem trước và tệp nằm trên máy của bạn. Tiện ích không gửi nó cho ai.',
          },
          {
            term: 'Khi bạn nhắn rằng nên nhận diện một trang',
            text: `Trên trang chưa được nhận diện, bạn có thể nhắn điều đó trong bảng của tiện ích. Khi ấy chỉ tên máy chủ được gửi đi, ví dụ “tickets.example.com”, không gì khác của trang. Cho đến khi tên ấy được hiện, máy chủ của ${company} tính bạn một lần, dưới những bí danh của quý, với mỗi trang là những bí danh khác. Quản trị viên thấy tên ấy ở đợt công bố đầu tiên sau khi có ${some} người nhắn, và không bao giờ thấy là ai. Các bí danh bị xóa lúc đó, chậm nhất là vào kỳ công bố thứ hai của quý kế tiếp.`,
          },
          {
            term: 'Việc đăng nhập của bạn',
            text: `Bạn đăng nhập qua hệ thống của chính ${company}; hệ thống ấy thấy rằng bạn đăng nhập và vào lúc nào. Trong mỗi lần gửi, tiện ích cho máy chủ biết bạn là ai: máy chủ cần biết bạn là người của công ty, thuộc nhóm nào, và chỉ tính bạn một lần. Phần được giữ lại nêu ở mục dưới.`,
          },
          {
            term: 'Không bao giờ',
            text: 'Không tiêu đề, không nội dung, không địa chỉ, không tên người trả lời, không địa chỉ trang. Đánh giá cũng không nêu tên công cụ. Người viết thuộc nhóm nào được tra ngay trong trình duyệt của bạn.',
          },
          {
            term: 'Trang bạn đang đọc',
            text: 'Trang có thể thấy là có dòng đánh giá, lúc nào con trỏ hay tiêu điểm nằm trong đó, con trỏ rời đi ở đâu và có bao nhiêu lần bấm ở đó. Điểm bạn cho, vị trí cú bấm và phím bạn gõ không đến được trang. Có ba giới hạn: trang đã mở từ trước khi tiện ích được cài hay cập nhật, và trang tự viết lại toàn bộ, có thể thấy bạn bấm ở đâu, tức là biết cả điểm; còn trong khung mà trang đã can thiệp trước khi tải thì không bảo đảm được gì. Nếu trang vẽ thứ gì đó che mất các gương mặt thì cú bấm vào đó không được tính. Nhưng không phải cách che nào cũng nhận ra được: một bóng đổ, một phần khép kín của trang, hay một trang khác bao quanh trang này vẫn có thể che. Nút trên thanh công cụ thì không trang nào thấy được.',
          },
        ],
      },
      {
        title: 'Điều được lưu',
        lead: 'Một đánh giá chỉ nêu tên nhóm, không bao giờ nêu cá nhân: không có dữ liệu nào về việc riêng một đồng nghiệp đã trả lời ra sao, kể cả trong cơ sở dữ liệu.',
        points: [
          {
            term: 'Thay cho tên bạn',
            text: `Một bí danh. Nó được tạo bằng một khóa thay mới mỗi quý: khóa được thay ${change[clock]}, và 31 ngày sau khóa cũ bị hủy. Thêm 30 ngày nữa thì không còn bản sao nào của cơ sở dữ liệu chứa khóa ấy, và không ai nối lại được nữa.`,
          },
          {
            term: 'Cùng với nó',
            text: 'Nhóm được đánh giá, nhóm của bạn, điểm số, thời gian chờ nếu biết, ngày, một mã thay cho cuộc trao đổi, số ngẫu nhiên của lần bấm, số người tối thiểu đã hứa với bạn, và thứ tự các đánh giá được gửi đến. Giờ bấm chỉ được lưu dưới dạng không cho biết gì nếu không có khóa của quý.',
          },
          {
            term: 'Tách riêng',
            text: `Tên, địa chỉ và nhóm của bạn như trong danh bạ của ${company}, các mã số mà hệ thống đăng nhập dùng cho bạn hiện nay và lúc đầu, việc bạn từng đăng xuất khỏi mọi thiết bị, cùng các lần đăng nhập: trên các trang này trong 12 giờ, trong tiện ích nhiều nhất 180 ngày, và phần còn lại của một lần đăng nhập thêm nhiều nhất hai tuần. Về thời gian của chúng chỉ có tuần được lưu, và không có thứ tự giữa người này với người khác. Không có khóa của quý thì không có đường nào dẫn từ đó đến một đánh giá.`,
          },
          {
            term: 'Trước khi công bố',
            text: 'Bạn được đổi hoặc rút lại bao nhiêu lần cũng được. Sau khi công bố thì giữ nguyên: bấm lại trên cùng cuộc trao đổi là một đánh giá mới và tính vào đợt sau.',
          },
          {
            term: 'Điều phải chờ quá lâu',
            text: 'Sau 28 ngày vẫn chưa đủ người, đánh giá được chuyển sang một phạm vi rộng hơn, cuối cùng là khối cấp trên, và lại chờ ở đó. Khi không còn phạm vi nào rộng hơn, nó kết thúc mà không được công bố. Đánh giá nào còn chờ khi khóa của quý bị hủy cũng vậy.',
          },
          {
            term: 'Trong bao lâu',
            text: 'Các đợt công bố được giữ lại, và các đánh giá đứng sau chúng cũng vậy. Đánh giá đã rút lại hoặc kết thúc mà không được công bố còn để lại một dòng không có điểm, thời gian chờ và bí danh của bạn. Khi khóa đã bị hủy, tất cả không còn mang tên nào mà ai đó có thể tìm lại.',
          },
          {
            term: 'Trong trình duyệt của bạn',
            text: 'Điều bạn đã đánh giá: nhóm, điểm, công cụ và thời điểm, để dòng đánh giá hiện lại được. Cuộc trao đổi chỉ có mặt ở đó dưới dạng mã. Thêm vào đó là nhóm bạn đánh giá lần trước trên những trang chưa được nhận diện, những trang bạn đã nhắn, và nhóm mà bạn đã cho biết một người thuộc về; địa chỉ và người cũng chỉ ở dạng mã. Tất cả bị xóa khi bạn đăng xuất trong tiện ích, trừ những gì chưa gửi đi được. Tên những trang bạn đã tắt Hearback vẫn còn cho đến khi bạn bật lại.',
          },
          {
            term: 'Danh bạ trong trình duyệt',
            text: 'Các địa chỉ trong đó đã được băm, nên tệp không phải là danh sách tên. Nhưng ai có tệp vẫn có thể thử xem một địa chỉ họ đã biết có trong đó hay không, như với mọi sổ địa chỉ.',
          },
        ],
      },
      {
        title: 'Điều được hiện',
        lead: `Cho mọi người đăng nhập được ở ${company}, và chỉ các đợt công bố. Đứng sau một con số, hay sau hiệu của hai con số, là không ai cả hoặc ít nhất ${some} người. Có hai ngoại lệ: một thanh riêng lẻ trong năm mức điểm có thể ứng với ít người hơn, và chênh lệch giữa tổng số lượt người với số lượt biết được thời gian chờ cũng vậy.`,
        points: [
          {
            term: `Ít nhất ${some} người, cùng một lúc`,
            text: `${ticks[clock]}, những đánh giá đang chờ của một nhóm được công bố cùng nhau, nếu đến từ ít nhất ${some} người. Nếu không, tất cả tiếp tục chờ. Từng mức của thời gian chờ cũng theo quy tắc ấy, xét riêng. Khi trong một quý có từ ${twice} người của cùng một nhóm trở lên đánh giá một nhóm khác, thì sang quý sau đánh giá của nhóm ấy chờ riêng, vẫn theo quy tắc này.`,
          },
          {
            term: 'Nếu con số đó thay đổi',
            text: 'Khi nó giảm, điều bạn đã đánh giá trước đó vẫn chờ đủ số người đã hứa với bạn. Khi nó tăng, những gì đã công bố vẫn giữ nguyên, dù gồm ít người hơn.',
          },
          {
            term: 'Thời gian chờ không được hiện',
            text: `Cạnh thời gian chờ có ghi biết được ở bao nhiêu trên tổng số lượt người, chẳng hạn sáu trên bảy. Vì vậy có thể thấy thời gian chờ của một người không được hiện. Điều đó có nghĩa là trang không cho biết thời gian, hoặc chưa đủ ${some} người chờ lâu như thế; nó không nói gì về điểm của người ấy, vì thời gian chờ và điểm không bao giờ được ghép với nhau.`,
          },
          {
            term: 'Mỗi người một lượt',
            text: 'Trong một đợt công bố bạn được tính một lần, với trung bình làm tròn của các điểm bạn đã cho, dù bạn đánh giá bao nhiêu lần.',
          },
          {
            term: 'Ai cũng thấy như nhau',
            text: 'Trưởng nhóm và quản trị viên thấy đúng những con số bạn thấy. Quản trị viên thấy thêm hai điều: một công cụ không đọc được vào những giờ nào và bao nhiêu lần, dù chỉ một lần, và những trang đã có đủ người nhắn. Cả hai đều không cho biết là ai. Không ai được biết có bao nhiêu đánh giá đang chờ.',
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
            text: `Nếu mọi người trong một đợt công bố trừ một người, ví dụ ${others} trong ${some}, nói cho nhau điểm của mình, họ suy ra được điểm của người còn lại.`,
          },
          {
            term: 'Khi mọi người nói giống nhau',
            text: 'Nếu cả một đợt công bố đều là Kém, thì rõ ràng ai trong đó cũng nói Kém.',
          },
          {
            term: 'Một điểm thấp đơn lẻ',
            text: `Nếu một trong ${some} người cho điểm Rất kém, ai cũng thấy là có một người như vậy, dù không biết là ai.`,
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
            term: 'Người vận hành, lúc đánh giá được gửi đến',
            text: 'Vào lúc ấy máy chủ biết bạn là ai và bạn nói gì. Nó chỉ giữ lại những gì nêu ở trên. Ai sửa chương trình của nó thì có thể giữ nhiều hơn.',
          },
          {
            term: 'Người vận hành, trong một thời gian',
            text: 'Ai có cả bí mật của máy chủ lẫn cơ sở dữ liệu có thể nối đánh giá, và lời nhắn nên nhận diện một trang, với người; nếu đoán được cuộc trao đổi, ví dụ từ số của phiếu yêu cầu, thì biết cả cuộc đó và giờ bấm: cho đến khi khóa của quý bị hủy và hết 30 ngày còn khôi phục được cơ sở dữ liệu. Trước lúc đó đánh giá của bạn là bảo mật; sau lúc đó là ẩn danh, với hai giới hạn nêu ngay sau đây.',
          },
          {
            term: 'Nhóm nhỏ trong cơ sở dữ liệu',
            text: 'Giới hạn thứ nhất: một đánh giá vẫn ghi nhóm của bạn và ngày, và các đánh giá của cùng một người trong một quý mang chung một bí danh. Ai đọc được cơ sở dữ liệu và biết rõ một nhóm nhỏ thì có thể đoán ra người.',
          },
          {
            term: 'Người theo dõi cơ sở dữ liệu',
            text: 'Giới hạn thứ hai: ai đọc cơ sở dữ liệu hết lần này đến lần khác, hoặc cho khôi phục nó lần lượt về từng thời điểm trong 30 ngày qua, thấy được giữa hai lần đọc có gì mới: phiên đăng nhập của bạn được gia hạn, và một đánh giá được gửi đến. Nếu lúc ấy có ít người dùng, điều đó cho biết đánh giá là của ai mà không cần khóa nào. Những gì cơ sở dữ liệu chứa ở một thời điểm riêng lẻ thì không cho biết.',
          },
          {
            term: 'Nhật ký truy cập',
            text: 'Cloudflare, nền tảng chạy máy chủ, thấy, như với mọi trang web, rằng máy của bạn đã kết nối và vào lúc nào.',
          },
          {
            term: 'Máy tính của chính bạn',
            text: 'Ai quản lý hoặc ngồi vào máy của bạn có thể thấy bạn đã đánh giá gì trên đó.',
          },
          {
            term: 'Lời của chính bạn',
            text: 'Điều bạn viết hay kể với người khác về đánh giá của mình mang giọng của bạn. Không quy tắc nào giấu được.',
          },
        ],
      },
    ],
  };
}

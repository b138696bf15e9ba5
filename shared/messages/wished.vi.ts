// What the administrators’ page says of hosts that people asked to be recognised, in Vietnamese.
import { vietnamese } from './counting.ts';
import type { wishedEn } from './wished.en.ts';

const { count, inWords } = vietnamese;

export const wishedVi: typeof wishedEn = {
  title: 'Được đề nghị',
  read: (k) =>
    `Những trang mà mọi người mong được nhận diện. Mỗi trang hiện ở kỳ công bố kế tiếp sau khi có ${inWords(k)} người đề nghị, và mất đi khi máy chủ của nó được thiết lập. Khi đó không còn lưu ai đã đề nghị.`,
  host: 'Trang',
  requests: 'Đề nghị',
  n: (n) => count(n, 'đề nghị', 'đề nghị'),
  since: 'Từ',
  sinceDay: (day) => `từ ${day}`,
};

// Teams are found as people type them, with or without the marks of Vietnamese.
import { expect, it } from 'vitest';
import { search } from '../../extension/popup/search.ts';

const teams = [
  'Nhân sự',
  'Phòng Hành chính – Nhân sự và Đào tạo',
  'Tinh chế và đóng gói',
  'IT',
  'Kỹ thuật',
  'R&D',
  'Đối ngoại',
].map((name) => ({ name }));
const find = (query: string) =>
  search(teams, query, 'vi-VN').map(({ item, from, to }) => [item.name, item.name.slice(from, to)]);

it('finds "Nhân sự" by "nhan su", and shows the part that matched as it is written', () => {
  expect(find('nhan su')).toEqual([
    ['Nhân sự', 'Nhân sự'],
    ['Phòng Hành chính – Nhân sự và Đào tạo', 'Nhân sự'],
  ]);
});

it('puts names that begin with it first, then words that do, then the rest', () => {
  expect(find('NH').map(([name]) => name)).toEqual([
    'Nhân sự',
    'Phòng Hành chính – Nhân sự và Đào tạo',
    'Tinh chế và đóng gói',
  ]);
});

it('takes đ for d, marks for none, and letters that are composed in two ways for one', () => {
  expect(find('doi')).toEqual([['Đối ngoại', 'Đối']]);
  expect(find('kỹ'.normalize('NFD'))).toEqual([['Kỹ thuật', 'Kỹ']]);
  expect(find('r&d')).toEqual([['R&D', 'R&D']]);
});

it('lists every team by the alphabet where nothing is typed, and none where nothing fits', () => {
  expect(find('  ')).toHaveLength(teams.length);
  expect(find('').every(([, matched]) => matched === '')).toBe(true);
  expect(find('marketing')).toEqual([]);
});

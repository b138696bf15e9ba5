// Moments as the popup says them, in both languages.
import { expect, it } from 'vitest';
import { onDay, whenRated, whenWritten } from '../../extension/popup/when.ts';
import { popupEn } from '../../shared/messages/popup.en.ts';
import { popupVi } from '../../shared/messages/popup.vi.ts';

const now = new Date(2026, 10, 21, 16, 0).getTime();
const at = (month: number, day: number, hour = 10, minute = 42) =>
  new Date(2026, month - 1, day, hour, minute).getTime();

it('says when an answer was written: the time today, the weekday this week, else the date', () => {
  expect(whenWritten(at(11, 21), now, popupEn)).toBe('10:42');
  expect(whenWritten(at(11, 16), now, popupEn)).toBe('Mon');
  expect(whenWritten(at(11, 12), now, popupEn)).toBe('12 Nov');
  expect(whenWritten(at(11, 12), now, popupVi)).toBe('12/11');
});

it('says when a rating was given: a clock that was ahead is still today', () => {
  expect(whenRated(at(11, 21, 0, 1), now, popupEn)).toBe('today');
  expect(whenRated(at(11, 22), now, popupVi)).toBe('hôm nay');
  expect(whenRated(at(11, 20, 23, 59), now, popupVi)).toBe('hôm qua');
  expect(whenRated(at(11, 17), now, popupEn)).toBe('Tuesday');
  expect(whenRated(at(11, 17), now, popupVi)).toBe('thứ ba');
  expect(whenRated(at(11, 12), now, popupEn)).toBe('12 November');
  expect(whenRated(at(11, 12), now, popupVi)).toBe('12 tháng 11');
});

it('says the day of a release as the company names it, whatever the time zone here', () => {
  expect(onDay('2026-11-23', popupEn)).toBe('23 Nov');
  expect(onDay('2026-11-23', popupVi)).toBe('23/11');
});

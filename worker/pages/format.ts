// Numbers and days in the reader's language; `today` is the company's, whatever the reader's clock says.
import type { PagesMessages } from '../../shared/messages/pages.ts';

const DAY_MS = 86_400_000;

export interface Formats {
  /** Today in the company's time zone, days since 1970. */
  today: number;
  /** 0.814 -> "81%" */
  percent(share: number): string;
  /** 0.814 -> "81": an end of an interval that stands beside its share. */
  points(share: number): string;
  number(value: number): string;
  /** "23 November", with the year where it is not this one. */
  day(day: number): string;
  /** "23 November 2026" */
  fullDay(day: number): string;
  /** "today", "yesterday", "23 November" */
  recent(day: number): string;
  /** "Nov" */
  month(day: number): string;
  /** "today" -> "Today", where it stands alone. */
  begin(text: string): string;
}

export function formats(t: PagesMessages, today: number): Formats {
  const { locale } = t;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(locale);
  const fullDay = (d: number) => t.fullDay(d * DAY_MS);
  const day = (d: number) => (yearOf(d) === yearOf(today) ? t.day(d * DAY_MS) : fullDay(d));
  return {
    today,
    percent: (share) => percent.format(share),
    // Taken from the percentage itself, so that both are rounded alike.
    points: (share) => percent.formatToParts(share).find(({ type }) => type === 'integer')?.value ?? '',
    number: (value) => number.format(value),
    day,
    fullDay,
    recent: (d) => (d === today ? t.today : d === today - 1 ? t.yesterday : day(d)),
    month: (d) => t.months[new Date(d * DAY_MS).getUTCMonth()] ?? '',
    begin: (text) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
  };
}

const yearOf = (day: number) => new Date(day * DAY_MS).getUTCFullYear();

// Moments as the popup says them: the nearer, the plainer.

const DAY_MS = 24 * 60 * 60_000;

interface Words {
  locale: string;
  today: string;
  yesterday: string;
}

/** "10:42", "Mon", "12 Nov": when an answer was written. */
export function whenWritten(at: number, now: number, { locale }: Words): string {
  const days = daysBetween(at, now);
  if (days === 0) return say(at, locale, { hour: '2-digit', minute: '2-digit' });
  return days > 0 && days < 6
    ? say(at, locale, { weekday: 'short' })
    : say(at, locale, { day: 'numeric', month: 'short' });
}

/** "today", "Tuesday", "12 November": when a rating was given. */
export function whenRated(at: number, now: number, { locale, today, yesterday }: Words): string {
  const days = daysBetween(at, now);
  if (days <= 0) return today;
  if (days === 1) return yesterday;
  return days < 6 ? say(at, locale, { weekday: 'long' }) : say(at, locale, { day: 'numeric', month: 'long' });
}

/** @param day YYYY-MM-DD */
export function onDay(day: string, { locale }: Words): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : say(at, locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

/** Vietnamese writes short dates in digits, and its weekdays small within a line. */
function say(at: number, locale: string, how: Intl.DateTimeFormatOptions): string {
  if (!locale.startsWith('vi')) return new Intl.DateTimeFormat(locale, how).format(at);
  const own = how.month === 'short' ? { ...how, month: 'numeric' as const } : how;
  return new Intl.DateTimeFormat(locale, own).format(at).toLocaleLowerCase(locale);
}

/** Midnights between two moments, by this machine's clock. */
const daysBetween = (at: number, now: number) =>
  Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / DAY_MS);

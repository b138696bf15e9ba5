// The company's clock: days, weeks and quarters in its time zone, and the ticks at which releases are made.
// Instants are unix seconds, days are days since 1970-01-01 of the company's calendar.
import { ConfigurationError, onLoopback } from './configuration.ts';

export interface ClockSettings {
  TIMEZONE: string;
  /** `weekly` (Monday 06:00), `daily` (06:00), or seconds (`5s`) where the issuer is on loopback. */
  TICK: string;
  ISSUER: string;
}

/** The hour of the company's day at which releases are made. */
const TICK_HOUR = 6;
const DAY_SECONDS = 86_400;

type Rhythm = { kind: 'days'; every: 1 | 7 } | { kind: 'seconds'; every: number };

/** How often releases are made. Throws a ConfigurationError for anything shorter than a day, unless the issuer is on loopback. */
function readRhythm({ TICK, ISSUER }: ClockSettings): Rhythm {
  if (TICK === 'weekly') return { kind: 'days', every: 7 };
  if (TICK === 'daily') return { kind: 'days', every: 1 };
  const seconds = /^([1-9]\d{0,4})s$/.exec(TICK)?.[1];
  if (seconds === undefined) {
    throw new ConfigurationError('TICK must be "weekly" or "daily".');
  }
  if (!onLoopback(ISSUER)) {
    throw new ConfigurationError(
      'TICK must be "weekly" or "daily": ticks within a day would tell when a single person rated. They are for a test machine, whose ISSUER is on loopback.',
    );
  }
  return { kind: 'seconds', every: Number(seconds) };
}

/** The newest tick that is not after `now` (milliseconds). */
export function latestTick(now: number, settings: ClockSettings): number {
  const rhythm = readRhythm(settings);
  if (rhythm.kind === 'seconds') return Math.floor(now / 1000 / rhythm.every) * rhythm.every;
  const tick = tickOfDay(startOf(dayOf(now / 1000, settings), rhythm.every), settings);
  if (tick <= now / 1000) return tick;
  return tickOfDay(startOf(dayOf(now / 1000, settings), rhythm.every) - rhythm.every, settings);
}

/** The first tick after `now` (milliseconds). */
export function nextTick(now: number, settings: ClockSettings): number {
  const rhythm = readRhythm(settings);
  const latest = latestTick(now, settings);
  return rhythm.kind === 'seconds'
    ? latest + rhythm.every
    : tickOfDay(dayOf(latest, settings) + rhythm.every, settings);
}

/** The day of the next tick as YYYY-MM-DD: what the row and the pages promise. `now` in milliseconds. */
export function nextTickDay(now: number, settings: ClockSettings): string {
  return dateOf(dayOf(nextTick(now, settings), settings));
}

/** The company's day at an instant (seconds). */
export function dayOf(instant: number, { TIMEZONE }: { TIMEZONE: string }): number {
  const { year, month, day } = wallClock(instant, TIMEZONE);
  return Date.UTC(year, month - 1, day) / 1000 / DAY_SECONDS;
}

/** The Monday of a day's ISO week. 1970-01-01 was a Thursday. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** The quarter of a day: '2026-Q4'. */
export function quarterOf(day: number): string {
  const [year = '', month = ''] = dateOf(day).split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** A day as YYYY-MM-DD. */
export function dateOf(day: number): string {
  return new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

function startOf(day: number, every: 1 | 7): number {
  return every === 7 ? mondayOf(day) : day;
}

/** The instant at which the tick hour strikes on a day. Where clocks skip that hour, the first moment after the gap. */
function tickOfDay(day: number, { TIMEZONE }: { TIMEZONE: string }): number {
  const wanted = day * DAY_SECONDS + TICK_HOUR * 3600;
  // The offset at the wanted moment is one of those a day before and after it: the earliest instant that shows the wanted time wins.
  const offsets = [wanted - DAY_SECONDS, wanted + DAY_SECONDS].map((near) => shownAt(near, TIMEZONE) - near);
  const candidates = offsets.map((offset) => wanted - offset);
  const exact = candidates.filter((instant) => shownAt(instant, TIMEZONE) === wanted);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/** What the clock on the wall shows at an instant, as the seconds that UTC would need to show the same. */
function shownAt(instant: number, timezone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(instant, timezone);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

function wallClock(instant: number, timezone: string) {
  const parts = formatOf(timezone).formatToParts(instant * 1000);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const format = makeFormat(timezone);
  formats.set(timezone, format);
  return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new ConfigurationError('TIMEZONE must be a name such as "Asia/Ho_Chi_Minh".');
  }
}

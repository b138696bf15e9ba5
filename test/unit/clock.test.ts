import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClockSettings,
  dateOf,
  dayOf,
  latestTick,
  mondayOf,
  nextTick,
  nextTickDay,
  quarterOf,
} from '../../worker/domain/clock.ts';
import { ConfigurationError, onLoopback, readK } from '../../worker/domain/configuration.ts';

const company = (TICK: string, TIMEZONE = 'Asia/Ho_Chi_Minh', ISSUER = 'https://id.example'): ClockSettings => ({
  TICK,
  TIMEZONE,
  ISSUER,
});
const at = (instant: string) => Date.parse(instant);
const shown = (tick: number) => new Date(tick * 1000).toISOString();

describe('a weekly tick', () => {
  it('falls on Monday at six of the company, wherever the server stands', () => {
    expect(shown(latestTick(at('2026-11-21T19:00:00Z'), company('weekly')))).toBe('2026-11-15T23:00:00.000Z');
    expect(shown(nextTick(at('2026-11-21T19:00:00Z'), company('weekly')))).toBe('2026-11-22T23:00:00.000Z');
    expect(nextTickDay(at('2026-11-21T19:00:00Z'), company('weekly'))).toBe('2026-11-23');
  });

  it('is the latest from its very second on', () => {
    const tick = at('2026-11-22T23:00:00Z');
    expect(latestTick(tick - 1, company('weekly')) * 1000).toBe(tick - 7 * 86_400_000);
    expect(latestTick(tick, company('weekly')) * 1000).toBe(tick);
    expect(nextTickDay(tick, company('weekly'))).toBe('2026-11-30');
  });

  it('stays at six when the clocks change', () => {
    const berlin = company('weekly', 'Europe/Berlin');
    expect(shown(latestTick(at('2026-03-24T12:00:00Z'), berlin))).toBe('2026-03-23T05:00:00.000Z');
    expect(shown(nextTick(at('2026-03-24T12:00:00Z'), berlin))).toBe('2026-03-30T04:00:00.000Z');
    expect(shown(nextTick(at('2026-10-20T12:00:00Z'), berlin))).toBe('2026-10-26T05:00:00.000Z');
  });
});

describe('a daily tick', () => {
  it('stays at six on the very day the clocks change', () => {
    const berlin = company('daily', 'Europe/Berlin');
    expect(shown(latestTick(at('2026-03-29T12:00:00Z'), berlin))).toBe('2026-03-29T04:00:00.000Z');
    expect(shown(latestTick(at('2026-10-25T12:00:00Z'), berlin))).toBe('2026-10-25T05:00:00.000Z');
  });

  it('comes once a company day, in order, and none is later than now', () => {
    const zones = [
      'Asia/Ho_Chi_Minh',
      'Europe/Berlin',
      'America/St_Johns',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'UTC',
    ];
    const moment = fc.integer({ min: at('2011-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), fc.constantFrom('daily', 'weekly'), (now, zone, rhythm) => {
        const settings = company(rhythm, zone);
        const latest = latestTick(now, settings);
        const next = nextTick(now, settings);
        expect(latest * 1000).toBeLessThanOrEqual(now);
        expect(next * 1000).toBeGreaterThan(now);
        expect(latestTick(next * 1000, settings)).toBe(next);
        expect(dayOf(next, settings)).toBe(dayOf(latest, settings) + (rhythm === 'daily' ? 1 : 7));
        if (rhythm === 'weekly') expect(mondayOf(dayOf(latest, settings))).toBe(dayOf(latest, settings));
      }),
      { numRuns: 300 },
    );
  });
});

describe('ticks within a day', () => {
  it('are for a machine whose issuer is on loopback', () => {
    const local = company('5s', 'UTC', 'http://127.0.0.1:9000');
    expect(latestTick(1_000_004_999, local)).toBe(1_000_000);
    expect(nextTick(1_000_004_999, local)).toBe(1_000_005);
  });

  it('are refused anywhere else, in words that say why', () => {
    for (const issuer of [
      'https://id.example',
      'https://localhost.id.example',
      'https://127.0.0.1.example',
      'nonsense',
    ]) {
      expect(() => latestTick(0, company('5s', 'UTC', issuer))).toThrow(/would tell when a single person rated/);
    }
  });

  it('are not a way around the rhythm by another spelling', () => {
    for (const tick of ['hourly', '1h', '0s', '-5s', '5', '', '86400000s', 'Weekly']) {
      expect(() => latestTick(0, company(tick, 'UTC', 'http://localhost'))).toThrow(ConfigurationError);
    }
  });

  it('know loopback by its names and addresses only', () => {
    expect(['http://localhost:1', 'http://127.3.2.1', 'http://[::1]:9'].every(onLoopback)).toBe(true);
    expect(['http://10.0.0.1', 'https://local', 'http://[::2]', ''].some(onLoopback)).toBe(false);
  });
});

describe('the calendar', () => {
  it("is the company's: the same instant is another day further east", () => {
    const instant = at('2026-12-31T18:00:00Z') / 1000;
    expect(dateOf(dayOf(instant, { TIMEZONE: 'UTC' }))).toBe('2026-12-31');
    expect(dateOf(dayOf(instant, { TIMEZONE: 'Asia/Ho_Chi_Minh' }))).toBe('2027-01-01');
    expect(quarterOf(dayOf(instant, { TIMEZONE: 'UTC' }))).toBe('2026-Q4');
    expect(quarterOf(dayOf(instant, { TIMEZONE: 'Asia/Ho_Chi_Minh' }))).toBe('2027-Q1');
  });

  it('begins weeks on Monday, before 1970 too', () => {
    for (const day of [-10, -4, -3, 0, 3, 4, 20_000]) {
      expect(new Date(mondayOf(day) * 86_400_000).getUTCDay()).toBe(1);
      expect(day - mondayOf(day)).toBeLessThan(7);
    }
  });

  it('needs a time zone that exists', () => {
    expect(() => dayOf(0, { TIMEZONE: 'Asia/Saigon City' })).toThrow(/TIMEZONE must be a name/);
  });
});

describe('k', () => {
  it('is a whole number of at least 3', () => {
    expect(readK({ K: '5' })).toBe(5);
    for (const K of ['2', '', '4.5', 'many', '-5', 'Infinity']) expect(() => readK({ K })).toThrow(ConfigurationError);
  });
});

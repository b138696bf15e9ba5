// The worker is woken at the very minute at which six o'clock strikes, wherever the company is.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nextTick } from '../../worker/domain/clock.ts';

const toml = readFileSync(new URL('../../wrangler.toml', import.meta.url), 'utf8');
const every = Number(/crons = \["\*\/(\d+) \* \* \* \*"\]/.exec(toml)?.[1]);

it.each(Intl.supportedValuesOf('timeZone'))('the clock of wrangler.toml strikes at six in %s', (TIMEZONE) => {
  expect(every).toBeGreaterThan(0);
  for (const day of ['2026-01-12T12:00:00Z', '2026-07-13T12:00:00Z']) {
    const tick = nextTick(Date.parse(day), { TIMEZONE, TICK: 'daily', ISSUER: 'https://id.example' });
    expect((tick / 60) % every).toBe(0);
  }
});

// When the outbox may try again, and how much at once. Kept on disk, so that being stopped is no way around it.
import { BATCH_MAX } from '../../shared/words.ts';
import type { Until } from '../protocol.ts';

export interface Schedule {
  /** Attempts that failed since one succeeded. */
  failures: number;
  /** ms since 1970; nothing is sent before. */
  notBefore: number;
  /** Most events in the next request: shrinks to find an event that the server does not understand, grows back after. */
  batch: number;
}

export const READY: Schedule = { failures: 0, notBefore: 0, batch: BATCH_MAX };

const FIRST_MS = 2_000;
const LONGEST_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * After a failure: exponential back-off with full jitter (any moment between now and the bound is as likely), so that a
 * company's browsers do not come back together after an outage. What the server asked for (`retryAfter`, seconds) comes on top.
 * @param random in [0, 1)
 */
export function postpone(schedule: Schedule, retryAfter: number | null, now: number, random: number): Schedule {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** schedule.failures);
  const asked = Math.min(DAY_MS, (retryAfter ?? 0) * 1000);
  return {
    ...schedule,
    failures: Math.min(schedule.failures + 1, 30),
    notBefore: now + asked + Math.ceil(random * bound),
  };
}

/** What keeps entries from being sent. */
export function waitsFor(signedIn: { refreshToken: string | null }, { failures }: Schedule): Until | null {
  if (signedIn.refreshToken === null) return 'signIn';
  return failures > 0 ? 'online' : null;
}

/** The moment from which on sending is allowed. A moment further away than any we set means that the clock was set back. */
export function due(schedule: Schedule, now: number): number {
  return schedule.notBefore > now + DAY_MS + LONGEST_MS ? now : schedule.notBefore;
}

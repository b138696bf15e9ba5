// What the outbox should send next: a function of what it holds, its schedule and the clock.
import { BATCH_MAX, BODY_MAX } from '../../shared/words.ts';
import type { Entry } from './entry.ts';
import { due, type Schedule } from './schedule.ts';

export type Next =
  | { kind: 'nothing' }
  /** Until this moment, ms since 1970. */
  | { kind: 'wait'; until: number }
  | { kind: 'send'; entries: Entry[] };

/** Room for `{"events":[]}` and a margin. */
const ENVELOPE = 64;

/** Oldest first, as many as one request may carry. */
export function next(entries: readonly Entry[], schedule: Schedule, now: number): Next {
  const first = entries.length === 0 ? null : Math.min(...entries.map((entry) => entry.heldUntil));
  if (first === null) return { kind: 'nothing' };
  const from = Math.max(due(schedule, now), first);
  if (from > now) return { kind: 'wait', until: from };

  const ready = entries.filter((entry) => entry.heldUntil <= now).sort((a, b) => a.event.rev - b.event.rev);
  const batch: Entry[] = [];
  let bytes = ENVELOPE;
  for (const entry of ready.slice(0, Math.min(schedule.batch, BATCH_MAX))) {
    bytes += JSON.stringify(entry.event).length + 1;
    if (bytes >= BODY_MAX && batch.length > 0) break;
    batch.push(entry);
  }
  return { kind: 'send', entries: batch };
}

// What an answer of the server means for the entries that were sent: which are settled, which stay, and when to go on.
import type { Rejection, ResultToldOf } from '../../shared/api/schemas.ts';
import { BATCH_MAX, OLDEST_EVENT_MS } from '../../shared/words.ts';
import type { Entry } from './entry.ts';
import { postpone, type Schedule } from './schedule.ts';

export type Answer =
  | { kind: 'results'; results: readonly ResultToldOf[] }
  /** The access token is not, or no longer, good. */
  | { kind: 'unauthorized' }
  /** The server does not understand something in the batch, or finds it too large: a bug on one side, never the rater's fault. */
  | { kind: 'malformed' }
  /** Everything that passes by itself: no network, too many requests, database trouble, something else on that address. */
  | { kind: 'trouble'; retryAfter: number | null };

/** The end of an entry's way. */
export type Outcome = { kind: 'accepted' } | { kind: 'superseded' } | { kind: 'rejected'; why: Rejection };

export interface Verdict {
  settled: { entry: Entry; outcome: Outcome }[];
  /** To be put aside until the moment given. */
  held: { entry: Entry; until: number }[];
  schedule: Schedule;
  /** `sign_in`: a new access token is needed first. */
  after: 'go_on' | 'sign_in';
}

/**
 * What stays in the outbox of an entry's place once a verdict on `sent` is written down; undefined: nothing.
 * A newer click may have taken the place while the answer was on its way: that one is not touched.
 */
export function staying(
  stored: Entry | undefined,
  sent: Entry,
  end: { kind: 'settled' } | { kind: 'held'; until: number },
): Entry | undefined {
  if (stored?.event.id !== sent.event.id) return stored;
  return end.kind === 'settled' ? undefined : { ...stored, heldUntil: end.until };
}

const HOLD_MS = 24 * 60 * 60_000;

/** @param random in [0, 1) */
export function judge(
  sent: readonly Entry[],
  answer: Answer,
  schedule: Schedule,
  now: number,
  random: number,
): Verdict {
  switch (answer.kind) {
    case 'results':
      return settle(sent, answer.results, schedule, now, random);
    case 'unauthorized':
      return { settled: [], held: [], schedule, after: 'sign_in' };
    case 'trouble':
      return { settled: [], held: [], schedule: postpone(schedule, answer.retryAfter, now, random), after: 'go_on' };
    case 'malformed':
      return isolate(sent, schedule, now);
  }
}

function settle(
  sent: readonly Entry[],
  results: readonly ResultToldOf[],
  schedule: Schedule,
  now: number,
  random: number,
): Verdict {
  const byId = new Map(results.map((result) => [result.id, result]));
  const settled: Verdict['settled'] = [];
  const held: Verdict['held'] = [];
  for (const entry of sent) {
    const result = byId.get(entry.event.id);
    if (result?.result === 'unknown') putAside(entry, now, settled, held);
    else if (result) settled.push({ entry, outcome: outcome(result) });
  }
  // An answer that leaves an event out has not settled it, and asking again at once would ask for ever.
  const complete = settled.length + held.length === sent.length;
  const calm = { failures: 0, notBefore: 0, batch: Math.min(BATCH_MAX, schedule.batch * 2) };
  return { settled, held, schedule: complete ? calm : postpone(schedule, null, now, random), after: 'go_on' };
}

function outcome(result: Exclude<ResultToldOf, { result: 'unknown' }>): Outcome {
  return result.result === 'rejected' ? { kind: 'rejected', why: result.code } : { kind: result.result };
}

/**
 * Halves the batch until the event that the server does not understand stands alone, then puts that one aside: the others pass.
 */
function isolate(sent: readonly Entry[], schedule: Schedule, now: number): Verdict {
  const [alone, another] = sent;
  const settled: Verdict['settled'] = [];
  const held: Verdict['held'] = [];
  if (!alone || another) {
    const batch = Math.max(1, Math.floor(sent.length / 2));
    return { settled, held, schedule: { ...schedule, batch }, after: 'go_on' };
  }
  putAside(alone, now, settled, held);
  return { settled, held, schedule, after: 'go_on' };
}

/** For a day where one side did not understand the other: an update may mend it. Tried until it is too old, which the rater is told. */
function putAside(entry: Entry, now: number, settled: Verdict['settled'], held: Verdict['held']): void {
  if (now - entry.event.rev > OLDEST_EVENT_MS) settled.push({ entry, outcome: { kind: 'rejected', why: 'too_old' } });
  else held.push({ entry, until: now + HOLD_MS });
}

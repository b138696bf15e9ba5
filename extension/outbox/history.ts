// What this browser remembers of a rating: enough to show its score again, nothing that names the conversation.
import type { FoundRating, Rejection } from '../../shared/api/schemas.ts';
import type { Score } from '../../shared/words.ts';
import type { RowState, Until } from '../protocol.ts';
import type { Entry, Owner, Spot } from './entry.ts';
import type { Outcome } from './verdict.ts';

export interface Remembered extends Spot {
  owner: Owner;
  /** The site's name, for the list of last ratings. */
  site: string;
  /** null: taken back, and the server has not said yet that it knows. */
  score: Score | null;
  rev: number;
  outcome:
    | { kind: 'waiting' }
    | { kind: 'saved' }
    | { kind: 'counted'; on: string }
    /** The server finds it no more: the key of its quarter is gone, so it was counted or withdrawn, and stays as it is. */
    | { kind: 'closed' }
    | { kind: 'rejected'; why: Rejection };
}

export function remember(entry: Entry, site: string): Remembered {
  const { conversation, team, score, rev } = entry.event;
  return { owner: entry.owner, conversation, team, site, score, rev, outcome: { kind: 'waiting' } };
}

/**
 * After an answer; null forgets what was taken back. A word that was changed meanwhile keeps waiting: the answer is about an older one.
 */
export function settled(known: Remembered, entry: Entry, outcome: Outcome): Remembered | null {
  if (known.rev !== entry.event.rev) return known;
  if (known.score === null && outcome.kind === 'accepted') return null;
  // Where it could not be taken back, what the server holds is asked for next.
  const refused = outcome.kind === 'rejected' && known.score !== null;
  return { ...known, outcome: refused ? { kind: 'rejected', why: outcome.why } : { kind: 'saved' } };
}

/**
 * What the server holds, told by another device or by a release; null forgets.
 * @param asked what was known when the question was sent: an answer that was overtaken by a click or by another answer says nothing
 */
export function reconciled(
  asked: Remembered | undefined,
  known: Remembered | undefined,
  found: FoundRating,
  owner: Owner,
  site: string,
): Remembered | null | undefined {
  if (isOvertaken(asked, known) || known?.outcome.kind === 'waiting') return known;
  if (known?.outcome.kind === 'rejected' && known.rev > found.rev) return known;
  if (found.score === null) return null;
  const { conversation, team, score, rev, counted } = found;
  const outcome = counted === null ? { kind: 'saved' as const } : { kind: 'counted' as const, on: counted };
  if (known?.score === score && JSON.stringify(known.outcome) === JSON.stringify(outcome)) return known;
  return { owner, conversation, team, site: known?.site ?? site, score, rev, outcome };
}

/**
 * After an answer that leaves it out, though the server had taken it; null forgets.
 * @param asked as for `reconciled`
 */
export function missed(asked: Remembered | undefined, known: Remembered | undefined): Remembered | null | undefined {
  if (isOvertaken(asked, known) || known?.outcome.kind !== 'saved') return known;
  return known.score === null ? null : { ...known, outcome: { kind: 'closed' } };
}

const isOvertaken = (asked: Remembered | undefined, known: Remembered | undefined) =>
  known?.rev !== asked?.rev || known?.outcome.kind !== asked?.outcome.kind;

/**
 * What a row shows.
 * @param until what keeps it from being sent, where something does: what waits is "kept" then, not yet "saved"
 */
export function rowState(known: Remembered | undefined, until: Until | null): RowState {
  const { score = null, outcome } = known ?? {};
  if (score === null || !outcome) return { kind: 'idle' };
  switch (outcome.kind) {
    case 'waiting':
      return until ? { kind: 'queued', score, until } : { kind: 'saved', score };
    case 'saved':
    case 'closed':
      return { kind: outcome.kind, score };
    case 'counted':
      return { kind: 'counted', score, on: outcome.on };
    case 'rejected':
      return { kind: 'rejected', score, why: outcome.why };
  }
}

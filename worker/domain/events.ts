// What the worker makes of a rating event before it is stored: which team it is about, whether it is taken, and how new it counts.
import type { RatingEvent, Rejection } from '../../shared/api/schemas.ts';
import { CLOCK_AHEAD_MS, OLDEST_EVENT_MS } from '../../shared/words.ts';

/** Teams by id, each with the team that is rated in its place (itself, unless it has fewer than 3 people). */
export type RatedAs = ReadonlyMap<number, number>;

export type Checked =
  | { kind: 'rejected'; code: Rejection }
  /** `team` is the provider; `rev` is set back where the event's clock `ahead` of the server's. */
  | { kind: 'taken'; team: number; rev: number; ahead: boolean };

/** Decides about one event of somebody of `ownTeam`; `now` is the server's receipt, in milliseconds. */
export function checkEvent(
  event: Pick<RatingEvent, 'team' | 'rev'>,
  ownTeam: number,
  ratedAs: RatedAs,
  now: number,
): Checked {
  const team = ratedAs.get(event.team);
  if (team === undefined) return { kind: 'rejected', code: 'unknown_team' };
  if (team === ownTeam || team === ratedAs.get(ownTeam)) return { kind: 'rejected', code: 'own_team' };
  if (event.rev < now - OLDEST_EVENT_MS) return { kind: 'rejected', code: 'too_old' };
  const latest = now + CLOCK_AHEAD_MS;
  return { kind: 'taken', team, rev: Math.min(event.rev, latest), ahead: event.rev > latest };
}

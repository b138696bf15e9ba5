// The numbers of the release rule.
import { OLDEST_EVENT_MS } from '../../shared/words.ts';

/** Ratings that waited this long move on to a wider pool. Days. */
export const WAIT_DAYS = 28;
/**
 * How long after the day of a new quarter's key the one before is kept, so that a click under it that is sent again is known. It came in
 * at the latest with the change of keys, by a clock that was a few minutes ahead (CLOCK_AHEAD_MS): hence the hour. Milliseconds.
 */
export const GRACE_MS = OLDEST_EVENT_MS + 60 * 60 * 1000;
/** A pair of teams has a pool of its own after a quarter with at least this many times k raters. */
export const PAIR_FACTOR = 2;
/** Teams are spread over this many shards; each is released in a batch of its own. */
export const SHARDS = 4;
/** How long an event whose clock ran ahead is remembered. Days. */
export const AHEAD_DAYS = 400;

// The numbers of the release rule.

/** Ratings that waited this long move on to a wider pool. Days. */
export const WAIT_DAYS = 28;
/** How long after a new quarter's key the one before is kept, so that pending ratings can be re-keyed. Days. */
export const GRACE_DAYS = 30;
/** A pair of teams has a pool of its own after a quarter with at least this many times k raters. */
export const PAIR_FACTOR = 2;
/** Teams are spread over this many shards; each is released in a batch of its own. */
export const SHARDS = 4;
/** How long an event whose clock ran ahead is remembered. Days. */
export const AHEAD_DAYS = 400;

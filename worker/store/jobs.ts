// Steps of a tick happen once: each is one batch that begins by writing down that it is done.

// A plain INSERT: where the step is done already it breaks the primary key, and where a later tick has begun it breaks NOT NULL;
// either way its whole batch rolls back.
const BEGIN = `INSERT INTO job(tick, step, top)
  SELECT iif(EXISTS(SELECT 1 FROM job WHERE tick > ?1), NULL, ?1), ?2, (SELECT coalesce(max(id), 0) FROM rating)`;

/** Does a step of a tick, whole or not at all. False: it was done before, by this job or by another, or its time is over. */
export async function once(
  db: D1Database,
  tick: number,
  step: string,
  statements: readonly D1PreparedStatement[],
): Promise<boolean> {
  try {
    await db.batch([db.prepare(BEGIN).bind(tick, step), ...statements]);
    return true;
  } catch (error) {
    if (error instanceof Error && /constraint failed: job\./.test(error.message)) return false;
    throw error;
  }
}

/** Writes down that all of a tick is done, and forgets the ticks before it. */
export async function endTick(db: D1Database, tick: number): Promise<void> {
  await once(db, tick, 'end', [db.prepare('DELETE FROM job WHERE tick < ?1').bind(tick)]);
}

/** The steps of a tick that are done. */
export async function doneSteps(db: D1Database, tick: number): Promise<Set<string>> {
  const { results } = await db.prepare('SELECT step FROM job WHERE tick = ?1').bind(tick).all<{ step: string }>();
  return new Set(results.map(({ step }) => step));
}

// Which team is rated in whose place: asked for with every rating, changed once in a while.
import type { SizedTeam } from '../domain/small-teams.ts';

/** How long an isolate goes by what it read. An access token tells the rater's own team for longer than that. */
const FRESH_MS = 60_000;

const read = new WeakMap<D1Database, { at: number; ratedAs: ReadonlyMap<number, number> }>();

/** The teams by id, each with the team that is rated in its place; a team that is not among them does not exist. `now` in ms. */
export async function ratedAsOf(
  db: D1Database,
  teams: readonly number[],
  now: number,
): Promise<ReadonlyMap<number, number>> {
  const known = read.get(db);
  const fresh = known && now >= known.at && now - known.at < FRESH_MS;
  if (fresh && teams.every((team) => known.ratedAs.has(team))) return known.ratedAs;
  const { results } = await db.prepare('SELECT id, rated_as FROM team').all<{ id: number; rated_as: number }>();
  const ratedAs = new Map(results.map((team) => [team.id, team.rated_as]));
  read.set(db, { at: now, ratedAs });
  return ratedAs;
}

/** Every team with its people, and as which it is rated now. */
export async function readSizes(db: D1Database): Promise<(SizedTeam & { now: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT t.id, t.parent, t.rated_as AS now, ifnull(t.wanted_as, t.rated_as) AS wanted, count(p.id) AS people
       FROM team t LEFT JOIN person p ON p.team = t.id AND p.active = 1 GROUP BY t.id`,
    )
    .all<SizedTeam & { now: number }>();
  return results;
}

export async function setRatedAs(
  db: D1Database,
  teams: readonly { id: number; as: number; wanted: number }[],
): Promise<void> {
  if (teams.length === 0) return;
  const update = db.prepare('UPDATE team SET rated_as = ?2, wanted_as = nullif(?3, ?2) WHERE id = ?1');
  await db.batch(teams.map(({ id, as, wanted }) => update.bind(id, as, wanted)));
  read.delete(db);
}

// What the pages read: one row per team and one per team's series, whatever the number of ratings behind them.
import * as v from 'valibot';
import { ASPECTS, REASONS, WAITS } from '../../shared/words.ts';

const Count = v.number();
/** The releases of one week: its Monday (days since 1970), voices, and how many of them gave each score from 1 to 5. */
const Point = v.tuple([Count, Count, Count, Count, Count, Count, Count]);
export type Point = v.InferOutput<typeof Point>;

/** What was released beside the scores, of all time; only what has any. Of an aspect: people, and how many gave each score. */
const Facets = v.object({
  aspect: v.optional(v.partial(named(ASPECTS, v.tuple([Count, Count, Count, Count, Count, Count])))),
  reason: v.optional(v.partial(named(REASONS, Count))),
  wait: v.optional(v.partial(named(WAITS, Count))),
});
export type Facets = v.InferOutput<typeof Facets>;

export interface TeamRow {
  id: number;
  parent: number | null;
  name: string;
  nameVi: string | null;
  /** The team that is rated in its place; itself, unless it has fewer than three people. */
  ratedAs: number;
  /** Null until the first release. */
  series: Series | null;
}

export interface Series {
  points: Point[];
  facets: Facets;
  /** The newest release: its tick (seconds since 1970) and its voices. */
  lastTick: number;
  lastN: number;
  /** Of all releases, as the facets are. */
  voices: number;
}

export interface Figures {
  teams: TeamRow[];
  /** The design effect of the last closed quarter; 1 before there is one. */
  deff: number;
  /** The name of the person who reads. */
  reader: string;
}

const TEAM = 't.id, t.parent, t.name, t.name_vi, t.rated_as';
const DEFF = 'SELECT deff FROM quarter ORDER BY quarter DESC LIMIT 1';
const READER = 'SELECT name FROM person WHERE id = ?1';

/** Every team of the company. */
export async function readCompany(db: D1Database, reader: number): Promise<Figures> {
  const teams = db.prepare(
    `SELECT ${TEAM}, s.points, s.last_tick, s.last_n, s.voices FROM team t LEFT JOIN series s ON s.team = t.id ORDER BY t.id`,
  );
  return figures(await db.batch([teams, db.prepare(DEFF), db.prepare(READER).bind(reader)]));
}

/** A team with everything below it, and, without their figures, the teams that it belongs to. No such team: no rows. */
export async function readTeam(db: D1Database, id: number, reader: number): Promise<Figures> {
  const teams = db
    .prepare(
      `WITH RECURSIVE
         below(id) AS (VALUES(?1) UNION SELECT t.id FROM below b JOIN team t ON t.parent = b.id),
         above(id) AS (SELECT parent FROM team WHERE id = ?1 UNION SELECT t.parent FROM above a JOIN team t ON t.id = a.id)
       SELECT ${TEAM}, s.points, s.last_tick, s.last_n, s.voices, s.facets
         FROM below b JOIN team t ON t.id = b.id LEFT JOIN series s ON s.team = t.id
       UNION ALL
       SELECT ${TEAM}, NULL, NULL, NULL, NULL, NULL FROM above a JOIN team t ON t.id = a.id`,
    )
    .bind(id);
  return figures(await db.batch([teams, db.prepare(DEFF), db.prepare(READER).bind(reader)]));
}

/** Only the reader's name: for the pages without figures. */
export async function readName(db: D1Database, reader: number): Promise<string> {
  return v.parse(v.string(), await db.prepare(READER).bind(reader).first('name'));
}

const Row = v.pipe(
  v.object({
    id: v.number(),
    parent: v.nullable(v.number()),
    name: v.string(),
    name_vi: v.nullable(v.string()),
    rated_as: v.number(),
    points: v.nullable(v.pipe(v.string(), v.parseJson(), v.array(Point))),
    facets: v.optional(v.nullable(v.pipe(v.string(), v.parseJson(), Facets)), null),
    last_tick: v.nullable(v.number()),
    last_n: v.nullable(v.number()),
    voices: v.nullable(v.number()),
  }),
  v.transform((row): TeamRow => {
    const { points, last_tick: lastTick, last_n: lastN, voices } = row;
    const series =
      points && lastTick !== null && lastN !== null && voices !== null ? { points, lastTick, lastN, voices } : null;
    return {
      id: row.id,
      parent: row.parent,
      name: row.name,
      nameVi: row.name_vi,
      ratedAs: row.rated_as,
      series: series && { ...series, facets: row.facets ?? {} },
    };
  }),
);

function figures([teams, deff, reader]: D1Result[]): Figures {
  return {
    teams: v.parse(v.array(Row), teams?.results),
    deff: v.parse(v.array(v.object({ deff: v.number() })), deff?.results)[0]?.deff ?? 1,
    reader: v.parse(v.array(v.object({ name: v.string() })), reader?.results)[0]?.name ?? '',
  };
}

function named<const Names extends readonly string[], Value extends v.GenericSchema>(names: Names, value: Value) {
  return v.object(v.entriesFromList(names, value));
}

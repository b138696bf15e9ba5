// What the pages read: one row per team and one per team's series, whatever the number of ratings behind them.
import * as v from 'valibot';
import { KAPPA_MOST } from '../../shared/statistics/order.ts';
import { ASPECTS, REASONS, WAITS } from '../../shared/words.ts';

const Count = v.number();
/** The releases of one week: its Monday (days since 1970), voices, and how many of them gave each score from 1 to 5. */
export type Point = readonly [week: number, n: number, c1: number, c2: number, c3: number, c4: number, c5: number];
/** One check per point: a page of 200 teams parses 5,000. */
const Point = v.custom<Point>((value) => Array.isArray(value) && value.length === 7 && value.every(Number.isInteger));

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

interface Series {
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
  quarter: Quarter;
  reader: Reader;
}

/** What was worked out of the last closed quarter; before there is one, what is assumed. */
export interface Quarter {
  /** The design effect. */
  deff: number;
  /** How strongly lists are drawn together, in voices. */
  kappa: number;
}

/** The person who reads a page. */
export interface Reader {
  name: string;
  admin: boolean;
}

/** All that reading a page needs of the database: one round trip. */
type Batches = Pick<D1Database, 'prepare' | 'batch'>;

const READER = `SELECT name, EXISTS(SELECT 1 FROM role WHERE person = ?1 AND role = 'admin') admin FROM person WHERE id = ?1`;
const ReaderRow = v.object({
  name: v.string(),
  admin: v.pipe(
    v.number(),
    v.transform((one) => one === 1),
  ),
});

/** Every team of the company: a team's page too says its place among all. */
export async function readCompany(db: Batches, reader: number): Promise<Figures> {
  const [teams, quarters, readers] = await db.batch([
    db.prepare(
      `SELECT t.id, t.parent, t.name, t.name_vi, t.rated_as, s.points, s.last_tick, s.last_n, s.voices, s.facets
       FROM team t LEFT JOIN series s ON s.team = t.id ORDER BY t.id`,
    ),
    db.prepare('SELECT deff, kappa FROM quarter ORDER BY quarter DESC LIMIT 1'),
    db.prepare(READER).bind(reader),
  ]);
  return {
    teams: v.parse(v.array(Row), teams?.results),
    quarter: v.parse(v.array(QuarterRow), quarters?.results)[0] ?? { deff: 1, kappa: KAPPA_MOST },
    reader: v.parse(v.array(ReaderRow), readers?.results)[0] ?? { name: '', admin: false },
  };
}

/** Only the reader: for the pages without figures. */
export async function readReader(db: D1Database, reader: number): Promise<Reader> {
  return v.parse(ReaderRow, await db.prepare(READER).bind(reader).first());
}

const QuarterRow = v.object({
  deff: v.number(),
  kappa: v.pipe(
    v.nullable(v.number()),
    v.transform((kappa) => kappa ?? KAPPA_MOST),
  ),
});

const Row = v.pipe(
  v.object({
    id: v.number(),
    parent: v.nullable(v.number()),
    name: v.string(),
    name_vi: v.nullable(v.string()),
    rated_as: v.number(),
    points: v.nullable(v.pipe(v.string(), v.parseJson(), v.array(Point))),
    facets: v.nullable(v.pipe(v.string(), v.parseJson(), Facets)),
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

function named<const Names extends readonly string[], Value extends v.GenericSchema>(names: Names, value: Value) {
  return v.object(v.entriesFromList(names, value));
}

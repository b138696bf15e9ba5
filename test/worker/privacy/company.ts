// A small company in a fresh database, with a clock that stands still until a test moves it.
import { env } from 'cloudflare:test';
import type { RatingEvent, RatingResult } from '../../../shared/api/schemas.ts';
import { dayOf, latestTick, nextTick } from '../../../worker/domain/clock.ts';
import type { Asker, Env, World } from '../../../worker/env.ts';
import { findOwnRatings, takeRatings } from '../../../worker/intake.ts';
import { runTick, type TickStatements } from '../../../worker/jobs/tick.ts';
import { INTAKE, type Intake } from '../../../worker/store/ratings.ts';

/** 1 is the root, 2 and 3 lie below it, 4 and 5 below 2, 6 and 7 below 3; 8 has too few people and is rated as 3. */
export const TREE: Readonly<Record<number, number | null>> = { 1: null, 2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 7: 3, 8: 3 };
export const IT = 4;
export const SALES = 6;

const TABLES = [
  'rating',
  'release',
  'facet',
  'series',
  'job',
  'pool',
  'ahead',
  'rater_key',
  'state',
  'quarter',
  'person',
  'team',
];

export interface Click {
  team?: number;
  conversation?: string;
  score?: RatingEvent['score'];
  rev?: number;
  id?: string;
  aspect?: RatingEvent['aspect'];
  reasons?: RatingEvent['reasons'];
  wait?: RatingEvent['wait'];
}

export class Company {
  /** Milliseconds. */
  now: number;
  readonly env: Env;
  readonly world: World;
  sql: { intake: Intake; tick?: TickStatements } = { intake: INTAKE };

  private constructor(settings: Partial<Env>, from: string) {
    this.env = { ...env, ISSUER: 'https://id.test', TIMEZONE: 'Asia/Ho_Chi_Minh', TICK: 'weekly', K: '5', ...settings };
    this.now = Date.parse(from);
    this.world = { now: () => this.now, random: (n) => crypto.getRandomValues(new Uint8Array(n)), fetch };
  }

  /** Empties the database and puts the company in; by default it is a Tuesday morning early in a quarter. */
  static async found(settings: Partial<Env> = {}, from = '2026-07-07T03:00:00Z'): Promise<Company> {
    const company = new Company(settings, from);
    const db = company.env.DB;
    const insert = db.prepare('INSERT INTO team(id, parent, name, rated_as) VALUES(?1, ?2, ?3, ?4)');
    await db.batch([
      ...TABLES.map((table) => db.prepare(`DELETE FROM ${table}`)),
      ...Object.entries(TREE).map(([id, parent]) =>
        insert.bind(Number(id), parent, `team ${id}`, id === '8' ? 3 : Number(id)),
      ),
    ]);
    return company;
  }

  /** The same company with another database binding or other settings. */
  with(settings: Partial<Env>): Env {
    return { ...this.env, ...settings };
  }

  person(number: number, team = SALES): Asker {
    return { person: number, issuer: this.env.ISSUER, subject: `subject ${number}`, team };
  }

  event(click: Click = {}): RatingEvent {
    return {
      id: click.id ?? crypto.randomUUID(),
      rev: click.rev ?? this.now,
      team: click.team ?? IT,
      conversation: conversation(click.conversation ?? 'printer'),
      score: click.score === undefined ? 4 : click.score,
      ...(click.aspect ? { aspect: click.aspect } : {}),
      ...(click.reasons ? { reasons: click.reasons } : {}),
      ...(click.wait ? { wait: click.wait } : {}),
    };
  }

  send(asker: Asker, events: RatingEvent[], at: Env = this.env): Promise<RatingResult[]> {
    return takeRatings(at, this.world, asker, events, this.sql.intake);
  }

  async rate(asker: Asker, click: Click = {}): Promise<string> {
    const [result] = await this.send(asker, [this.event(click)]);
    return result?.result === 'rejected' ? result.code : (result?.result ?? 'nothing');
  }

  /** Several people each rate once. */
  async everyone(people: Iterable<number>, click: Click = {}): Promise<void> {
    for (const number of people) await this.rate(this.person(number), click);
  }

  async own(asker: Asker, click: Click = {}) {
    const wanted = { team: click.team ?? IT, conversation: conversation(click.conversation ?? 'printer') };
    return (await findOwnRatings(this.env, this.world, asker, [wanted]))[0];
  }

  wait(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** Moves the clock to just after the next tick and does what is due. */
  async tick(at: Env = this.env): Promise<number> {
    this.now = nextTick(this.now, this.env) * 1000 + 60_000;
    await this.work(at);
    return latestTick(this.now, this.env);
  }

  work(at: Env = this.env): Promise<void> {
    return runTick(at, this.world, this.sql.tick);
  }

  today(): number {
    return dayOf(this.now / 1000, this.env);
  }

  async rows<Row = Record<string, unknown>>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return (
      await this.env.DB.prepare(sql)
        .bind(...values)
        .all<Row>()
    ).results;
  }

  /** [team, customer, n, c1..c5] of every release, oldest first. */
  async releases(): Promise<number[][]> {
    const rows = await this.rows(
      'SELECT p.team, p.customer, x.n, x.c1, x.c2, x.c3, x.c4, x.c5 FROM release x JOIN pool p ON p.id = x.pool ORDER BY x.tick, p.id',
    );
    return rows.map((row) => Object.values(row).map(Number));
  }

  async facets(team = IT): Promise<unknown> {
    const [row] = await this.rows<{ facets: string }>('SELECT facets FROM series WHERE team = ?1', team);
    return row && JSON.parse(row.facets);
  }
}

/** A conversation key, as an extension would send it: 32 bytes, base64url. */
export function conversation(name: string): string {
  return btoa(name.padEnd(32, '.').slice(0, 32)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

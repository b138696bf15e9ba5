// The summary pages: rows they read of D1, bytes they send, for 60 teams and many ratings.
import type { Database } from '../stack/worker.ts';
import { type Ask, record } from './ask.ts';
import type { Figure } from './figure.ts';
import { gzipped } from './sizes.ts';

const TEAMS = 60;
/** More than any of these makes the run long, and shows nothing new. */
const SIZES = process.argv.includes('--million') ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];

/** A group of teams, of which its page shows each. */
const GROUP = 2;
const ADDED = 20;

export async function pages(ask: Ask, db: Database): Promise<Figure[]> {
  const paths = ['/', `/teams/${GROUP}`, `/teams/${TEAMS}`];
  const reads = new Map<string, number[]>(paths.map((path) => [path, []]));
  const figures: Figure[] = [];
  const [few = 0, ...more] = SIZES;
  for (const size of [few, ...more]) {
    await fill(db, size);
    for (const path of paths) reads.get(path)?.push((await open(ask, path)).read);
  }
  for (const path of paths) {
    const [first = 0, ...rest] = reads.get(path) ?? [];
    figures.push({
      what: `rows read, ${path}, ${TEAMS} teams, ${(more.at(-1) ?? few).toLocaleString('en')} ratings`,
      value: rest.at(-1) ?? first,
      unit: 'rows',
      beside: { what: `with ${few.toLocaleString('en')}`, value: first },
      budget: { most: 1, of: 'ratio' },
      gate: true,
    });
  }
  for (const path of paths.slice(0, 2)) {
    const { html } = await open(ask, path);
    const shown = new Set(html.match(/Team number \d+/g)).size;
    const limits = { budget: { most: 40, of: 'value' }, gate: true } as const;
    figures.push({ what: `HTML of ${path}, ${shown} teams`, value: gzipped(html), unit: 'kB gzip', ...limits });
    const scripts = html.match(/<script/g)?.length ?? 0;
    figures.push({
      what: `scripts in ${path}`,
      value: scripts,
      unit: 'requests',
      budget: { most: 0, of: 'value' },
      gate: true,
    });
  }
  const all = Array.from({ length: ADDED }, (_, at) => TEAMS + 1 + at);
  await addTeams(db, all, () => GROUP);
  await addSeries(db, all);
  for (const path of paths.slice(0, 2)) {
    const { read, html } = await open(ask, path);
    if (!html.includes(`Team number ${TEAMS + ADDED}<`)) throw new Error(`${path} does not show every team`);
    figures.push({
      what: `rows read per team more that ${path} shows`,
      value: (read - (reads.get(path)?.at(-1) ?? 0)) / ADDED,
      unit: 'rows',
      budget: { most: 2, of: 'value' },
      gate: true,
    });
  }
  return figures;
}

async function open(ask: Ask, path: string): Promise<{ read: number; html: string }> {
  const { read, html, status } = record(await ask(`/page?path=${encodeURIComponent(path)}`));
  if (status !== 200 || typeof html !== 'string') throw new Error(`${path} answered ${status}`);
  return { read: Number(read), html };
}

/** The company, five groups, and ten or eleven teams in each. */
export async function foundTeams(db: Database): Promise<void> {
  const parent = (team: number) => (team === 1 ? null : team <= 6 ? 1 : 2 + (team % 5));
  await addTeams(
    db,
    Array.from({ length: TEAMS }, (_, at) => at + 1),
    parent,
  );
}

async function addTeams(db: Database, ids: readonly number[], parent: (team: number) => number | null): Promise<void> {
  const insert = db.prepare('INSERT INTO team(id, parent, name, name_vi, rated_as) VALUES(?1, ?2, ?3, ?4, ?1)');
  await db.batch(ids.map((id) => insert.bind(id, parent(id), `Team number ${id}`, `Nhóm số ${id}`)));
}

/** Brings the database to so many released ratings, and gives every team half a year of releases. */
async function fill(db: Database, ratings: number): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM rating'),
    db.prepare('DELETE FROM series'),
    db
      .prepare(
        `WITH RECURSIVE row(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM row WHERE id < ?1)
         INSERT INTO rating(id, pool, team, customer, epoch, day, k, rater, key, n, rev, event, score)
         SELECT id, 1 + id % 60, 1 + id % 60, 60, 1, 20000, 5, randomblob(16), randomblob(16), 0, id, randomblob(16), 1 + id % 5 FROM row`,
      )
      .bind(ratings),
  ]);
  await addSeries(
    db,
    Array.from({ length: TEAMS }, (_, at) => at + 1),
  );
}

/** The Monday (days since 1970) and the tick (seconds) of the newest release: 23 November 2026. */
const MONDAY = 20_780;
const TICK = MONDAY * 86_400 - 3600;

/** Every team gets figures of its own: the same ones sixty times would be packed away by gzip. */
async function addSeries(db: Database, ids: readonly number[]): Promise<void> {
  const facets = { wait: { '1h': 40, '4h': 60 }, reason: { fast: 30 }, aspect: { ease: [30, 1, 2, 5, 12, 10] } };
  const insert = db.prepare('INSERT INTO series(team, points, last_tick, last_n, facets) VALUES(?1, ?2, ?3, ?4, ?5)');
  await db.batch(
    ids.map((team) => {
      const points = Array.from({ length: 26 }, (_, week) => {
        const counts = [1, 2, 3, 4, 5].map((score) => 1 + ((team * 31 + week * 17 + score * 7) % (score + 4)));
        return [MONDAY - 7 * (25 - week), counts.reduce((sum, count) => sum + count), ...counts];
      });
      return insert.bind(team, JSON.stringify(points), TICK, points.at(-1)?.[1] ?? 0, JSON.stringify(facets));
    }),
  );
}

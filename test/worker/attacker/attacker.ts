// An attacker who reads everything that is published, after every tick, and a judge who knows the truth.
import { FACETS } from '../../../worker/domain/facets.ts';
import { ratingKey } from '../../../worker/domain/keys.ts';
import { readKeys } from '../../../worker/store/keys.ts';
import { type Company, TREE } from '../privacy/company.ts';
import { type Expected, halvesDown, name, type Pool, type Rating, type Truth } from './truth.ts';

/** A published set of votes that nothing published takes apart. */
export interface Atom {
  pool: Pool;
  tick: number;
  people: Set<number>;
  n: number;
  counts: number[];
}

/** The same of a facet: how many people said it, and who they are. */
interface FacetAtom {
  team: number;
  facet: number;
  tick: number;
  people: Set<number>;
}

/** The promise is broken, or something was lost or miscounted. */
export class Violation extends Error {
  override name = 'Violation';
}

export function must(condition: boolean, what: string, ...about: unknown[]): asserts condition {
  if (!condition) throw new Violation(`${what} ${about.map((one) => JSON.stringify(one)).join(' ')}`);
}

interface ReleaseRow {
  pool: number;
  team: number;
  customer: number;
  tick: number;
  n: number;
  counts: string;
}
interface PendingRow {
  key: string;
  team: number;
  customer: number;
  score: number;
}
interface FacetRow {
  team: number;
  facet: number;
  mark: number;
  n: number;
  counts: string;
}

interface FacetMember {
  rating: Rating;
  id: number;
  facets: number;
  team: number;
}

export class Attacker {
  readonly atoms: Atom[] = [];
  private readonly facetAtoms: FacetAtom[] = [];
  private readonly company: Company;
  private readonly truth: Truth;
  private readonly hmacs = new Map<number, CryptoKey>();
  private readonly keys = new Map<Rating, { epoch: number; key: string }>();
  private facets = new Map<string, FacetRow>();
  private members: FacetMember[] = [];

  constructor(company: Company, truth: Truth) {
    this.company = company;
    this.truth = truth;
  }

  /** Learns the quarter's keys while they exist, as only the judge may. */
  async learnKeys(): Promise<{ epoch: number; grace: boolean }> {
    const keys = await readKeys(this.company.env.DB, this.company.env.SECRET);
    if (!keys) return { epoch: 1, grace: false };
    for (const one of [keys.current, keys.previous]) if (one) this.hmacs.set(one.epoch, one.hmac);
    return { epoch: keys.current.epoch, grace: keys.previous !== null };
  }

  /** Reads what a tick published and holds it against what it had to publish. */
  async readReleases(tick: number, expected: readonly Expected[]): Promise<void> {
    const rows = await this.company.rows<ReleaseRow>(
      `SELECT x.pool, p.team, p.customer, x.tick, x.n, json_array(x.c1, x.c2, x.c3, x.c4, x.c5) counts
       FROM release x JOIN pool p ON p.id = x.pool WHERE x.tick = ?1`,
      tick,
    );
    for (const row of rows) {
      const due = expected.find((one) => name(one.pool) === name(row));
      const counts: number[] = JSON.parse(row.counts);
      must(due !== undefined, 'released without enough people', row);
      must(row.n === due.people.size, 'people are miscounted', row, [...due.people]);
      must(JSON.stringify(counts) === JSON.stringify(due.histogram), 'scores are miscounted', row, due.histogram);
      this.atoms.push({ pool: due.pool, tick, people: due.people, n: row.n, counts });
    }
    must(
      rows.length === expected.length,
      'enough people spoke and were not heard',
      tick,
      expected.map((one) => one.pool),
    );
  }

  /** Every rating that should wait waits, once, in its pool, with its newest score; and nothing else does, least of all what was taken back. */
  async readPending(): Promise<void> {
    must(this.truth.twice.length === 0, 'a click was taken twice', this.truth.twice);
    must(this.truth.stale().length === 0, 'what waits is not the newest word', this.truth.stale());
    const rows = await this.company.rows<PendingRow>(
      `SELECT hex(r.key) key, p.team, p.customer, r.score FROM rating r JOIN pool p ON p.id = r.pool
       WHERE r.id > p.mark AND r.score IS NOT NULL`,
    );
    const line = (key: string, pool: Pool, score: number | null) => `${key} ${name(pool)} ${score}`;
    const stored = rows.map((row) => line(row.key.toLowerCase(), row, row.score)).toSorted();
    const waiting = this.truth.waiting();
    const wanted = await Promise.all(
      waiting.map(async (rating) => line(await this.keyOf(rating), rating.pool, rating.score)),
    );
    wanted.sort();
    const lost = wanted.filter((one) => !stored.includes(one));
    const extra = stored.filter((one) => !wanted.includes(one));
    must(lost.length === 0 && extra.length === 0 && stored.length === wanted.length, 'ratings are lost or made up', {
      lost,
      extra,
    });
  }

  /**
   * What the rows tell whoever has no key: what was cut from its rater, or holds nothing any more, leads to nobody; neither by a name nor
   * by a key that somebody speaks under since.
   */
  async followRows(): Promise<void> {
    const named = await this.company.rows('SELECT id FROM rating WHERE score IS NULL AND rater <> zeroblob(16)');
    must(named.length === 0, 'a line without a score names its rater', named);
    const tied = await this.company.rows(
      `SELECT cut.id, other.id led FROM rating cut JOIN rating other ON other.id <> cut.id AND
         (other.key = cut.key AND (cut.epoch = 0 OR other.id > cut.id) OR other.rater = cut.rater AND cut.epoch = 0 AND other.epoch <> 0)
       WHERE cut.epoch = 0 OR cut.score IS NULL`,
    );
    must(tied.length === 0, 'something leads on from what was taken back', tied);
  }

  /** Notes before a tick which row holds which rating and which facets: in the same tick they may move on. */
  async noteFacets(): Promise<void> {
    const rows = await this.company.rows<{ event: string; id: number; facets: number; team: number }>(
      `SELECT hex(r.event) event, r.id, iif(r.id > (SELECT facet_floor FROM state), r.facets, 0) facets, p.team
       FROM rating r JOIN pool p ON p.id = r.pool WHERE r.score IS NOT NULL ORDER BY r.id`,
    );
    const byEvent = new Map(
      this.truth.ratings
        .filter(({ score, state }) => score !== null && state !== 'cut' && state !== 'dropped')
        .map((rating) => [rating.event.replaceAll('-', ''), rating]),
    );
    this.members = rows.flatMap(({ event, id, facets, team }) => {
      const rating = byEvent.get(event.toLowerCase());
      return rating ? [{ id, facets, team, rating }] : [];
    });
  }

  /** What was published of facets since the tick before: k people each, and no facet of a rating twice. */
  async readFacets(tick: number, k: number): Promise<void> {
    const rows = await this.company.rows<FacetRow>(
      'SELECT team, facet, mark, n, json_array(c1, c2, c3, c4, c5) counts FROM facet',
    );
    const known = new Map<string, FacetRow>();
    for (const row of rows) {
      const id = `${row.team}/${row.facet}`;
      known.set(id, row);
      const before = this.facets.get(id);
      const added = row.n - (before?.n ?? 0);
      if (added === 0 && row.mark === (before?.mark ?? 0)) continue;
      const bit = 2 ** row.facet;
      const behind = this.members
        .filter((one) => one.team === row.team && one.id > (before?.mark ?? 0) && one.id <= row.mark)
        .filter((one) => Math.floor(one.facets / bit) % 2 === 1)
        .map((one) => one.rating);
      const people = new Set<number>();
      for (const rating of behind) {
        must(says(rating, row.facet), 'a facet that nobody gave was published', row);
        must(
          !rating.counted.has(String(row.facet)),
          'a facet was published twice',
          row,
          rating.conversation,
          rating.person,
        );
        rating.counted.add(String(row.facet));
        people.add(rating.person);
      }
      must(people.size >= k && people.size === added, 'a facet of too few people', row, added, [...people]);
      this.facetAtoms.push({ team: row.team, facet: row.facet, tick, people });
      if (row.facet < 8) this.judgeAspect(row, before, behind);
      // The promise allows that fewer than k are missing among a facet's people because nothing but their number is told with it.
      else must(row.counts === '[0,0,0,0,0]', 'a score was published with a reason or a wait', row);
    }
    this.facets = known;
    for (const [facet] of FACETS) this.mustNotWait(facet, k);
  }

  private judgeAspect(row: FacetRow, before: FacetRow | undefined, behind: readonly Rating[]): void {
    const counts: number[] = JSON.parse(row.counts);
    const earlier: number[] = before ? JSON.parse(before.counts) : [0, 0, 0, 0, 0];
    const histogram = [...earlier];
    for (const said of Map.groupBy(behind, (rating) => rating.person).values()) {
      const voice = halvesDown(said.map((rating) => rating.facets.aspect?.score ?? 0));
      histogram[voice - 1] = (histogram[voice - 1] ?? 0) + 1;
    }
    must(JSON.stringify(counts) === JSON.stringify(histogram), 'an aspect is miscounted', row, histogram);
  }

  /** Facets of ratings that nobody ever touched again must have been published when enough people gave them. */
  private mustNotWait(facet: number, k: number): void {
    const given = this.truth.ratings.filter((one) => one.score !== null && one.state !== 'dropped' && says(one, facet));
    for (const [team, ratings] of Map.groupBy(given, (one) => one.pool.team)) {
      const untouched = ratings.filter((one) => one.plain && !one.counted.has(String(facet)));
      const people = new Set(untouched.map((one) => one.person));
      // Others may wait with them that were promised more people.
      const enough = Math.max(k, ...ratings.map((one) => one.k));
      must(people.size < enough, 'a facet of enough people was not published', team, facet, [...people]);
    }
  }

  /** The one row per team that pages read says what the releases say. */
  async readSeries(tick: number): Promise<void> {
    const rows = await this.company.rows<{
      team: number;
      points: string;
      last_tick: number;
      last_n: number;
      voices: number;
      facets: string;
    }>('SELECT * FROM series');
    const heard = new Set(this.atoms.map((atom) => atom.pool.team));
    must(rows.length === heard.size && rows.every((row) => heard.has(row.team)), 'a team without a release is shown');
    for (const row of rows) {
      const points: number[][] = JSON.parse(row.points);
      const atoms = this.atoms.filter((atom) => atom.pool.team === row.team);
      const last = Math.max(...atoms.map((atom) => atom.tick));
      // Ticks are weekly here, so that each point is one tick; the newest 26 are kept.
      const shown = [...new Set(atoms.map((atom) => atom.tick))].toSorted((a, b) => a - b).slice(-26);
      const sums = shown.map((one) => total(atoms.filter((atom) => atom.tick === one)));
      must(
        JSON.stringify(points.map((point) => point.slice(1))) === JSON.stringify(sums),
        'a series differs from the releases',
        row,
        sums,
      );
      must(row.voices === atoms.reduce((sum, atom) => sum + atom.n, 0), 'voices of all releases are miscounted', row);
      must(row.last_tick === last && row.last_n === sums.at(-1)?.[0], 'the newest release is not the one shown', row);
      this.mustShowFacets(row, tick);
    }
  }

  private mustShowFacets(row: { team: number; facets: string }, tick: number): void {
    const shown: Record<string, Record<string, number | number[]>> = JSON.parse(row.facets);
    const wanted: typeof shown = {};
    for (const [facet, kind, word] of FACETS) {
      const known = this.facets.get(`${row.team}/${facet}`);
      if (!known) continue;
      wanted[kind] = { ...wanted[kind], [word]: kind === 'aspect' ? [known.n, ...JSON.parse(known.counts)] : known.n };
    }
    const sorted = (of: typeof shown) =>
      JSON.stringify(
        Object.entries(of)
          .map(([kind, words]) => [kind, Object.entries(words).toSorted()])
          .toSorted(),
      );
    must(sorted(shown) === sorted(wanted), 'facets shown differ from those released', tick, row.team, shown, wanted);
  }

  /** Whatever set of releases one view adds up and another takes away: behind the rest stand k people or nobody. */
  compareViews(k: number): void {
    const customers = [null, 0, ...Object.keys(TREE).map(Number)];
    const views = this.scopes().flatMap(({ has, from, to }) =>
      customers.map((customer) =>
        this.atoms.filter(
          ({ pool, tick }) =>
            has(pool.team) && (customer === null || pool.customer === customer) && from <= tick && tick < to,
        ),
      ),
    );
    mustDifferByEnough(views, k, 'two views differ by too few people');
    for (const [facet] of FACETS) {
      const said = this.facetAtoms.filter((atom) => atom.facet === facet);
      const sums = this.scopes().map(({ has, from, to }) =>
        said.filter(({ team, tick }) => has(team) && from <= tick && tick < to),
      );
      mustDifferByEnough(sums, k, 'two views of a facet differ by too few people');
    }
  }

  /** The one exception that is promised: among a team's voices fewer than k may be missing from those whose wait is known. How often. */
  fewMissing(k: number): number {
    const waits = new Set(FACETS.flatMap(([facet, kind]) => (kind === 'wait' ? [facet] : [])));
    return Object.keys(TREE).filter((team) => {
      const voices = this.atoms.filter(({ pool }) => pool.team === Number(team));
      const known = this.facetAtoms.filter((atom) => atom.team === Number(team) && waits.has(atom.facet));
      const missing = count(voices) - count(known);
      return known.length > 0 && missing > 0 && missing < k;
    }).length;
  }

  /** What pages add up: a team or all below it, over all time or a part of it. */
  private scopes() {
    const ticks = [...new Set(this.atoms.map((atom) => atom.tick))].toSorted((a, b) => a - b);
    const middle = ticks[Math.floor(ticks.length / 2)] ?? 0;
    const ranges = [
      [0, Infinity],
      [0, middle],
      [middle, Infinity],
      [ticks.at(-1) ?? 0, Infinity],
    ] as const;
    return Object.keys(TREE).flatMap((key) =>
      [new Set([Number(key)]), subtree(Number(key))].flatMap((teams) =>
        ranges.map(([from, to]) => ({ has: (team: number) => teams.has(team), from, to })),
      ),
    );
  }

  /** Each release can be worked out again from the raw rows, and no two releases share one. */
  async recompute(): Promise<void> {
    const rows = await this.company.rows<{ n: number; counts: string; again: string | null }>(
      `SELECT x.n, json_array(x.n, x.c1, x.c2, x.c3, x.c4, x.c5) counts, (
         SELECT json_array(count(*), sum(v = 1), sum(v = 2), sum(v = 3), sum(v = 4), sum(v = 5)) FROM (
           SELECT CAST(round(avg(score) - 0.01) AS INTEGER) v FROM rating r
           WHERE r.pool = x.pool AND r.id <= x.upto AND r.score IS NOT NULL
             AND r.id > coalesce((SELECT max(upto) FROM release y WHERE y.pool = x.pool AND y.upto < x.upto), 0)
           GROUP BY rater)) again
       FROM release x`,
    );
    for (const row of rows) must(row.counts === row.again, 'the raw ratings differ from their release', row);
  }

  private async keyOf(rating: Rating): Promise<string> {
    const known = this.keys.get(rating);
    if (known?.epoch === rating.keyEpoch) return known.key;
    const hmac = this.hmacs.get(rating.keyEpoch);
    if (!hmac) throw new Error(`no key of epoch ${rating.keyEpoch}`);
    const { key } = await ratingKey(hmac, this.company.person(rating.person), rating.conversation, rating.team);
    this.keys.set(rating, { epoch: rating.keyEpoch, key });
    return key;
  }
}

function says(rating: Rating, facet: number): boolean {
  const [, kind, word] = FACETS.find(([one]) => one === facet) ?? [];
  const { aspect, reasons, wait } = rating.facets;
  if (kind === 'aspect') return aspect?.name === word;
  if (kind === 'wait') return wait === word;
  return reasons?.some((reason) => reason === word) ?? false;
}

function mustDifferByEnough<One extends { people: Set<number> }>(views: One[][], k: number, what: string): void {
  const numbers = new Map([...new Set(views.flat())].map((one, i) => [one, i]));
  const different = new Map(views.map((view) => [view.map((one) => numbers.get(one)).join(), new Set(view)]));
  for (const one of different.values()) {
    for (const other of different.values()) {
      const rest = [...one].filter((atom) => !other.has(atom));
      const people = new Set(rest.flatMap((atom) => [...atom.people]));
      must(rest.length === 0 || people.size >= k, what, rest);
    }
  }
}

const count = (of: readonly { people: Set<number> }[]) => of.reduce((sum, { people }) => sum + people.size, 0);

function total(atoms: readonly Atom[]): number[] {
  return [0, 1, 2, 3, 4, 5].map((i) =>
    atoms.reduce((sum, atom) => sum + (i === 0 ? atom.n : (atom.counts[i - 1] ?? 0)), 0),
  );
}

function subtree(team: number): Set<number> {
  const below = Object.entries(TREE).filter(([, parent]) => parent === team);
  return new Set([team, ...below.flatMap(([child]) => [...subtree(Number(child))])]);
}

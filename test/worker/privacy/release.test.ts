import { beforeEach, describe, expect, it } from 'vitest';
import { Company, DAY, HOUR, IT, numbers, SALES } from './company.ts';

let company: Company;
beforeEach(async () => {
  company = await Company.found();
});

describe('a release', () => {
  it('waits for k people, however often four of them rate', async () => {
    for (const n of numbers(1, 4))
      for (const c of ['a', 'b', 'c']) await company.rate(company.person(n), { conversation: c });
    await company.tick();
    expect(await company.releases()).toEqual([]);
    expect(await company.rows('SELECT * FROM series')).toEqual([]);
    await company.rate(company.person(5), { score: 1 });
    expect(await company.releases()).toEqual([]);
    await company.tick();
    expect(await company.releases()).toEqual([[IT, 0, 5, 1, 0, 0, 4, 0]]);
  });

  it('counts each person as one voice: the mean of what they said, halves down', async () => {
    await company.everyone(numbers(1, 4), { score: 5 });
    const an = company.person(5);
    await company.rate(an, { score: 2, conversation: 'a' });
    await company.rate(an, { score: 3, conversation: 'b' });
    await company.tick();
    expect(await company.releases()).toEqual([[IT, 0, 5, 0, 1, 0, 0, 4]]);
  });

  it('counts neither what was withdrawn nor what was said before a change', async () => {
    await company.everyone(numbers(1, 5), { score: 5 });
    company.wait(HOUR);
    await company.rate(company.person(5), { score: null });
    await company.tick();
    expect(await company.releases()).toEqual([]);
    await company.rate(company.person(6), { score: 2 });
    company.wait(1);
    await company.rate(company.person(6), { score: 3 });
    await company.tick();
    expect(await company.releases()).toEqual([[IT, 0, 5, 0, 0, 1, 0, 4]]);
  });

  it('happens at ticks only: Monday at six, and a later run of the same week releases nothing more', async () => {
    await company.everyone(numbers(1, 5));
    company.now = Date.parse('2026-07-12T22:59:59Z'); // 05:59:59 in Ho Chi Minh City
    await company.work();
    const early = await company.releases();
    company.now = Date.parse('2026-07-12T23:00:00Z');
    await company.work();
    await company.everyone(numbers(6, 10));
    company.wait(6 * DAY);
    await company.work();
    // The work before six belongs to the Monday before, when none of these ratings had been given: a late start makes it up.
    expect(early).toHaveLength(1);
    expect(await company.releases()).toHaveLength(1);
  });

  it('makes up for ticks that were missed once, as the latest of them', async () => {
    await company.work();
    await company.everyone(numbers(1, 5));
    company.wait(23 * DAY);
    await company.work();
    await company.work();
    expect(await company.rows('SELECT tick FROM release')).toEqual([
      { tick: Date.parse('2026-07-26T23:00:00Z') / 1000 },
    ]);
  });
});

describe('a released rating', () => {
  beforeEach(async () => {
    await company.everyone(numbers(1, 5), { score: 2 });
    await company.tick();
  });

  it('says the day that counted it, to its rater', async () => {
    expect(await company.own(company.person(1))).toMatchObject({ score: 2, counted: '2026-07-13' });
  });

  it('is frozen: a later click is a new rating that waits for others', async () => {
    await company.rate(company.person(1), { score: 5 });
    expect(await company.own(company.person(1))).toMatchObject({ score: 5, counted: null });
    await company.tick();
    expect(await company.releases()).toEqual([[IT, 0, 5, 0, 5, 0, 0, 0]]);
    await company.everyone(numbers(6, 9));
    await company.tick();
    expect(await company.releases()).toEqual([
      [IT, 0, 5, 0, 5, 0, 0, 0],
      [IT, 0, 5, 0, 0, 0, 4, 1],
    ]);
  });

  it('stays when it is withdrawn, but nothing leads to its rater any more', async () => {
    const before = await recomputed();
    const [rater] = await company.rows<{ rater: string }>('SELECT hex(rater) rater FROM rating ORDER BY id');
    expect(await company.rate(company.person(1), { score: null })).toBe('accepted');
    expect(await company.own(company.person(1))).toMatchObject({ score: null, counted: null });
    expect(await company.rows('SELECT 1 FROM rating WHERE hex(rater) = ?1', rater?.rater)).toEqual([]);
    expect(await recomputed()).toEqual(before);
    expect(await company.releases()).toEqual([[IT, 0, 5, 0, 5, 0, 0, 0]]);
  });

  it('does not come back when its first click arrives once more after the withdrawal', async () => {
    const an = company.person(6);
    const click = company.event({ score: 1, conversation: 'late' });
    await company.send(an, [click]);
    await company.everyone(numbers(7, 10));
    await company.tick();
    const withdrawal = company.event({ score: null, conversation: 'late' });
    await company.send(an, [withdrawal]);
    const rows = await company.rows('SELECT * FROM rating');
    expect(await company.send(an, [click])).toEqual([{ id: click.id, result: 'superseded' }]);
    expect(await company.send(an, [withdrawal])).toEqual([{ id: withdrawal.id, result: 'accepted' }]);
    expect(await company.rows('SELECT * FROM rating')).toEqual(rows);
  });

  it('leaves one voice in the release when the rater said more in it', async () => {
    const an = company.person(6);
    await company.rate(an, { score: 1, conversation: 'a' });
    await company.rate(an, { score: 5, conversation: 'b' });
    await company.everyone(numbers(7, 10), { score: 5 });
    await company.tick();
    const before = await recomputed();
    await company.rate(an, { score: null, conversation: 'a' });
    expect(await recomputed()).toEqual(before);
    expect(await company.own(an, { conversation: 'b' })).toMatchObject({ score: 5, counted: '2026-07-20' });
    await company.rate(an, { score: null, conversation: 'b' });
    expect(await recomputed()).toEqual(before);
  });
});

describe('k', () => {
  it('is raised at once', async () => {
    await company.everyone(numbers(1, 5));
    await company.tick(company.with({ K: '6' }));
    expect(await company.releases()).toEqual([]);
  });

  it('is lowered only for ratings given after the change', async () => {
    await company.everyone(numbers(1, 3));
    const lower = company.with({ K: '3' });
    await company.tick(lower);
    expect(await company.releases()).toEqual([]);
    for (const n of numbers(4, 6)) await company.send(company.person(n), [company.event({ team: 5 })], lower);
    await company.tick(lower);
    expect(await company.releases()).toEqual([[5, 0, 3, 0, 0, 0, 3, 0]]);
  });

  it('of less than 3 is refused', async () => {
    await company.everyone(numbers(1, 5));
    for (const K of ['2', '0', '', 'five', '3.5'])
      await expect(company.tick(company.with({ K }))).rejects.toThrow('K must be');
    expect(await company.releases()).toEqual([]);
  });
});

describe('the series of a team', () => {
  it('adds up the releases of a week, and the newest release stands beside it', async () => {
    company = await Company.found({ TICK: 'daily', K: '3' });
    await company.everyone(numbers(1, 3), { score: 5 });
    await company.tick();
    await company.everyone(numbers(4, 7), { score: 1 });
    const last = await company.tick();
    const [series] = await company.rows<Record<string, unknown>>('SELECT * FROM series');
    expect(series).toEqual({
      team: IT,
      points: JSON.stringify([[Date.parse('2026-07-06') / DAY, 7, 4, 0, 0, 0, 3]]),
      last_tick: last,
      last_n: 4,
      voices: 7,
      facets: '{}',
    });
  });

  it('keeps the last 26 weeks that had a release', async () => {
    company = await Company.found({ K: '3' });
    for (let week = 0; week < 28; week++) {
      await company.everyone(numbers(1, 3), { conversation: `week ${week}` });
      await company.tick();
    }
    const [series] = await company.rows<{ points: string }>('SELECT points FROM series');
    const points: number[][] = JSON.parse(series?.points ?? '[]');
    expect(points).toHaveLength(26);
    expect(points[0]?.[0]).toBe(Date.parse('2026-07-27') / DAY);
    expect(points.every((point, i) => i === 0 || (point[0] ?? 0) === (points[i - 1]?.[0] ?? 0) + 7)).toBe(true);
  });
});

describe('facets', () => {
  it('are released by themselves, when k people said the same', async () => {
    await company.everyone(numbers(1, 4), {
      reasons: ['fast', 'clear'],
      wait: '1h',
      aspect: { name: 'ease', score: 5 },
    });
    await company.everyone([5], { reasons: ['fast'], wait: '4h', aspect: { name: 'ease', score: 2 } });
    await company.tick();
    expect(await company.facets()).toEqual({ aspect: { ease: [5, 0, 1, 0, 0, 4] }, reason: { fast: 5 } });
    await company.everyone(numbers(6, 10), { conversation: 'more', wait: '1h' });
    await company.tick();
    expect(await company.facets()).toEqual({
      aspect: { ease: [5, 0, 1, 0, 0, 4] },
      reason: { fast: 5 },
      wait: { '1h': 9 },
    });
  });

  it('count a person once in a release, and nobody who withdrew', async () => {
    for (const c of ['a', 'b']) await company.everyone(numbers(1, 4), { conversation: c, reasons: ['fast'] });
    await company.rate(company.person(5), { reasons: ['fast'] });
    await company.rate(company.person(6), { score: null });
    await company.rate(company.person(7));
    company.wait(1);
    await company.rate(company.person(5), { score: null });
    await company.rate(company.person(8));
    await company.tick();
    expect(await company.releases()).toHaveLength(1);
    expect(await company.facets()).toEqual({});
  });

  it('that still wait when a quarter ends are dropped', async () => {
    await company.everyone(numbers(1, 4), { reasons: ['fast'] });
    await company.everyone([5]);
    company.now = Date.parse('2026-10-01T03:00:00Z');
    await company.tick();
    await company.everyone(numbers(1, 5), { conversation: 'next quarter', reasons: ['clear'] });
    await company.everyone([6], { conversation: 'next quarter', reasons: ['fast'] });
    await company.tick();
    expect(await company.facets()).toEqual({ reason: { clear: 5 } });
  });

  it('show nothing of a team that had no release yet', async () => {
    // Five people of two teams: the pair's pool and the others' have too few each, the reason has enough.
    await company.env.DB.exec(`INSERT INTO pool(team, customer, shard) VALUES(${IT}, ${SALES}, 0)`);
    await company.everyone(numbers(1, 3), { reasons: ['fast'] });
    for (const n of numbers(4, 5)) await company.rate(company.person(n, 7), { reasons: ['fast'] });
    await company.tick();
    expect(await company.facets()).toBeUndefined();
    await company.everyone(numbers(6, 7));
    await company.tick();
    expect(await company.facets()).toEqual({ reason: { fast: 5 } });
  });
});

/** The releases worked out again from the raw ratings. */
function recomputed() {
  return company.rows(
    `SELECT pool, upto, count(*) n, sum(v = 1) c1, sum(v = 2) c2, sum(v = 3) c3, sum(v = 4) c4, sum(v = 5) c5 FROM (
       SELECT r.pool, x.upto, r.rater, (2 * sum(r.score) + count(*) - 1) / (2 * count(*)) v FROM release x JOIN rating r ON r.pool = x.pool
         AND r.id <= x.upto AND r.id > coalesce((SELECT max(upto) FROM release y WHERE y.pool = x.pool AND y.upto < x.upto), 0)
       WHERE r.score IS NOT NULL GROUP BY r.pool, x.upto, r.rater)
     GROUP BY pool, upto ORDER BY pool, upto`,
  );
}

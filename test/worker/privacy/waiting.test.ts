import { beforeEach, describe, expect, it } from 'vitest';
import { Company, DAY, HOUR, IT, numbers, SALES } from './company.ts';

let company: Company;
beforeEach(async () => {
  company = await Company.found();
});

const where = () =>
  company.rows(
    'SELECT p.team, p.customer, count(*) n FROM rating r JOIN pool p ON p.id = r.pool WHERE r.id > p.mark AND r.score IS NOT NULL GROUP BY p.id ORDER BY p.id',
  );
const ticks = async (count: number) => {
  for (let i = 0; i < count; i++) await company.tick();
};

describe('ratings that wait too long', () => {
  it('move to the parent after 28 days, where they count with what waits there', async () => {
    await company.everyone(numbers(1, 3));
    await company.everyone(numbers(3, 5), { team: 5, conversation: 'other' });
    await ticks(4);
    expect(await where()).toMatchObject([{ team: IT }, { team: 5 }]);
    await ticks(1);
    expect(await where()).toEqual([{ team: 2, customer: 0, n: 6 }]);
    await ticks(1);
    expect(await company.releases()).toEqual([[2, 0, 5, 0, 0, 0, 5, 0]]);
    expect(await company.own(company.person(1))).toMatchObject({ score: 4, counted: '2026-08-17' });
  });

  it('are withdrawn unpublished from the root, and a new click there counts anew', async () => {
    const an = company.person(1);
    await company.rate(an);
    await ticks(15);
    expect(await where()).toEqual([]);
    expect(await company.own(an)).toMatchObject({ score: null, counted: null });
    await company.rate(an, { score: 5 });
    expect(await where()).toEqual([{ team: IT, customer: 0, n: 1 }]);
    await company.everyone(numbers(2, 5));
    await ticks(1);
    expect(await company.releases()).toHaveLength(1);
  });

  it('can still be changed and withdrawn after they moved', async () => {
    const an = company.person(1);
    await company.rate(an, { score: 1 });
    await company.everyone([2]);
    await ticks(5);
    await company.rate(an, { score: 5 });
    company.wait(1);
    await company.rate(company.person(2), { score: null });
    expect(await where()).toEqual([{ team: 2, customer: 0, n: 1 }]);
    expect(await company.own(an)).toMatchObject({ score: 5 });
  });

  it('do not bring a facet along that was released where they come from, not even when they are changed there', async () => {
    // Four people of a pair's pool wait with their scores; their reason is released with a fifth from elsewhere.
    await company.env.DB.exec(`INSERT INTO pool(team, customer, shard) VALUES(${IT}, ${SALES}, 0)`);
    await company.everyone(numbers(1, 4), { reasons: ['fast'] });
    for (const n of numbers(11, 15)) await company.rate(company.person(n, 7), n === 11 ? { reasons: ['fast'] } : {});
    await ticks(1);
    expect(await company.facets()).toEqual({ reason: { fast: 5 } });
    await ticks(4);
    expect(await where()).toEqual([{ team: IT, customer: 0, n: 4 }]);
    await company.everyone(numbers(1, 4), { score: 1, reasons: ['fast', 'clear'] });
    await company.rate(company.person(5, 7), { reasons: ['fast', 'clear'] });
    await ticks(1);
    expect(await company.releases()).toHaveLength(2);
    expect(await company.facets()).toEqual({ reason: { clear: 5, fast: 5 } });
  });
});

describe('a new quarter', () => {
  const newQuarter = async () => {
    company.now = Date.parse('2026-09-24T03:00:00Z');
  };

  it('changes every pseudonym, and still nobody has two voices', async () => {
    await newQuarter();
    await company.everyone(numbers(1, 4), { score: 2 });
    await ticks(2); // 28 September, 5 October: the quarter changes
    expect(await company.rows('SELECT epoch, quarter FROM rater_key ORDER BY epoch')).toEqual([
      { epoch: 1, quarter: '2026-Q3' },
      { epoch: 2, quarter: '2026-Q4' },
    ]);
    await company.everyone(numbers(1, 4), { score: 3, conversation: 'again' });
    await ticks(1);
    expect(await company.releases()).toEqual([]);
    await company.everyone([5], { score: 3 });
    await ticks(1);
    expect(await company.releases()).toEqual([[IT, 0, 5, 0, 4, 1, 0, 0]]);
  });

  it('leaves a pending rating of the quarter before in reach of a change, a repeat and a withdrawal', async () => {
    await newQuarter();
    const an = company.person(1);
    const click = company.event({ score: 1 });
    await company.send(an, [click]);
    await ticks(2);
    expect(await company.send(an, [click])).toEqual([{ id: click.id, result: 'accepted' }]);
    expect(await company.own(an)).toMatchObject({ score: 1, rev: click.rev });
    await company.rate(an, { score: 5 });
    expect(await company.own(an)).toMatchObject({ score: 5, rev: company.now });
    await company.rate(an, { score: null, rev: company.now + 1 });
    expect(await where()).toEqual([]);
    expect(await company.rows('SELECT count(*) n FROM rating')).toEqual([{ n: 1 }]);
  });

  it('destroys the old key a month later, and withdraws what still waits under it', async () => {
    await newQuarter();
    await company.everyone(numbers(1, 3));
    await ticks(2);
    await company.rate(company.person(1), { conversation: 'again' });
    company.now = Date.parse('2026-11-03T03:00:00Z');
    await company.work();
    const waiting = () =>
      company.rows('SELECT epoch, count(*) n FROM rating WHERE score IS NOT NULL GROUP BY epoch ORDER BY epoch');
    expect(await waiting()).toEqual([
      { epoch: 1, n: 3 },
      { epoch: 2, n: 1 },
    ]);
    company.wait(2 * DAY);
    await company.work();
    expect(await company.rows('SELECT epoch FROM rater_key')).toEqual([{ epoch: 2 }]);
    expect(await waiting()).toEqual([{ epoch: 2, n: 1 }]);
    expect(await company.own(company.person(2))).toBeUndefined();
    expect(await company.releases()).toEqual([]);
  });

  it('withdraws what waits under a key of two quarters ago, when no job ran for a whole one', async () => {
    await newQuarter();
    await company.everyone(numbers(1, 4));
    await ticks(2);
    await company.rate(company.person(1), { conversation: 'again' });
    company.now = Date.parse('2027-01-12T03:00:00Z');
    await company.work();
    expect(await company.rows('SELECT epoch FROM rater_key ORDER BY epoch')).toEqual([{ epoch: 2 }, { epoch: 3 }]);
    expect(await company.rows('SELECT epoch FROM rating WHERE score IS NOT NULL')).toEqual([{ epoch: 2 }]);
    await company.everyone(numbers(2, 4), { conversation: 'later' });
    await ticks(1);
    expect(await company.releases()).toEqual([]);
  });

  it('is not changed back by a tick of the quarter before', async () => {
    company = await Company.found({}, '2026-10-01T03:00:00Z'); // a Thursday: the latest tick was in September
    await company.rate(company.person(1));
    await company.work();
    expect(await company.rows('SELECT epoch, quarter FROM rater_key')).toEqual([{ epoch: 1, quarter: '2026-Q4' }]);
    await ticks(1);
    expect(await company.rows('SELECT epoch, quarter FROM rater_key')).toEqual([{ epoch: 1, quarter: '2026-Q4' }]);
  });

  it('gives a busy pair of teams a pool of its own, and closes it after a quiet quarter', async () => {
    await company.everyone(numbers(1, 10));
    for (const n of numbers(11, 19)) await company.rate(company.person(n, 7));
    await newQuarter();
    await ticks(2);
    const pairs = () => company.rows('SELECT team, customer, open FROM pool WHERE customer <> 0');
    expect(await pairs()).toEqual([{ team: IT, customer: SALES, open: 1 }]);
    await company.everyone(numbers(1, 5), { conversation: 'pair', score: 1 });
    await company.tick();
    expect((await company.releases()).at(-1)).toEqual([IT, SALES, 5, 5, 0, 0, 0, 0]);
    company.now = Date.parse('2027-01-01T03:00:00Z');
    await company.rate(company.person(7), { conversation: 'waits' });
    await ticks(1);
    expect(await pairs()).toEqual([{ team: IT, customer: SALES, open: 0 }]);
    expect(await where()).toEqual([{ team: IT, customer: SALES, n: 1 }]);
    await ticks(1);
    expect(await where()).toEqual([{ team: IT, customer: 0, n: 1 }]);
  });

  it('keeps the statistics of the one that closed: the design effect, and how strongly lists are drawn together until the next', async () => {
    for (const c of ['a', 'b']) {
      await company.everyone(numbers(1, 5), { conversation: c, score: 5 });
      await company.everyone(numbers(6, 10), { conversation: c, score: 1 });
      await company.tick();
    }
    await newQuarter();
    await ticks(2);
    expect(await company.rows('SELECT * FROM quarter')).toEqual([{ quarter: '2026-Q3', deff: 2, kappa: 100 }]);
  });
});

describe('an event that is older than the change of quarter', () => {
  it('is still found when its clock ran ahead and its answer was lost', async () => {
    company.now = Date.parse('2026-09-30T03:00:00Z');
    const ahead = company.event({ score: 1, rev: company.now + 400 * DAY });
    const an = company.person(1);
    await company.send(an, [ahead]);
    await company.everyone(numbers(2, 5));
    await company.tick();
    company.wait(40 * DAY);
    await company.work();
    company.wait(HOUR);
    expect(await company.rows('SELECT count(*) n FROM rater_key')).toEqual([{ n: 1 }]);
    await company.send(an, [ahead]);
    expect(await company.rows('SELECT count(*) n FROM rating')).toEqual([{ n: 5 }]);
  });
});

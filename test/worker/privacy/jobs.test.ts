import { beforeEach, describe, expect, it } from 'vitest';
import { Company, HOUR, IT, numbers } from './company.ts';
import { counting, failingAt } from './faults.ts';

let company: Company;
beforeEach(async () => {
  company = await Company.found();
});

/** A company at a tick where everything is due: releases, facets, a move, a new quarter. */
async function everythingIsDue(): Promise<void> {
  company = await Company.found({}, '2026-08-28T03:00:00Z');
  await company.everyone([1, 2], { team: 5, score: 1 });
  company.now = Date.parse('2026-10-04T03:00:00Z');
  await company.everyone(numbers(1, 11), { score: 5, reasons: ['fast'] });
  await company.everyone(numbers(1, 5), { team: 7, score: 2 });
  company.now = Date.parse('2026-10-05T00:30:00Z');
}

/** All that a tick changes. Keys are random, and so are the numbers of ratings that move: only which there are is compared. */
const TABLES = {
  release: 'SELECT * FROM release ORDER BY pool, tick',
  facet: 'SELECT * FROM facet ORDER BY team, facet',
  series: 'SELECT * FROM series ORDER BY team',
  pool: 'SELECT * FROM pool ORDER BY id',
  rating: 'SELECT id, pool, team, score, facets, spent, day FROM rating ORDER BY id',
  state: 'SELECT * FROM state',
  rater_key: 'SELECT epoch, quarter, since FROM rater_key ORDER BY epoch',
  quarter: 'SELECT * FROM quarter',
  job: 'SELECT * FROM job ORDER BY tick, step',
};

async function everything(): Promise<Record<string, unknown>> {
  const tables = await Promise.all(
    Object.entries(TABLES).map(async ([name, sql]) => [name, await company.rows(sql)] as const),
  );
  return Object.fromEntries(tables);
}

describe('the work of a tick', () => {
  it('ends the same wherever a crash interrupts it', async () => {
    await everythingIsDue();
    const { db, batches } = counting(company.env.DB);
    await company.work(company.with({ DB: db }));
    const whole = await everything();
    expect(whole).toMatchObject({
      release: [{}, {}],
      facet: [{ n: 11 }],
      quarter: [{}],
      rater_key: [{}, {}],
      pool: expect.arrayContaining([expect.objectContaining({ team: IT, customer: 6, open: 1 })]),
    });
    for (const when of ['before', 'after'] as const) {
      for (let nth = 0; nth < batches(); nth++) {
        await everythingIsDue();
        const failing = company.with({ DB: failingAt(company.env.DB, nth, when) });
        await expect(company.work(failing)).rejects.toThrow('the worker died');
        await company.work();
        expect(await everything(), `${when} batch ${nth}`).toEqual(whole);
      }
    }
  }, 600_000);

  it('is done once by two jobs at once', async () => {
    await everythingIsDue();
    await company.work();
    const whole = await everything();
    await everythingIsDue();
    await Promise.all([company.work(), company.work(), company.work()]);
    expect(await everything()).toEqual(whole);
  });

  it('writes nothing when it is asked for again', async () => {
    await everythingIsDue();
    await company.work();
    const before = await everything();
    const { db, batches } = counting(company.env.DB);
    company.wait(HOUR);
    await company.work(company.with({ DB: db }));
    expect(batches()).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('is left alone by a job that comes back after a later tick has begun', async () => {
    await everythingIsDue();
    const late = company.now;
    await company.tick();
    await company.everyone(numbers(1, 5), { conversation: 'new' });
    const before = await everything();
    company.now = late;
    await company.work();
    expect(await everything()).toEqual(before);
  });
});

describe('a rating that arrives while a tick is at work', () => {
  it('is released at this tick or waits for the next, and is never lost', async () => {
    await company.everyone(numbers(1, 5));
    await Promise.all([company.tick(), ...numbers(6, 12).map((n) => company.rate(company.person(n)))]);
    await company.everyone(numbers(13, 17));
    await company.tick();
    const released = (await company.releases()).reduce((sum, [, , n = 0]) => sum + n, 0);
    expect(released).toBe(17);
  });

  it('is written under the key in force, though the quarter changed since its pseudonym was made', async () => {
    company.now = Date.parse('2026-09-30T03:00:00Z');
    await company.rate(company.person(1));
    // The change of quarter slips in between reading the keys and the batch.
    let turned = false;
    const real = company.env.DB;
    const slow = new Proxy(real, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'batch') return typeof value === 'function' ? value.bind(target) : value;
        return async (statements: D1PreparedStatement[]) => {
          if (!turned) {
            turned = true;
            await company.tick();
          }
          return real.batch(statements);
        };
      },
    });
    await company.send(company.person(2), [company.event()], company.with({ DB: slow }));
    expect(await company.rows('SELECT epoch FROM rating ORDER BY id')).toEqual([{ epoch: 1 }, { epoch: 2 }]);
    expect(await company.own(company.person(2))).toMatchObject({ score: 4 });
  });
});

describe('the rows that D1 writes', () => {
  const FULL = {
    reasons: ['fast' as const],
    wait: '1h' as const,
    aspect: { name: 'ease' as const, score: 4 as const },
  };

  it('are at most 6 per rating, releases and facets included, with 10 voices per release', async () => {
    await company.rate(company.person(99), { team: 5 });
    await company.tick();
    const { db, written } = counting(company.env.DB);
    const counted = company.with({ DB: db });
    for (const n of numbers(1, 10)) await company.send(company.person(n), [company.event(FULL)], counted);
    await company.tick(counted);
    expect(await company.releases()).toHaveLength(1);
    expect(await company.facets()).toMatchObject({ reason: { fast: 10 } });
    const perRating = written() / 10;
    expect(perRating).toBeGreaterThan(3);
    expect(perRating).toBeLessThanOrEqual(6);
  });

  it('are for one rating at most twice those of a bare insert, for a repeat none', async () => {
    await company.rate(company.person(99), { team: IT });
    const an = company.person(1);
    const event = company.event(FULL);
    const first = counting(company.env.DB);
    await company.send(an, [event], company.with({ DB: first.db }));
    const again = counting(company.env.DB);
    await company.send(an, [event], company.with({ DB: again.db }));
    expect(again.written()).toBe(0);
    const columns = 'pool, team, customer, epoch, day, k, n, rev, event, score, facets, spent, aspect_score';
    const bare = await company.env.DB.prepare(
      `INSERT INTO rating(${columns}, rater, key) SELECT ${columns}, randomblob(16), randomblob(16) FROM rating ORDER BY id DESC LIMIT 1`,
    ).run();
    expect(bare.meta.rows_written).toBeGreaterThan(0);
    expect(first.written()).toBeLessThanOrEqual(2 * bare.meta.rows_written);
  });

  it('are for a hundred ratings in one request no more than a hundred bare inserts', async () => {
    await company.rate(company.person(99));
    const { db, written } = counting(company.env.DB);
    const events = numbers(1, 100).map((n) => company.event({ conversation: `c ${n}` }));
    await company.send(company.person(1), events, company.with({ DB: db }));
    expect(written()).toBe(400);
  });
});

// What a withdrawal leaves behind: whoever reads the database without its keys must not find whose the released rating was.
import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { Company, DAY, HOUR, IT, numbers } from './company.ts';

let company: Company;
let an: ReturnType<Company['person']>;
beforeEach(async () => {
  company = await Company.found();
  an = company.person(1);
});

interface Line {
  id: number;
  team: number;
  customer: number;
  rater: string;
  key: string;
  event: string;
  n: number;
  rev: number;
  score: number | null;
  epoch: number;
}

const NOBODY = '0'.repeat(32);
const lines = () =>
  company.rows<Line>(
    'SELECT id, team, customer, hex(rater) rater, hex(key) key, hex(event) event, n, rev, score, epoch FROM rating ORDER BY id',
  );
const cutLines = async () => (await lines()).filter(({ epoch }) => epoch === 0);

/** The pseudonyms that lie in one net with these lines, a net being knotted by equal pseudonyms and equal keys. */
async function reachedFrom(start: readonly Line[]): Promise<string[]> {
  const all = await lines();
  const reached = new Set(start.map(({ id }) => id));
  for (let before = -1; before < reached.size; ) {
    before = reached.size;
    for (const one of all.filter(({ id }) => reached.has(id)))
      for (const other of all)
        if (other.key === one.key || (other.rater === one.rater && one.rater !== NOBODY)) reached.add(other.id);
  }
  return [...new Set(all.filter(({ id, epoch }) => reached.has(id) && epoch > 0).map(({ rater }) => rater))];
}

/** From the rating that was cut, and from every line without a score that names the same two teams. */
async function whoseWasIt(): Promise<string[]> {
  const cut = await cutLines();
  const beside = (await lines()).filter(
    (line) => line.score === null && cut.some(({ team, customer }) => team === line.team && customer === line.customer),
  );
  expect(cut.length).toBeGreaterThan(0);
  expect(beside.length).toBeGreaterThan(0);
  return (await reachedFrom([...cut, ...beside])).filter((rater) => rater !== NOBODY);
}

const withdraw = async (conversation?: string) => {
  company.wait(HOUR);
  expect(await company.rate(an, { score: null, ...(conversation ? { conversation } : {}) })).toBe('accepted');
};

describe('a withdrawal of what was released', () => {
  beforeEach(async () => {
    // An said something about another team too: whoever reads An's pseudonym there must not find it here.
    await company.rate(an, { team: 5, conversation: 'elsewhere' });
  });

  it('leaves a line that names nobody', async () => {
    await company.everyone(numbers(1, 6), { score: 2 });
    await company.tick();
    // The search finds what it looks for while there is something to find.
    expect(await reachedFrom((await lines()).filter(({ id }) => id === 2))).toHaveLength(1);
    await withdraw();
    expect(await whoseWasIt()).toEqual([]);
    expect(await company.own(an)).toMatchObject({ score: null, counted: null });
    expect(await company.own(an, { team: 5, conversation: 'elsewhere' })).toMatchObject({ score: 4 });
  });

  it.each(['while it waits', 'after the next release'])(
    'leads to nobody when the same is rated again %s',
    async (when) => {
      await company.everyone(numbers(1, 6), { score: 2 });
      await company.tick();
      await withdraw();
      if (when === 'after the next release') {
        await company.everyone(numbers(2, 6), { conversation: 'later' });
        await company.tick();
      }
      company.wait(HOUR);
      await company.rate(an, { score: 5 });
      expect(await company.own(an)).toMatchObject({ score: 5, counted: null });
      const [again] = (await lines()).filter(({ score }) => score === 5);
      expect(again?.rater).not.toBe(NOBODY);
      expect(await reachedFrom(await cutLines())).toEqual([]);
      // No line without a score stands under the key of what was said since, and no number counts those that stood there.
      expect((await lines()).filter(({ key, id }) => key === again?.key && id !== again?.id)).toEqual([]);
      expect((await lines()).filter(({ n }) => n < 10)).toEqual([]);
      await company.everyone(numbers(7, 11), { conversation: 'others' });
      await company.tick();
      expect(await company.own(an)).toMatchObject({ score: 5, counted: expect.any(String) });
    },
  );

  it('leaves no line of its way when it had moved on before it was released', async () => {
    await company.everyone(numbers(1, 3), { score: 2 });
    for (let week = 0; week < 5; week++) await company.tick();
    await company.everyone(numbers(4, 6), { team: 2, conversation: 'group' });
    await company.tick();
    expect(await company.releases()).toHaveLength(1);
    const moved = (await lines()).filter(({ score, team }) => score === null && team === IT);
    expect(moved).toHaveLength(3);
    expect(moved.map(({ rater }) => rater)).toEqual([NOBODY, NOBODY, NOBODY]);
    await withdraw();
    expect(await whoseWasIt()).toEqual([]);
  });

  it('keeps what the rater said beside it in the release apart from what they say later', async () => {
    await company.rate(an, { score: 5, conversation: 'b' });
    await company.everyone(numbers(2, 6));
    await company.tick();
    await company.rate(an, { score: 5, conversation: 'b' });
    await company.rate(an, { score: 1, conversation: 'a' });
    await company.everyone(numbers(2, 6), { conversation: 'again' });
    await company.tick();
    const before = await lines();
    await withdraw('a');
    // The first rating of b stays An's, the second goes under the same name of nobody as that of a: nothing may tie the two.
    expect(await whoseWasIt()).toEqual([]);
    expect(await company.own(an, { conversation: 'b' })).toMatchObject({ score: 5, counted: '2026-07-20' });
    const [first] = before.filter(({ team, score }) => team === IT && score === 5);
    expect((await lines()).find(({ id }) => id === first?.id)?.rev).not.toBe(first?.rev);
    await company.rate(an, { score: 3, conversation: 'b' });
    expect(await whoseWasIt()).toEqual([]);
    expect(await company.own(an, { conversation: 'b' })).toMatchObject({ score: 3, counted: null });
  });

  it('cuts what was released of it before as well', async () => {
    await company.everyone(numbers(1, 6), { score: 2 });
    await company.tick();
    await company.everyone(numbers(1, 6), { score: 1 });
    await company.tick();
    await withdraw();
    expect(await cutLines()).toHaveLength(2);
    expect(await whoseWasIt()).toEqual([]);
  });

  it('leads to nobody across a change of quarter', async () => {
    company.now = Date.parse('2026-09-24T03:00:00Z');
    await company.everyone(numbers(1, 6), { score: 2 });
    await company.tick();
    await company.tick();
    await withdraw();
    await company.rate(an, { conversation: 'new quarter' });
    expect(await whoseWasIt()).toEqual([]);
  });
});

describe('a line without a score', () => {
  it('names nobody, whether it was taken back, dropped at the top or lost its key', async () => {
    company.now = Date.parse('2026-09-24T03:00:00Z');
    await company.rate(an, { conversation: 'taken back' });
    await withdraw('taken back');
    await company.rate(an, { team: 1, conversation: 'dropped' });
    for (let week = 0; week < 5; week++) await company.tick();
    await company.rate(company.person(2), { conversation: 'waits' });
    company.wait(40 * DAY);
    await company.work();
    company.now = Date.parse('2027-02-20T03:00:00Z');
    await company.work();
    await company.work();
    const all = await lines();
    expect(all.length).toBeGreaterThan(2);
    expect(all.filter(({ score, rater }) => score === null && rater !== NOBODY)).toEqual([]);
    expect(all.filter(({ score }) => score === null).length).toBeGreaterThan(2);
  });

  it('names nobody any more where it was written by an older worker', async () => {
    await company.everyone(numbers(1, 6), { score: 2 });
    await company.tick();
    await withdraw();
    const [{ rater = '', key = '' } = {}] = (await lines()).filter(({ score, epoch }) => score !== null && epoch > 0);
    await company.rows('UPDATE rating SET rater = unhex(?1) WHERE score IS NULL', rater);
    await company.rows('UPDATE rating SET key = unhex(?1) WHERE epoch = 0', key);
    expect(await whoseWasIt()).toEqual([rater]);
    const migration = env.MIGRATIONS.find(({ name }) => name === '0009_nobody.sql');
    for (const query of migration?.queries ?? []) await company.rows(query);
    expect(await whoseWasIt()).toEqual([]);
  });

  it('keeps no wait of what was taken back', async () => {
    await company.rate(an, { wait: '1h', aspect: { name: 'ease', score: 2 } });
    company.wait(HOUR);
    await company.rate(an, { score: null, wait: '1h', aspect: { name: 'ease', score: 2 } });
    expect(await company.rows('SELECT facets, aspect_score FROM rating')).toEqual([{ facets: 0, aspect_score: null }]);
  });
});

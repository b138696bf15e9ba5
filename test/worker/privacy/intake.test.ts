import { beforeEach, describe, expect, it } from 'vitest';
import { RATER_KEY_BYTES, unwrapKey, wrapKey } from '../../../worker/domain/keys.ts';
import { Company, DAY, HOUR, IT, numbers, SALES } from './company.ts';
import { failingAt } from './faults.ts';

let company: Company;
beforeEach(async () => {
  company = await Company.found();
});

const pending = () => company.rows<{ score: number | null }>('SELECT score FROM rating ORDER BY id');

describe('a rating', () => {
  it('is taken once, whatever the number of times it is sent', async () => {
    const event = company.event({ score: 5 });
    const an = company.person(1);
    for (let i = 0; i < 3; i++) {
      expect(await company.send(an, [event, event])).toEqual([
        { id: event.id, result: 'accepted' },
        { id: event.id, result: 'accepted' },
      ]);
      company.wait(HOUR);
    }
    expect(await pending()).toEqual([{ score: 5 }]);
  });

  it('gives way to a newer one, whatever the order of arrival', async () => {
    const an = company.person(1);
    const older = company.event({ score: 1, rev: company.now - 1000 });
    const newer = company.event({ score: 5, rev: company.now });
    expect(await company.send(an, [newer])).toEqual([{ id: newer.id, result: 'accepted' }]);
    expect(await company.send(an, [older])).toEqual([{ id: older.id, result: 'superseded' }]);
    expect(await company.send(an, [older, newer])).toEqual([
      { id: older.id, result: 'superseded' },
      { id: newer.id, result: 'accepted' },
    ]);
    expect(await pending()).toEqual([{ score: 5 }]);
  });

  it('gives way to one of the same moment whose id is greater', async () => {
    const an = company.person(1);
    const low = company.event({ score: 1, id: '0b0b0b0b-0000-4000-8000-000000000001' });
    const high = company.event({ score: 2, id: 'f0f0f0f0-0000-4000-8000-000000000001' });
    await company.send(an, [high]);
    expect(await company.send(an, [low])).toEqual([{ id: low.id, result: 'superseded' }]);
    expect(await pending()).toEqual([{ score: 2 }]);
  });

  it('is one per person, conversation and team', async () => {
    const an = company.person(1);
    await company.rate(an);
    await company.rate(an, { conversation: 'password' });
    await company.rate(an, { team: 5 });
    await company.rate(company.person(2));
    expect(await pending()).toHaveLength(4);
  });

  it('is refused for the own team, for a team rated together with it, for an unknown team, and when it is too old', async () => {
    const own = company.event({ team: SALES });
    const unknown = company.event({ team: 999 });
    const old = company.event({ rev: company.now - 30 * DAY - 1 });
    const good = company.event();
    expect(await company.send(company.person(1), [own, unknown, old, good])).toEqual([
      { id: own.id, result: 'rejected', code: 'own_team' },
      { id: unknown.id, result: 'rejected', code: 'unknown_team' },
      { id: old.id, result: 'rejected', code: 'too_old' },
      { id: good.id, result: 'accepted' },
    ]);
    expect(await company.rate(company.person(2, 8), { team: 3 })).toBe('own_team');
    expect(await company.rate(company.person(2, 3), { team: 8 })).toBe('own_team');
    expect(await pending()).toHaveLength(1);
  });

  it('of a team that is rated as its parent is a rating of the parent', async () => {
    await company.rate(company.person(1), { team: 8 });
    expect(await company.rows('SELECT team FROM rating')).toEqual([{ team: 3 }]);
    expect(await company.own(company.person(1), { team: 3 })).toMatchObject({ team: 3, score: 4 });
    expect(await company.own(company.person(1), { team: 8 })).toMatchObject({ team: 8, score: 4 });
  });

  it('is withdrawn by a score of null, also before it arrives', async () => {
    const an = company.person(1);
    const click = company.event({ score: 2, rev: company.now });
    const withdrawal = company.event({ score: null, rev: company.now + 1 });
    await company.send(an, [withdrawal]);
    expect(await company.send(an, [click])).toEqual([{ id: click.id, result: 'superseded' }]);
    expect(await pending()).toEqual([{ score: null }]);
    expect(await company.own(an)).toMatchObject({ score: null, rev: company.now + 1, counted: null });
  });

  it('is not there when the database failed in between', async () => {
    await company.rate(company.person(2));
    const failing = company.with({ DB: failingAt(company.env.DB, 0, 'before') });
    await expect(company.send(company.person(1), [company.event()], failing)).rejects.toThrow('the worker died');
    expect(await pending()).toHaveLength(1);
  });
});

describe('a clock that runs ahead', () => {
  const year = 365 * DAY;

  it('keeps nobody from rating again on a device whose clock is right', async () => {
    const an = company.person(1);
    await company.rate(an, { score: 1, rev: company.now + year });
    company.wait(6 * 60_000);
    expect(await company.rate(an, { score: 5 })).toBe('accepted');
    expect(await pending()).toEqual([{ score: 5 }]);
  });

  it('orders two clicks of one request as they were made', async () => {
    const first = company.event({ score: 1, rev: company.now + year, id: 'f0f0f0f0-0000-4000-8000-000000000001' });
    const second = company.event({ score: 2, rev: company.now + year + 1, id: '0b0b0b0b-0000-4000-8000-000000000001' });
    await company.send(company.person(1), [second, first]);
    expect(await pending()).toEqual([{ score: 2 }]);
  });

  it('does not count a click again that was released before its answer arrived', async () => {
    const ahead = company.event({ score: 1, rev: company.now + 10 * 60_000 });
    const an = company.person(1);
    await company.send(an, [ahead]);
    await company.everyone(numbers(2, 5));
    await company.tick();
    expect(await company.send(an, [ahead])).toEqual([{ id: ahead.id, result: 'accepted' }]);
    expect(await pending()).toHaveLength(5);
  });
});

describe('what is stored', () => {
  it('holds no time finer than a day: the order of clicks is shifted by a secret of each rating', async () => {
    await company.rate(company.person(1), { conversation: 'one' });
    await company.rate(company.person(1), { conversation: 'two' });
    const [one, two] = await company.rows<{ rev: number; day: number }>('SELECT rev, day FROM rating ORDER BY id');
    expect(Math.abs((one?.rev ?? 0) - (two?.rev ?? 0))).toBeGreaterThan(year);
    expect(Math.abs((one?.rev ?? 0) - company.now)).toBeGreaterThan(year);
    expect(one?.day).toBe(company.today());
    expect((await company.own(company.person(1), { conversation: 'one' }))?.rev).toBe(company.now);
  });
  const year = 365 * DAY;

  it('does not name the rater: without the key of the quarter nothing leads back', async () => {
    await company.rate(company.person(1));
    const text = JSON.stringify(await company.rows('SELECT hex(rater) r, hex(key) k, hex(event) e, rev FROM rating'));
    expect(text).not.toContain('subject');
    await company.env.DB.exec('DELETE FROM rater_key');
    await company.env.DB.exec('DELETE FROM state');
    expect(await company.own(company.person(1))).toBeUndefined();
  });
});

describe("the quarter's key", () => {
  it('opens only with its secret and its epoch', async () => {
    const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
    const { SECRET } = company.env;
    const wrapped = await wrapKey(SECRET, 3, random(RATER_KEY_BYTES), random);
    await expect(unwrapKey(SECRET, 3, wrapped)).resolves.toBeDefined();
    await expect(unwrapKey(SECRET, 4, wrapped)).rejects.toThrow();
    await expect(unwrapKey(`A${SECRET.slice(1)}`, 3, wrapped)).rejects.toThrow();
  });

  it('is made once, also by two first raters at once', async () => {
    await Promise.all(numbers(1, 4).map((n) => company.rate(company.person(n))));
    expect(await company.rows('SELECT epoch FROM rater_key')).toEqual([{ epoch: 1 }]);
    expect(await pending()).toHaveLength(4);
    expect(await company.own(company.person(3))).toMatchObject({ team: IT, score: 4 });
  });
});

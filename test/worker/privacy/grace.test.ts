// The days in which the key of the quarter before is still there, and what is left when it goes: nothing that nobody could find again.
import { beforeEach, describe, expect, it } from 'vitest';
import { OLDEST_EVENT_MS } from '../../../shared/words.ts';
import { Company, DAY, HOUR, IT, numbers } from './company.ts';

const MINUTE = 60_000;

let company: Company;
beforeEach(async () => {
  company = await Company.found({}, '2026-09-24T03:00:00Z');
  await company.rate(company.person(9), { team: 7, score: null }); // makes the key of the quarter
  company.now = Date.parse('2026-10-04T03:00:00Z'); // the day before the quarter's first tick
});

const waiting = () =>
  company.rows('SELECT team, epoch, score FROM rating WHERE score IS NOT NULL ORDER BY team, epoch');
const keys = async () => (await company.rows<{ epoch: number }>('SELECT epoch FROM rater_key')).map((key) => key.epoch);
const untilTheKeyIsGone = async () => {
  company.now = Date.parse('2026-11-06T03:00:00Z');
  await company.work();
  expect(await keys()).toEqual([2]);
};

describe('a rating of the quarter before that still waits', () => {
  const an = () => company.person(1);

  it('takes the new key where its rater comes back to it: afterwards it can be changed and withdrawn', async () => {
    await company.rate(an(), { score: 1 });
    await company.tick();
    await company.rate(an(), { score: 2 });
    const click = company.event({ score: 3, rev: company.now + 1 });
    await company.send(an(), [click]);
    expect(await company.own(an())).toMatchObject({ score: 3, rev: click.rev });
    await untilTheKeyIsGone();
    expect(await waiting()).toEqual([{ team: IT, epoch: 2, score: 3 }]);
    expect(await company.own(an())).toMatchObject({ score: 3, rev: click.rev });
    await company.rate(an(), { score: 5 });
    expect(await waiting()).toEqual([{ team: IT, epoch: 2, score: 5 }]);
    await company.rate(an(), { score: null, rev: company.now + 1 });
    expect(await waiting()).toEqual([]);
  });

  it('takes it also from a click that is older than what it says, or the same again', async () => {
    const old = company.event({ score: 1, rev: company.now - DAY });
    const click = company.event({ score: 4 });
    await company.send(an(), [click]);
    await company.tick();
    expect(await company.send(an(), [old])).toEqual([{ id: old.id, result: 'superseded' }]);
    expect(await company.send(an(), [click])).toEqual([{ id: click.id, result: 'accepted' }]);
    expect(await company.own(an())).toMatchObject({ score: 4, rev: click.rev });
    await untilTheKeyIsGone();
    expect(await waiting()).toEqual([{ team: IT, epoch: 2, score: 4 }]);
  });

  it('is withdrawn unpublished with its key where its rater only rated elsewhere: nobody could withdraw it any more', async () => {
    await company.rate(an(), { score: 1 });
    await company.tick();
    await company.rate(an(), { conversation: 'again', score: 5 });
    await untilTheKeyIsGone();
    await company.rate(an(), { score: null });
    expect(await company.rows('SELECT count(*) n FROM rating WHERE score = 1')).toEqual([{ n: 0 }]);
    // What waited has moved on to the team above; there only the second one counts.
    await company.everyone(numbers(2, 5), { team: 2, score: 3 });
    await company.tick();
    expect(await company.releases()).toEqual([[2, 0, 5, 0, 0, 4, 0, 1]]);
  });

  it('is not counted beside a second click of its rater', async () => {
    await company.rate(an(), { score: 1 });
    await company.tick();
    await company.rate(an(), { conversation: 'again', team: 5, score: 5 });
    await untilTheKeyIsGone();
    await company.rate(an(), { score: 5 });
    expect(await company.rows('SELECT score FROM rating WHERE score IS NOT NULL AND team = ?1', IT)).toEqual([
      { score: 5 },
    ]);
  });

  it('that moved on with its old key goes with it, and with the new key stays', async () => {
    company = await Company.found({}, '2026-09-15T03:00:00Z');
    await company.rate(an(), { score: 1 });
    await company.rate(an(), { conversation: 'touched', score: 2 });
    company.now = Date.parse('2026-10-06T03:00:00Z');
    await company.work();
    await company.rate(an(), { conversation: 'touched', score: 3 });
    company.now = Date.parse('2026-10-19T03:00:00Z');
    await company.work();
    expect(
      await company.rows('SELECT pool.team, score FROM rating JOIN pool ON pool.id = pool WHERE score > 0'),
    ).toEqual([
      { team: 2, score: 1 },
      { team: 2, score: 3 },
    ]);
    await untilTheKeyIsGone();
    expect(await waiting()).toEqual([{ team: IT, epoch: 2, score: 3 }]);
    await company.rate(an(), { conversation: 'touched', score: null });
    expect(await waiting()).toEqual([]);
  });

  it('released under the new key is found again long after the old one is gone', async () => {
    await company.rate(an(), { score: 1 });
    await company.tick();
    company.wait(20 * DAY);
    const click = company.event({ score: 4 });
    await company.send(an(), [click]);
    await company.everyone(numbers(2, 5));
    await company.tick();
    expect(await company.releases()).toHaveLength(1);
    await untilTheKeyIsGone();
    company.now = click.rev + OLDEST_EVENT_MS;
    expect(await company.send(an(), [click])).toEqual([{ id: click.id, result: 'accepted' }]);
    expect(await company.rows('SELECT count(*) n FROM rating WHERE team = ?1', IT)).toEqual([{ n: 5 }]);
  });
});

describe('the old key is there as long as a click under it may be sent again', () => {
  /** Five people rate, the work is done, and one's answer was lost: its click comes again at the last moment at which it is taken. */
  async function comesAgain(given: string, worked: string, ahead = 0): Promise<void> {
    company.now = Date.parse(given);
    const click = company.event({ score: 1, rev: company.now + ahead });
    await company.send(company.person(1), [click]);
    await company.everyone(numbers(2, 5));
    company.now = Date.parse(worked);
    await company.work();
    expect(await company.releases()).toHaveLength(1);
    expect(await keys()).toEqual([1, 2]);
    company.now = click.rev + OLDEST_EVENT_MS;
    await company.work();
    expect(await company.send(company.person(1), [click])).toEqual([{ id: click.id, result: 'accepted' }]);
    expect(await company.rows('SELECT count(*) n FROM rating WHERE team = ?1', IT)).toEqual([{ n: 5 }]);
    company.wait(1);
    expect(await company.send(company.person(1), [click])).toMatchObject([{ code: 'too_old' }]);
  }

  it('to the hour', () => comesAgain('2026-10-04T22:30:00Z', '2026-10-04T23:01:00Z'));

  it('where the work was done days late', () => comesAgain('2026-10-09T03:00:00Z', '2026-10-09T03:30:00Z'));

  it('where it was done in the last minute of a day, and the click’s clock ran ahead', () =>
    comesAgain('2026-10-09T16:59:00Z', '2026-10-09T16:59:30Z', 5 * MINUTE));

  it('where it was so late that the next quarter begins soon after, which then waits for its key', async () => {
    await comesAgain('2026-12-30T03:00:00Z', '2026-12-30T03:30:00Z');
    expect(await keys()).toEqual([1, 2]);
    await company.tick();
    expect(await company.rows('SELECT epoch, quarter FROM rater_key ORDER BY epoch')).toEqual([
      { epoch: 2, quarter: '2026-Q4' },
      { epoch: 3, quarter: '2027-Q1' },
    ]);
  });

  it('where the clocks are put forward in between', async () => {
    company = await Company.found({ TIMEZONE: 'America/New_York', TICK: 'daily' }, '2026-02-10T15:00:00Z');
    await company.rate(company.person(9), { team: 7, score: null });
    await company.env.DB.exec("UPDATE rater_key SET quarter = '2025-Q4'"); // the quarter turns in February, so that March is within reach
    await comesAgain('2026-02-11T04:59:00Z', '2026-02-11T04:59:30Z', 5 * MINUTE);
  });

  it('and goes at the first work of the 31st day after the change of key, an hour past midnight', async () => {
    await company.tick(); // Monday 5 October
    company.now = Date.parse('2026-11-04T17:59:00Z'); // 5 November, 00:59
    await company.work();
    expect(await keys()).toEqual([1, 2]);
    company.now = Date.parse('2026-11-04T18:00:00Z');
    await company.work();
    expect(await keys()).toEqual([2]);
    expect(await company.rows('SELECT since FROM rater_key')).toEqual([
      { since: Date.parse('2026-10-05') / (24 * HOUR) },
    ]);
  });
});

// The rule of three, as people come and go: kept every hour by the worker itself.
import { createScheduledController, env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import worker from '../../worker/index.ts';
import { ratedAsOf } from '../../worker/store/teams.ts';
import { foundAcme } from './acme.ts';

const strike = (time: string) =>
  worker.scheduled(createScheduledController({ scheduledTime: Date.parse(`2026-11-23T${time}Z`) }), env);
const hourly = () => strike('07:00');
const rated = async () => {
  const { results } = await env.DB.prepare('SELECT id, rated_as, wanted_as FROM team ORDER BY id').all();
  return results;
};
const employ = (team: number, ...people: string[]) =>
  env.DB.batch(
    people.map((name) =>
      env.DB.prepare('INSERT INTO person(email, name, team) VALUES(?1, ?2, ?3)').bind(`${name}@acme.test`, name, team),
    ),
  );

beforeAll(foundAcme);

describe('Every hour', () => {
  it('a team of one or two becomes rated as the one above, with those that the company joined to it', async () => {
    expect(await ratedAsOf(env.DB, [2, 3], Date.now())).toContainEqual([3, 3]);
    await hourly();
    expect(await rated()).toEqual([
      { id: 1, rated_as: 1, wanted_as: null },
      { id: 2, rated_as: 1, wanted_as: 2 },
      { id: 3, rated_as: 1, wanted_as: 3 },
      { id: 4, rated_as: 1, wanted_as: 2 },
    ]);
    expect(await ratedAsOf(env.DB, [2, 3], Date.now())).toContainEqual([3, 1]);
  });

  it('and not at the quarters of an hour between, at which only the clock of releases is looked at', async () => {
    await env.DB.exec(
      'UPDATE team SET rated_as = wanted_as, wanted_as = NULL WHERE wanted_as IS NOT NULL; DELETE FROM job',
    );
    const before = await rated();
    await strike('07:30');
    expect(await rated()).toEqual(before);
    expect(await env.DB.prepare("SELECT count(*) n FROM job WHERE step = 'end'").first('n')).toBe(1);
    await hourly();
    expect(await rated()).not.toEqual(before);
  });

  it('all stays as it is once it is right', async () => {
    const before = await rated();
    await hourly();
    expect(await rated()).toEqual(before);
  });

  it('a team that has grown is rated as the company wants it again', async () => {
    await employ(3, 'giang', 'hoa');
    await hourly();
    expect((await rated())[2]).toEqual({ id: 3, rated_as: 3, wanted_as: null });
    await employ(4, 'lan');
    await hourly();
    expect(await rated()).toEqual([
      { id: 1, rated_as: 1, wanted_as: null },
      { id: 2, rated_as: 2, wanted_as: null },
      { id: 3, rated_as: 3, wanted_as: null },
      { id: 4, rated_as: 2, wanted_as: null },
    ]);
  });

  it('those who have left do not count', async () => {
    await env.DB.prepare("UPDATE person SET active = 0 WHERE name = 'hoa'").run();
    await hourly();
    expect((await rated())[2]).toEqual({ id: 3, rated_as: 1, wanted_as: 3 });
  });
});

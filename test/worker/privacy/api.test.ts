import { beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../shared/api/client.ts';
import { createApp } from '../../../worker/app.ts';
import type { Asker } from '../../../worker/env.ts';
import { mintAccess } from '../../../worker/identity/access.ts';
import { Company, conversation, IT, numbers, SALES } from './company.ts';

let company: Company;
let app: ReturnType<typeof createApp>;
beforeEach(async () => {
  company = await Company.found();
  app = createApp(company.world);
});

/** The extension's own client, whose network is the worker. */
async function client(asker: Asker) {
  const token = await mintAccess(company.env, company.world, asker);
  const call = createClient(company.env.ORIGIN, async (url, { redirect: _, ...init }) =>
    app.request(url, init, company.env),
  );
  return { call, token };
}

async function post(path: string, body: unknown, asker = company.person(1)): Promise<Response> {
  const headers = {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${await mintAccess(company.env, company.world, asker)}`,
  };
  return app.request(path, { method: 'POST', headers, body: JSON.stringify(body) }, company.env);
}

const stored = async () => (await company.rows('SELECT 1 FROM rating')).length;

describe('POST /api/ratings', () => {
  it('answers each event in its place', async () => {
    const { call, token } = await client(company.person(1));
    const good = company.event({ score: 5 });
    const own = company.event({ team: SALES });
    const older = company.event({ score: 1, rev: company.now - 1 });
    expect(await call('ratings', { token, body: { events: [own, good, older] } })).toMatchObject({
      kind: 'ok',
      value: {
        results: [
          { id: own.id, result: 'rejected', code: 'own_team' },
          { id: good.id, result: 'accepted' },
          { id: older.id, result: 'superseded' },
        ],
      },
    });
  });

  it('takes a hundred events at once, and not one more', async () => {
    const events = numbers(1, 100).map((n) => company.event({ conversation: `c${n}` }));
    expect((await post('/api/ratings', { events })).status).toBe(200);
    expect(await stored()).toBe(100);
    expect((await post('/api/ratings', { events: [...events, company.event()] })).status).toBe(400);
    expect(await stored()).toBe(100);
  });

  it.each([
    ['a score of six', { score: 6 }, 'events.1.score'],
    ['a team that is a word', { team: 'IT' }, 'events.1.team'],
    ['a conversation in clear', { conversation: 'printer on fire' }, 'events.1.conversation'],
    ['a field it does not know', { subject: 'printer on fire' }, 'events.1.subject'],
  ])('refuses all for one with %s, and names the field', async (_, wrong, field) => {
    const answer = await post('/api/ratings', { events: [company.event(), { ...company.event(), ...wrong }] });
    expect(answer.status).toBe(400);
    const problem = await answer.text();
    expect(JSON.parse(problem)).toMatchObject({ code: 'malformed', field });
    expect(problem).not.toContain('fire');
    expect(await stored()).toBe(0);
  });

  it('asks to come again when the database is in trouble, and has kept nothing', async () => {
    await company.env.DB.exec('ALTER TABLE ahead RENAME TO elsewhere');
    const answer = await post('/api/ratings', { events: [company.event(), company.event({ team: SALES })] });
    await company.env.DB.exec('ALTER TABLE elsewhere RENAME TO ahead');
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await answer.text()).not.toMatch(/ahead|SQLITE|at .*\.ts/);
    expect(await stored()).toBe(0);
  });

  it('is for signed-in people', async () => {
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ events: [company.event()] }),
    };
    for (const path of ['/api/ratings', '/api/ratings/find']) {
      expect((await app.request(path, init, company.env)).status).toBe(401);
    }
    expect(await stored()).toBe(0);
  });
});

describe('POST /api/ratings/find', () => {
  const wanted = { ratings: [{ team: IT, conversation: conversation('printer') }] };

  it('shows the same on a second device of the same person', async () => {
    await company.rate(company.person(1), { score: 2 });
    const { call, token } = await client(company.person(1));
    expect(await call('findRatings', { token, body: wanted })).toMatchObject({
      kind: 'ok',
      value: { ratings: [{ ...wanted.ratings[0], score: 2, rev: company.now, counted: null }] },
    });
  });

  it('shows nobody what another person rated', async () => {
    await company.rate(company.person(1), { score: 2 });
    expect(await (await post('/api/ratings/find', wanted, company.person(2))).json()).toEqual({ ratings: [] });
  });
});

describe('a deployment with a wrong setting', () => {
  it.each([
    ['ticks within a day', { TICK: '60s' }],
    ['too small a k', { K: '2' }],
    ['a time zone that does not exist', { TIMEZONE: 'Mars/Phobos' }],
  ])('of %s is not healthy and releases nothing', async (_, settings) => {
    const wrong = company.with(settings);
    expect((await app.request('/healthz', {}, company.env)).status).toBe(200);
    expect((await app.request('/healthz', {}, wrong)).status).toBe(503);
    await expect(company.work(wrong)).rejects.toThrow(Object.keys(settings)[0]);
    expect(await company.rows('SELECT 1 FROM job')).toEqual([]);
  });
});

// What the extension hears of sites from the server, and what the server keeps of reports.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redmine } from '../../extension/sites/redmine.ts';
import { earth } from '../../worker/app.ts';
import { forgetHealth, hourOf } from '../../worker/jobs/site-health.ts';
import { publish, switchSite, withdraw } from '../../worker/store/descriptions.ts';
import { an, createWorld, foundAcme } from './acme.ts';
import { accessTokenOf, clientOf } from './client.ts';
import { post } from './extension.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
let token: string;
beforeAll(foundAcme);
beforeEach(async () => {
  await env.DB.batch([env.DB.prepare('DELETE FROM site'), env.DB.prepare('DELETE FROM site_health')]);
  world = await createWorld();
  token = await accessTokenOf(world, an);
});

const call = () => clientOf(world);

const kept = async () => (await env.DB.prepare('SELECT * FROM site_health ORDER BY hour, site, field').all()).results;

describe('The sites', () => {
  const sites = async (etag: string | null = null) => call()('sites', { token, etag });

  it('are not repeated while nothing was decided of them', async () => {
    expect(await sites()).toMatchObject({ kind: 'ok', value: { sites: [] } });
  });

  it('are those with a newer description and those that are off', async () => {
    await publish(env.DB, { id: 'redmine', version: 2, description: JSON.stringify(redmine) }, 1);
    await switchSite(env.DB, 'gmail', true, 1);
    await switchSite(env.DB, 'jira-cloud', true, 1);
    await switchSite(env.DB, 'jira-cloud', false, 2);
    expect(await sites()).toMatchObject({
      value: {
        sites: [
          { id: 'gmail', off: true, newer: null },
          { id: 'redmine', off: false, newer: { version: 2, description: redmine } },
        ],
      },
    });
  });

  it('are unchanged until something is decided', async () => {
    await switchSite(env.DB, 'gmail', true, 1);
    const first = await sites();
    if (first.kind !== 'ok') throw new Error(first.kind);
    expect(await sites(first.etag)).toEqual({ kind: 'unchanged' });
    await switchSite(env.DB, 'gmail', false, 2);
    expect(await sites(first.etag)).toMatchObject({ kind: 'ok', value: { sites: [] } });
  });

  it('never take an older description, and give a withdrawn number to no other', async () => {
    const description = JSON.stringify(redmine);
    expect(await publish(env.DB, { id: 'redmine', version: 3, description }, 1)).toBe(true);
    expect(await publish(env.DB, { id: 'redmine', version: 3, description: '{}' }, 2)).toBe(false);
    expect(await publish(env.DB, { id: 'redmine', version: 2, description: '{}' }, 2)).toBe(false);
    expect(await sites()).toMatchObject({ value: { sites: [{ newer: { version: 3, description: redmine } }] } });
    await withdraw(env.DB, 'redmine', 3);
    expect(await sites()).toMatchObject({ value: { sites: [] } });
    expect(await publish(env.DB, { id: 'redmine', version: 3, description }, 4)).toBe(false);
    expect(await publish(env.DB, { id: 'redmine', version: 4, description }, 4)).toBe(true);
  });

  it('need a token', async () => {
    expect(await call()('sites', {})).toMatchObject({ kind: 'problem', code: 'unauthorized' });
  });
});

describe('A health report', () => {
  const report = { site: 'gmail', version: 1, field: 'author' } as const;

  it('is counted by the hour, and nothing else is kept of it', async () => {
    for (let i = 0; i < 3; i++) {
      expect(await call()('healthReports', { token, body: report })).toMatchObject({ kind: 'ok' });
    }
    await call()('healthReports', { token, body: { ...report, field: 'body' } });
    world.clock.now += 3_600_000;
    // The token has run out by then; the same person signs in again.
    token = await accessTokenOf(world, an);
    await call()('healthReports', { token, body: report });
    const hour = hourOf(world.clock.now);
    expect(await kept()).toEqual([
      { hour: hour - 1, site: 'gmail', version: 1, field: 'author', n: 3 },
      { hour: hour - 1, site: 'gmail', version: 1, field: 'body', n: 1 },
      { hour, site: 'gmail', version: 1, field: 'author', n: 1 },
    ]);
  });

  it.each<[string, object, string]>([
    ['an address of the page', { ...report, page: 'https://mail.google.com/mail/u/0/#inbox/1' }, 'page'],
    ['a field of its own', { ...report, field: 'an@acme.test' }, 'field'],
    ['a site of its own', { ...report, site: 'mail.acme.test' }, 'site'],
    ['a version that carries more', { ...report, version: 1.5 }, 'version'],
    ['a version out of range', { ...report, version: 20_261_121_120_000 }, 'version'],
  ])('with %s is refused', async (_, body, field) => {
    const answer = await post(world.app, '/api/health-reports', body, { Authorization: `Bearer ${token}` });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'malformed', field });
    expect(await kept()).toEqual([]);
  });

  it('of made-up versions cannot fill the table, and known ones go on being counted', async () => {
    const hour = hourOf(world.clock.now);
    await env.DB.prepare(
      `INSERT INTO site_health(hour, site, version, field, n) WITH RECURSIVE i(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM i WHERE i < 500)
       SELECT ?1, 'gmail', i, 'author', 1 FROM i`,
    )
      .bind(hour)
      .run();
    expect(await call()('healthReports', { token, body: { ...report, version: 501 } })).toMatchObject({ kind: 'ok' });
    await call()('healthReports', { token, body: report });
    const counts = await kept();
    expect(counts).toHaveLength(500);
    expect(counts).toContainEqual({ hour, site: 'gmail', version: 1, field: 'author', n: 2 });
  });

  it('is forgotten after 30 days', async () => {
    await call()('healthReports', { token, body: report });
    const at = (days: number) => ({ ...earth, now: () => world.clock.now + days * 86_400_000 });
    await forgetHealth(env, at(30));
    expect(await kept()).toHaveLength(1);
    await forgetHealth(env, at(30.05));
    expect(await kept()).toEqual([]);
  });

  it('needs a token', async () => {
    expect((await post(world.app, '/api/health-reports', report)).status).toBe(401);
  });
});

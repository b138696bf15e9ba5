// What a page costs: rows read of the database and bytes sent, for a company of sixty teams.
import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCompany } from '../../../worker/store/figures.ts';
import { foundAcme } from '../acme.ts';
import { addTeam, reader, released, type Week } from './company.ts';

const TEAMS = 60;
/** Beside the teams: the design effect, and the reader’s name and role. */
const AROUND = 2;

beforeAll(async () => {
  await foundAcme();
  for (let i = 0; i < TEAMS - 2; i++) {
    const id = 100 + i;
    await addTeam(id, i % 6 === 0 ? 1 : 100 + i - (i % 6), `Customer Care ${i}`, `Phòng Chăm sóc khách hàng ${i}`);
    await released(
      id,
      Array.from({ length: 26 }, (_, week): Week => [i % 3, week % 4, 2, 5 + (i % 5), 9 + ((week + i) % 7)]),
    );
  }
  await released(
    2,
    Array.from({ length: 26 }, (): Week => [1, 1, 2, 6, 10]),
  );
  await env.DB.prepare("INSERT INTO quarter(quarter, deff) VALUES ('2026-Q2', 1.1), ('2026-Q3', 1.2)").run();
});

describe('the rows read for a page', () => {
  it('are at most two per team', async () => {
    const { db, rows } = counted();
    const { teams } = await readCompany(db, 1);
    expect(teams.length).toBeGreaterThanOrEqual(TEAMS);
    expect(rows()).toBeLessThanOrEqual(2 * teams.length + AROUND);
  });

  it('are as many whatever the number of ratings', async () => {
    const before = counted();
    await readCompany(before.db, 1);
    await env.DB.prepare(
      `INSERT INTO rating(pool, team, customer, epoch, day, k, rater, key, n, rev, event, score)
       WITH RECURSIVE i(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM i WHERE i < 5000)
       SELECT 1, 2, 0, 1, 1, 5, randomblob(16), randomblob(16), 0, 0, randomblob(16), 4 FROM i`,
    ).run();
    const after = counted();
    await readCompany(after.db, 1);
    expect(after.rows()).toBe(before.rows());
  });
});

describe('the bytes sent', () => {
  it.each([
    ['/', 'en'],
    ['/', 'vi'],
    ['/teams/100', 'en'],
    ['/teams/2', 'vi'],
  ])('of %s in %s are at most 40 kB compressed', async (path, language) => {
    const { read } = await reader();
    const { html } = await read(path, language);
    expect(await compressed(html)).toBeLessThanOrEqual(40_000);
  });
});

/** The database, and how many rows its batches have read. */
function counted() {
  let read = 0;
  const db: Pick<D1Database, 'prepare' | 'batch'> = {
    prepare: (sql) => env.DB.prepare(sql),
    batch: async <T>(statements: D1PreparedStatement[]) => {
      const results = await env.DB.batch<T>(statements);
      read += results.reduce((sum, { meta }) => sum + meta.rows_read, 0);
      return results;
    },
  };
  return { db, rows: () => read };
}

async function compressed(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

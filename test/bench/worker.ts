// The worker inside workerd with a real D1: time of an ingest, rows written per rating, rows read and bytes sent per page.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker, type Database, migrate, startWorker } from '../stack/worker.ts';
import { type Figure, median, type Section } from './figure.ts';
import { gzipped } from './sizes.ts';

const TEAMS = 60;
const ORIGIN = 'http://localhost:1';
const ISSUER = 'http://127.0.0.1:1';
const SESSION = 'c2Vzc2lvbi1vZi10aGUtYmVuY2gtc2Vzc2lvbi1vZi1i';
/** More than any of these makes the run long, and shows nothing new. */
const SIZES = process.argv.includes('--million') ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];

/** 60 teams: the company, five units, and ten teams in most of them; one reader, signed in. */
async function found(db: Database): Promise<void> {
  const parent = (team: number) => (team === 1 ? null : team <= 6 ? 1 : 2 + (team % 5));
  await db.batch([
    ...Array.from({ length: TEAMS }, (_, at) =>
      db
        .prepare('INSERT INTO team(id, parent, name, name_vi, rated_as) VALUES(?1, ?2, ?3, ?4, ?1)')
        .bind(at + 1, parent(at + 1), `Team number ${at + 1}`, `Nhóm số ${at + 1}`),
    ),
    db.prepare("INSERT INTO person(id, email, name, team) VALUES(1, 'an@acme.test', 'Nguyễn Văn An', 60)"),
    db.prepare("INSERT INTO identity(issuer, subject, person) VALUES(?1, 'an', 1)").bind(ISSUER),
    db
      .prepare("INSERT INTO session(hash, person, issuer, subject, expires) VALUES(?1, 1, ?2, 'an', 9e15)")
      .bind(new Uint8Array(createHash('sha256').update(SESSION).digest()), ISSUER),
  ]);
}

export async function worker(): Promise<Section> {
  const state = mkdtempSync(join(tmpdir(), 'hearback-bench-'));
  await bundleWorker('bench', 'test/bench/inside/index.ts');
  const running = await startWorker({
    state,
    bundle: 'bench',
    variables: {
      ORIGIN,
      ISSUER,
      CLIENT_SECRET: 'bench',
      SECRET: 'YmVuY2gtc2VjcmV0LWJlbmNoLXNlY3JldC1iZW5jaC0wMQ',
      TICK: 'weekly',
    },
  });
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${running.port}${path}`, {
      headers: { cookie: `__Host-session=${SESSION}`, 'accept-language': 'en' },
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };
  try {
    await migrate(running.db);
    await found(running.db);
    const figures = [...(await written(ask)), ...(await ingest(ask)), ...(await pages(ask, running.db))];
    return { title: 'Worker, in workerd with D1', figures };
  } finally {
    await running.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

type Ask = (path: string) => Promise<unknown>;

async function ingest(ask: Ask): Promise<Figure[]> {
  const times = record(await ask('/ingest?rounds=10'));
  const time = (name: string) => median(numbers(times[name]).slice(1));
  const beside = { what: 'a bare insert', value: time('bare') };
  return [
    {
      what: 'one rating taken in',
      value: time('one'),
      unit: 'ms',
      beside,
      budget: { most: 2, of: 'ratio' },
      gate: true,
    },
    {
      what: 'each of a batch of 100',
      value: time('hundred') / 100,
      unit: 'ms',
      beside,
      budget: { most: 0.1, of: 'ratio' },
      gate: true,
    },
  ];
}

async function written(ask: Ask): Promise<Figure[]> {
  const plain = record(await ask('/rows'));
  const full = record(await ask('/rows?full'));
  const of = (counts: Record<string, unknown>, name: string) => Number(counts[name]) / Number(counts.ratings);
  const whole = (counts: Record<string, unknown>) => of(counts, 'ingest') + of(counts, 'release');
  return [
    {
      what: 'rows written per rating and its release, 10 voices each',
      value: whole(plain),
      unit: 'rows',
      beside: { what: 'without the release', value: of(plain, 'ingest') },
      budget: { most: 6, of: 'value' },
      gate: true,
    },
    {
      what: 'the same with an aspect, a reason and a wait',
      value: whole(full),
      unit: 'rows',
      beside: { what: 'without the release', value: of(full, 'ingest') },
      budget: { most: 6, of: 'value' },
      gate: true,
    },
    {
      what: 'rows written when it is sent again',
      value: of(plain, 'replay') + of(full, 'replay'),
      unit: 'rows',
      budget: { most: 0, of: 'value' },
      gate: true,
    },
  ];
}

async function pages(ask: Ask, db: Database): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of SIZES) {
    await fill(db, size);
    for (const [path, shown] of [
      ['/', TEAMS],
      ['/teams/1', TEAMS],
    ] as const) {
      const { read, html, status } = record(await ask(`/page?path=${encodeURIComponent(path)}`));
      if (status !== 200 || typeof html !== 'string') throw new Error(`${path} answered ${status}`);
      figures.push({
        what: `rows read per team shown, ${path}, ${size.toLocaleString('en')} ratings`,
        value: Number(read) / shown,
        unit: 'rows',
        budget: { most: 2, of: 'value' },
        gate: true,
      });
      if (size === SIZES.at(-1)) {
        const scripts = html.match(/<script/g)?.length ?? 0;
        figures.push(
          {
            what: `HTML of ${path}, ${shown} teams`,
            value: gzipped(html),
            unit: 'kB gzip',
            budget: { most: 40, of: 'value' },
            gate: true,
          },
          {
            what: `scripts in ${path}`,
            value: scripts,
            unit: 'requests',
            budget: { most: 0, of: 'value' },
            gate: true,
          },
        );
      }
    }
  }
  return figures;
}

/** Brings the database to so many released ratings, and gives every team half a year of releases. */
async function fill(db: Database, ratings: number): Promise<void> {
  const points = JSON.stringify(Array.from({ length: 26 }, (_, week) => [20_000 + week * 7, 24, 1, 2, 4, 9, 8]));
  const facets = JSON.stringify({
    wait: { '1h': 40, '4h': 60 },
    reason: { fast: 30 },
    aspect: { ease: [30, 1, 2, 5, 12, 10] },
  });
  await db.batch([
    db.prepare('DELETE FROM rating'),
    db.prepare('DELETE FROM series'),
    db
      .prepare(
        `WITH RECURSIVE row(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM row WHERE id < ?1)
         INSERT INTO rating(id, pool, team, customer, epoch, day, k, rater, key, n, rev, event, score)
         SELECT id, 1 + id % 60, 1 + id % 60, 60, 1, 20000, 5, randomblob(16), randomblob(16), 0, id, randomblob(16), 1 + id % 5 FROM row`,
      )
      .bind(ratings),
    ...Array.from({ length: TEAMS }, (_, at) =>
      db
        .prepare('INSERT INTO series(team, points, last_tick, last_n, facets) VALUES(?1, ?2, 1791158400, 24, ?3)')
        .bind(at + 1, points, facets),
    ),
  ]);
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  return Object.fromEntries(Object.entries(value));
}

function numbers(value: unknown): number[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value.map(Number);
}

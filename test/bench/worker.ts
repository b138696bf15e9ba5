// The worker inside workerd with a real D1: time of an ingest, rows written per rating; and what pages.ts asks.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorker, type Database, migrate, startWorker } from '../stack/worker.ts';
import { type Ask, record } from './ask.ts';
import { type Figure, median, type Section } from './figure.ts';
import { foundTeams, pages } from './pages.ts';

const ORIGIN = 'http://localhost:1';
const ISSUER = 'http://127.0.0.1:1';
/** A session's secret: 32 bytes, and when it ends. */
const SESSION = Buffer.concat([Buffer.alloc(32, 7), Buffer.from([0, 0x10, 0, 0, 0, 0, 0, 0])]).toString('base64url');
/** Teams, and one reader, signed in. */
async function found(db: Database): Promise<void> {
  await foundTeams(db);
  await db.batch([
    db.prepare("INSERT INTO person(id, email, name, team) VALUES(1, 'an@acme.test', 'Nguyễn Văn An', 60)"),
    db.prepare("INSERT INTO account(kind, id, team) VALUES('mail', 'an@acme.test', 60)"),
    db.prepare("INSERT INTO identity(issuer, subject, person) VALUES(?1, 'an', 1)").bind(ISSUER),
    db.prepare("INSERT INTO rater_name(person, issuer, subject) VALUES(1, ?1, 'an')").bind(ISSUER),
    db
      .prepare('INSERT INTO session(hash, person, issuer, expires) VALUES(?1, 1, ?2, 9e15)')
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
    const figures = [
      ...(await written(ask)),
      ...(await ingest(ask)),
      ...(await directory(ask)),
      ...(await pages(ask, running.db)),
    ];
    return { title: 'Worker, in workerd with D1', figures };
  } finally {
    await running.stop();
    rmSync(state, { recursive: true, force: true });
  }
}

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

async function directory(ask: Ask): Promise<Figure[]> {
  const { first, again, status } = record(await ask('/directory'));
  if (status !== 304) throw new Error(`the directory asked for again answered ${status}`);
  return [
    {
      what: 'directory asked for again (304)',
      value: Number(again),
      unit: 'bytes',
      beside: { what: 'at first, of one account', value: Number(first) },
      budget: { most: 0, of: 'value' },
      gate: true,
    },
  ];
}

function numbers(value: unknown): number[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value.map(Number);
}

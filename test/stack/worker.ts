// The worker as it is deployed, under workerd with a local D1: the real bundle, the bindings of wrangler.toml, the real migrations.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from 'wrangler';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const configuration = join(root, 'wrangler.toml');
const bundles = join(root, 'test/.state/bundle');

/** What `mf.getD1Database` gives; named here because tests query it. */
export type Database = Awaited<ReturnType<Miniflare['getD1Database']>>;

export interface RunningWorker {
  /** Where workerd listens; browsers come through the gate. */
  port: number;
  db: Database;
  /** Fires the worker's `scheduled` handler once, as the platform's clock would. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** Folder of the D1 database; it outlives the worker. */
  state: string;
  variables: Record<string, string>;
  /** Name of a bundle of `bundleWorker`. */
  bundle?: string;
}

/** Starts workerd on a bundle. */
export async function startWorker({
  state,
  variables,
  bundle: name = 'worker',
}: WorkerOptions): Promise<RunningWorker> {
  const { modulesRules: _, ...workerOptions } = unstable_getMiniflareWorkerOptions(configuration).workerOptions;
  const bundle = join(bundles, name);
  const leaveSignals = keepSignals();
  const mf = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      log: new Log(LogLevel.WARN),
      // Both would ask a server on the internet.
      cf: false,
      telemetry: { enabled: false },
      resourcePersistencePath: state,
      ...workerOptions,
      name: 'hearback',
      rootPath: bundle,
      modulesRoot: bundle,
      modules: modulesIn(bundle),
      bindings: Object.assign({}, workerOptions.bindings, variables),
    }),
  );
  leaveSignals();
  const address = await mf.ready;
  const db = await mf.getD1Database('DB');
  const worker = await mf.getWorker();
  return {
    port: Number(address.port),
    db,
    tick: async () => {
      // As at a full hour: then all that it does by itself is due.
      const scheduledTime = new Date(new Date().setUTCMinutes(0, 0, 0));
      const { outcome } = await worker.scheduled({ cron: '*/15 * * * *', scheduledTime });
      if (outcome !== 'ok') throw new Error(`the tick ended with ${outcome}`);
    },
    stop: () => mf.dispose(),
  };
}

/**
 * Miniflare ends the whole process at a signal, at once. Where somebody already listens for the signal in order to end things properly,
 * the answer takes away what was added since the call.
 */
function keepSignals(): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const before = signals.map((signal) => process.listeners(signal));
  return () => {
    for (const [index, signal] of signals.entries()) {
      const ours = before[index] ?? [];
      if (ours.length === 0) continue;
      for (const added of process.listeners(signal)) if (!ours.includes(added)) process.off(signal, added);
    }
  };
}

/** The bundle's script first, then what it imports as text (style sheets). */
function modulesIn(bundle: string): { type: 'ESModule' | 'Text'; path: string }[] {
  const files = readdirSync(bundle).filter((name) => !/\.(map|md)$/.test(name));
  const [scripts, texts] = [
    files.filter((name) => name.endsWith('.js')),
    files.filter((name) => !name.endsWith('.js')),
  ];
  return [
    ...scripts.map((name) => ({ type: 'ESModule' as const, path: join(bundle, name) })),
    ...texts.map((name) => ({ type: 'Text' as const, path: join(bundle, name) })),
  ];
}

/** Brings the database to the newest migration; safe to repeat. */
export async function migrate(db: Database): Promise<void> {
  await db.prepare('CREATE TABLE IF NOT EXISTS d1_migrations(name TEXT PRIMARY KEY) STRICT').run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const done = new Set(results.map((row) => row.name));
  const folder = join(root, 'worker/migrations');
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.sql') || done.has(name)) continue;
    const statements = unstable_splitSqlQuery(readFileSync(join(folder, name), 'utf8'));
    await db.batch([
      ...statements.map((statement) => db.prepare(statement)),
      db.prepare('INSERT INTO d1_migrations(name) VALUES (?1)').bind(name),
    ]);
  }
}

/** Bundles an entry of the worker with wrangler, as a deployment would, when its sources are newer than the last bundle. */
export async function bundleWorker(name = 'worker', entry = 'worker/index.ts'): Promise<string> {
  const folder = join(bundles, name);
  const built = join(folder, `${basename(entry, '.ts')}.js`);
  const sources = ['worker', 'shared', dirname(entry), 'wrangler.toml'].map((path) => join(root, path));
  if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(newest))) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');
    await promisify(execFile)(process.execPath, [wrangler, 'deploy', entry, '--dry-run', '--outdir', folder], {
      cwd: root,
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', DO_NOT_TRACK: '1' },
    });
  }
  return folder;
}

/** When anything under a path was last written, ms since 1970. */
export function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

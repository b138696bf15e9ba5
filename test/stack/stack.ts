// The local stack: identity provider, worker with its database, sample webmail; in one process, on loopback only.
// `npm start` runs it on fixed ports, end-to-end tests on free ones.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROME_REDIRECT, GECKO_REDIRECT } from '../../extension/identity.ts';
import type { SetSite } from '../../shared/words.ts';
import { COMPANY } from './acme.ts';
import { type Gate, startGate } from './gate.ts';
import { startProvider } from './provider.ts';
import { startSample } from './sample.ts';
import { seed } from './seed.ts';
import { parseSites, setSites } from './sites.ts';
import { stopAll } from './stop-all.ts';
import { bundleWorker, type Database, migrate, type RunningWorker, startWorker } from './worker.ts';

export interface StackOptions {
  /** Folder of the database. */
  state: string;
  /** Keep what an earlier start left there, where one did. */
  keep?: boolean;
  /** Of worker, identity provider and sample webmail; 0 takes a free one. */
  ports?: { worker: number; provider: number; sample: number };
  /** How often the platform's clock strikes; without it only `tick` does. Milliseconds. */
  strike?: number;
  /** The demo company with its half year of ratings, or the company alone. */
  history?: boolean;
  /** The company's own servers; HEARBACK_SITES where left out. */
  sites?: readonly SetSite[];
  /** Where else sign-in may return to: of builds with another id than the project's. */
  redirects?: readonly string[];
  say?: (line: string) => void;
}

export interface Stack {
  /** The worker, as people and extensions reach it. */
  origin: string;
  issuer: string;
  /** The sample webmail. */
  sample: string;
  gate: Gate;
  db(): Database;
  /** Fires the worker's clock once. */
  tick(): Promise<void>;
  /** Ends workerd at once; the address refuses connections until `startWorker`. */
  killWorker(): Promise<void>;
  startWorker(): Promise<void>;
  stop(): Promise<void>;
}

/** Not secret: they guard made-up people on loopback, and stay the same so that `--keep` can read what it kept. */
const CLIENT_SECRET = 'acme-demo-client-secret';
const SECRET = 'YWNtZS1kZW1vLXNlY3JldC1hY21lLWRlbW8tMDAwMDE';

export async function startStack(options: StackOptions): Promise<Stack> {
  const {
    state,
    keep = false,
    ports = { worker: 0, provider: 0, sample: 0 },
    history = true,
    say = () => {},
    sites = parseSites(process.env.HEARBACK_SITES || '[]'),
    redirects = [],
  } = options;
  const stops: (() => Promise<void>)[] = [];
  const stop = () => stopAll(stops);
  try {
    say('Bundling the worker ...');
    await bundleWorker();
    // Made last: a start that was broken off left half a company.
    const seeded = join(state, 'seeded');
    const kept = keep && existsSync(seeded);
    if (!kept) rmSync(state, { recursive: true, force: true });

    const gate = await startGate(ports.worker);
    stops.push(gate.stop);
    const origin = `http://localhost:${gate.port}`;

    const provider = await startProvider({
      port: ports.provider,
      clientId: 'hearback',
      clientSecret: CLIENT_SECRET,
      redirectUri: `${origin}/auth/callback`,
    });
    stops.push(provider.stop);

    const variables = {
      ORIGIN: origin,
      COMPANY,
      ISSUER: provider.issuer,
      CLIENT_SECRET,
      SECRET,
      TICK: '5s',
      // Days are the company's: here they are those of the browser beside it.
      TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
      EXTENSION_REDIRECTS: [CHROME_REDIRECT, GECKO_REDIRECT, ...redirects].join(' '),
    };
    if (!kept) {
      mkdirSync(state, { recursive: true });
      await seed({ state, variables, history, say });
      writeFileSync(seeded, '');
    }

    let worker: RunningWorker | null = null;
    const running = () => {
      if (!worker) throw new Error('the worker is not running');
      return worker;
    };
    const start = async () => {
      worker = await startWorker({ state, variables });
      gate.forwardTo(worker.port);
      gate.open();
    };
    const end = async () => {
      const ending = worker;
      worker = null;
      gate.close();
      await ending?.stop();
    };
    stops.push(end);
    await start();
    await migrate(running().db);
    await setSites(running().db, sites);

    const sample = await startSample(ports.sample);
    stops.push(sample.stop);

    if (options.strike) stops.push(strikeEvery(options.strike, async () => worker?.tick()));

    return {
      origin,
      issuer: provider.issuer,
      sample: sample.url,
      gate,
      db: () => running().db,
      tick: () => running().tick(),
      killWorker: end,
      startWorker: start,
      stop,
    };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** Never two strikes at once; the one under way is awaited at the end. */
function strikeEvery(ms: number, strike: () => Promise<void>): () => Promise<void> {
  let ended = false;
  let under: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(() => {
      // A strike can fail while the worker is being stopped; the next one makes up for it.
      under = strike().catch(() => {});
      under.then(() => {
        if (!ended) next();
      });
    }, ms);
  };
  next();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await under;
  };
}

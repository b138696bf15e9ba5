// Fills a fresh database: the tables, the demo company, and its half year of ratings.
import { insertCompany } from './company.ts';
import { bundleWorker, migrate, startWorker } from './worker.ts';

export interface SeedOptions {
  state: string;
  variables: Record<string, string>;
  /** With the ratings, or the company alone. */
  history: boolean;
  say: (line: string) => void;
}

export async function seed({ state, variables, history, say }: SeedOptions): Promise<void> {
  if (history) await bundleWorker('seed', 'test/stack/seed-worker.ts');
  const worker = await startWorker({ state, variables, bundle: history ? 'seed' : 'worker' });
  try {
    await migrate(worker.db);
    await insertCompany(worker.db);
    if (!history) return;
    say('Living half a year at Acme ...');
    const answer = await fetch(`http://127.0.0.1:${worker.port}/`);
    if (!answer.ok) throw new Error(`the demo company could not be made: ${await answer.text()}`);
  } finally {
    await worker.stop();
  }
}

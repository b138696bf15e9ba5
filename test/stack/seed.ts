import { migrate, startWorker } from './worker.ts';
export interface SeedOptions {
  state: string;
  variables: Record<string, string>;
  history: boolean;
  say: (line: string) => void;
}
export async function seed({ state, variables }: SeedOptions): Promise<void> {
  const worker = await startWorker({ state, variables });
  await migrate(worker.db);
  await worker.stop();
}

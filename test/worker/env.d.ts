// What the test configuration binds beside the worker's own environment.
import type { D1Migration } from 'cloudflare:test';
import type { Env as WorkerEnv } from '../../worker/env.ts';

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      MIGRATIONS: D1Migration[];
      HISTORIES: string;
      SEED: string;
    }
  }
}

// One question at a time, to the background or to the site; after one that failed the next has to wait.

export interface Turns {
  /** Whether something may be asked now. */
  free(): boolean;
  /** The last one failed, and now is the time to try again. */
  again(): boolean;
  /** What failed need not be waited for: something is different now. */
  reset(): void;
  take(work: () => Promise<void>): Promise<void>;
}

/** After a failure the next is tried in 1 s, 2 s, 4 s, ... up to a minute. */
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/** @param after each, whether it failed or not */
export function createTurns(after: (failed: boolean) => void): Turns {
  let busy = false;
  let failures = 0;
  let notBefore = 0;

  const free = () => !busy && Date.now() >= notBefore;

  return {
    free,
    again: () => failures > 0 && free(),
    reset() {
      failures = 0;
      notBefore = 0;
    },
    async take(work) {
      busy = true;
      try {
        await work();
        failures = 0;
      } catch {
        notBefore = Date.now() + Math.min(FIRST_RETRY_MS * 2 ** failures++, LAST_RETRY_MS);
      }
      busy = false;
      after(failures > 0);
    },
  };
}

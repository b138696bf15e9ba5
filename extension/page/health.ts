// Watches over a visit's health and says once what stays wrong.
import type { HealthField } from '../../shared/sites/health.ts';

/** Pages load, empty themselves and fill again: only what stays wrong for so long is wrong. */
const PATIENCE_MS = 20_000;
/** Looking for what is wrong costs more than a look at the page. */
const EVERY_MS = 5000;

export interface Health {
  /**
   * At each look.
   * @param page another address is another page
   * @param faults what is wrong now; asked for only where it is time
   */
  look(page: string, faults: () => readonly HealthField[]): void;
  /** Something that needs no waiting. */
  say(field: HealthField): void;
}

/** @param tell hears of one thing in a visit; at the next there may be another */
export function createHealth(tell: (field: HealthField) => void, now: () => number): Health {
  let next = Number.NEGATIVE_INFINITY;
  let wrong: { page: string; field: HealthField; since: number } | null = null;
  let told = false;

  function say(field: HealthField): void {
    if (!told) tell(field);
    told = true;
  }

  return {
    say,
    look(page, faults) {
      const at = now();
      if (told || at < next) return;
      next = at + EVERY_MS;
      const [field] = faults();
      if (field === undefined) wrong = null;
      else if (wrong?.page !== page || wrong.field !== field) wrong = { page, field, since: at };
      else if (at - wrong.since >= PATIENCE_MS) say(field);
    },
  };
}

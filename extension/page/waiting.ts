// All that happens on a page of a known site as long as there is nothing to read: waits for what must stand there first.
import type { Requests, Signs } from '../protocol.ts';
import type { Finder } from './finder.ts';
import type { Guard } from './guard.ts';

/** After a question in vain the next is asked in 1 s, 2 s, 4 s, ... up to a minute. */
const LAST_RETRY_S = 60;

/**
 * @param ask for the script of a visit, which ends the waiting; null where the address names no conversation
 * @returns says what to wait for, now and whenever that changes
 */
export function startWaiting(
  { document, location }: Window,
  finder: Finder,
  guard: Guard,
  ask: (ask: Requests['visit']['ask']) => Promise<unknown>,
): (signs: Signs) => void {
  let signs: Signs | null = null;
  /** The last that was found to name no conversation. */
  let vain = '';
  let asking = false;
  let failures = 0;
  let pause = 0;

  finder.report({
    // What is announced is looked for each second as well, which is soon enough where animations are forbidden.
    anchor: () => ':not(*)',
    shown: () => [],
    changed: look,
    appeared: look,
    back: look,
    rewritten() {
      guard.renew();
      look();
    },
    tick() {
      pause -= 1;
      look();
    },
  });

  function look(): void {
    if (signs === null || asking || pause > 0) return;
    if (stands(signs.selector)) void askFor(null);
    else if (signs.inAddress && location.href !== vain) void askFor(location.href);
  }

  /** What this browser cannot read counts: the visit tells of it. */
  function stands(selector: string): boolean {
    try {
      return document.querySelector(selector) !== null;
    } catch {
      return true;
    }
  }

  async function askFor(address: string | null): Promise<void> {
    asking = true;
    const answer = await ask({ address }).catch(() => undefined);
    asking = false;
    if (address === null || answer !== null) {
      pause = Math.min(2 ** failures++, LAST_RETRY_S);
      return;
    }
    vain = address;
    failures = 0;
    look();
  }

  return (now) => {
    signs = now;
    vain = '';
    look();
  };
}

// How the script of a visit gets to the loader that asked for it. Both run in the extension's own world of the frame, which the page
// does not see. A symbol, for what a page names (`<p id="...">`) is found there by its name.
import type { startVisit } from './visit.ts';

export type StartVisit = typeof startVisit;

const DOOR = Symbol.for('hearback visit');

/** For the loader: hears of the script when it is there. A loader that starts later, as after an update, takes the door over. */
export function openDoor(take: (start: StartVisit) => void): void {
  Reflect.set(globalThis, DOOR, take);
}

/** For the script: where no loader waits, nothing happens. */
export function comeIn(start: StartVisit): void {
  const take: unknown = Reflect.get(globalThis, DOOR);
  if (typeof take === 'function') take(start);
}

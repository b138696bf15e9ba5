// What guard and mounter need of a line under a message, whatever it says.
export interface Line {
  host: HTMLElement;
  /** From now on the page may hear keys. */
  makeLate(): void;
  /** Takes an event that happened somewhere in the line and that the page will not see. */
  take(event: Event): void;
}

// Remembers what was read of each message until something in it changes, so that a look reads only what is new, and a look at a
// very long page can be made in several goes.
import type { MessageDescription } from '../sites/description.ts';
import type { ReadMessage, ReadOnce } from '../sites/message.ts';

/** A page that changes more between two looks is not heard to the end: then all of it is read anew. */
const MOST = 50;
/** A look reads no longer, or the page would stand still; each time that was not enough, the next may take twice as long. */
const SLICE_MS = 10;

export interface Memory {
  /** How many changes since the last look. */
  heard(): number;
  /** Before a look: forgets whatever may not be true any more. */
  update(): void;
  /** Forgets everything: what was read did not hang on the messages alone. */
  clear(): void;
  /** Lets read until time is up; null where there was not time for everything. */
  read<T>(work: (once: ReadOnce) => T): T | null;
  /** After a look; what was done meanwhile was our own. */
  listen(around: Node, root: Element | null): void;
}

export function createMemory(signal: AbortSignal): Memory {
  let known = new WeakMap<Node, { by: MessageDescription; read: ReadMessage | null }>();
  let records: MutationRecord[] = [];
  let around: Node | null = null;
  let root: Element | null = null;
  let slice = SLICE_MS;
  const observer = new MutationObserver((more) => {
    records = records.concat(more);
    // A busy page would be heard all the time.
    if (records.length > MOST || signal.aborted) stop();
  });

  function stop(): void {
    observer.disconnect();
    around = null;
  }

  function clear(): void {
    known = new WeakMap();
  }

  function forget({ target, type, addedNodes }: MutationRecord): void {
    let found = false;
    let node: Node | null = target;
    for (; node && node !== root; node = node.parentNode) found = known.delete(node) || found;
    // What stands around messages may say something of each of them; what comes and goes there is a message itself.
    if (!found && (node === null || type !== 'childList')) clear();
    // It may have been here before, and been changed while it was not and nobody heard of it.
    for (const come of addedNodes) {
      if (come instanceof Element) for (const one of [come, ...come.querySelectorAll('*')]) known.delete(one);
    }
  }

  return {
    heard: () => records.length,
    update() {
      const changes = records.concat(observer.takeRecords());
      records = [];
      if (changes.length > MOST) clear();
      else changes.forEach(forget);
    },
    clear,
    read(work) {
      const until = performance.now() + slice;
      let late = false;
      const done = work((at, by, read) => {
        const kept = known.get(at);
        if (kept?.by === by) return kept.read;
        late ||= performance.now() > until;
        if (late) return undefined;
        const message = read();
        known.set(at, { by, read: message });
        return message;
      });
      slice = late ? slice * 2 : SLICE_MS;
      return late ? null : done;
    },
    listen(now, within) {
      observer.takeRecords();
      root = within;
      if (around === now) return;
      stop();
      around = now;
      observer.observe(now, { attributes: true, characterData: true, childList: true, subtree: true });
    },
  };
}

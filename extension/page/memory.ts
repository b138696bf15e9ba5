// Remembers what was read of each message until something in it changes, so that a look reads only what is new, and a look at a
// very long page can be made in several goes.
import type { MessageDescription } from '../sites/description.ts';
import type { ReadMessage } from '../sites/message.ts';

/** A page that changes more between two looks is not heard to the end: then all of it is read anew. */
const MOST = 50;

export interface Memory {
  /** Something changed since `listen`. */
  heard(): boolean;
  /** Before a look: forgets whatever may not be true any more, and says whether there was anything. */
  update(): boolean;
  /** Forgets everything: what was read did not hang on the message alone. */
  clear(): void;
  /** After a look; what was done meanwhile was our own. */
  listen(around: Node, root: Element | null): void;
  /** undefined: not known. */
  of(at: Element, by: MessageDescription): ReadMessage | null | undefined;
  keep(at: Element, by: MessageDescription, read: ReadMessage | null): void;
}

export function createMemory(signal: AbortSignal): Memory {
  let known = new WeakMap<Node, { by: MessageDescription; read: ReadMessage | null }>();
  let records: MutationRecord[] = [];
  let around: Node | null = null;
  let root: Element | null = null;
  const observer = new MutationObserver((more) => {
    records = records.concat(more);
    // A busy page would be heard all the time.
    if (records.length > MOST) stop();
  });
  signal.addEventListener('abort', stop);

  function stop(): void {
    observer.disconnect();
    around = null;
  }

  function forget({ target, type }: MutationRecord): void {
    let found = false;
    let node: Node | null = target;
    for (; node && node !== root; node = node.parentNode) found = known.delete(node) || found;
    // What stands around messages may say something of each of them; what comes and goes there is a message itself.
    if (!found && (node === null || type !== 'childList')) known = new WeakMap();
  }

  return {
    heard: () => records.length > 0,
    update() {
      records = records.concat(observer.takeRecords());
      if (records.length > MOST) known = new WeakMap();
      else for (const record of records) forget(record);
      const heard = records.length > 0;
      records = [];
      return heard;
    },
    clear() {
      known = new WeakMap();
    },
    listen(now, within) {
      observer.takeRecords();
      root = within;
      if (around === now) return;
      stop();
      around = now;
      observer.observe(now, { attributes: true, characterData: true, childList: true, subtree: true });
    },
    of(at, by) {
      const kept = known.get(at);
      return kept?.by === by ? kept.read : undefined;
    },
    keep(at, by, read) {
      known.set(at, { by, read });
    },
  };
}

// The outbox on disk: each function is one transaction, so that being stopped between any two leaves nothing half done.
import { allOf, database } from '../database.ts';
import { type Click, type Entry, enter, isAt, type Owner, type Spot } from './entry.ts';
import { type Remembered, remember, settled } from './history.ts';
import { READY, type Schedule } from './schedule.ts';
import { type Outcome, staying, type Verdict } from './verdict.ts';

/** `strict`: when it resolves, the click survives a power cut. */
const DURABLE = { durability: 'strict' } as const;

/** Writes a click down. When this resolves it will be sent, whatever happens to the browser. */
export async function keep(owner: Owner, click: Click, site: string, now: number): Promise<Entry> {
  const db = await database();
  const write = db.transaction(['counters', 'outbox', 'history'], 'readwrite', DURABLE);
  const counted = (await write.objectStore('counters').get('rev')) ?? 0;
  // Whoever clicks has seen what another device said: the click is newer than that, though this clock may be behind the other's.
  const seen = (await write.objectStore('history').get(keyOf(owner, click)))?.rev ?? 0;
  const last = Math.max(counted, seen);
  const entry = enter(owner, click, last, now, crypto.randomUUID());
  await Promise.all([
    write.objectStore('counters').put(entry.event.rev, 'rev'),
    write.objectStore('outbox').put(entry),
    write.objectStore('history').put(remember(entry, site)),
    write.done,
  ]);
  return entry;
}

export async function waiting(owner: Owner): Promise<{ entries: Entry[]; schedule: Schedule }> {
  const read = (await database()).transaction(['outbox', 'schedules']);
  const [entries, schedule] = await Promise.all([
    read.objectStore('outbox').getAll(allOf(owner)),
    read.objectStore('schedules').get(owner),
  ]);
  return { entries, schedule: schedule ?? READY };
}

/** How many entries wait for sign-ins at a server, whoever they belong to. */
export async function waitingAt(server: string): Promise<number> {
  const entries = await (await database()).getAll('outbox');
  return entries.filter(({ owner }) => isAt(owner, server)).length;
}

/** Writes down what an answer means. Returns what is now known of the places whose entries were settled. */
export async function write(owner: Owner, verdict: Verdict): Promise<{ known: Remembered; outcome: Outcome }[]> {
  const db = await database();
  const change = db.transaction(['outbox', 'history', 'schedules'], 'readwrite', DURABLE);
  const outbox = change.objectStore('outbox');
  const history = change.objectStore('history');

  const put = async (sent: Entry, end: Parameters<typeof staying>[2]) => {
    const key = keyOf(owner, sent.event);
    const stored = await outbox.get(key);
    const stays = staying(stored, sent, end);
    if (stays === undefined) await outbox.delete(key);
    else if (stays !== stored) await outbox.put(stays);
  };
  const told: { known: Remembered; outcome: Outcome }[] = [];
  for (const { entry, outcome } of verdict.settled) {
    await put(entry, { kind: 'settled' });
    const known = await history.get(keyOf(owner, entry.event));
    if (!known) continue;
    const after = settled(known, entry, outcome);
    if (after === null) await history.delete(keyOf(owner, entry.event));
    else if (after !== known) await history.put(after);
    told.push({ known: after ?? known, outcome });
  }
  for (const { entry, until } of verdict.held) await put(entry, { kind: 'held', until });
  await change.objectStore('schedules').put(verdict.schedule, owner);
  await change.done;
  return told;
}

/** Forgets why it waits: the network is back, or somebody asked to try now. Entries put aside are tried again too. */
export async function tryAtOnce(owner: Owner): Promise<void> {
  const change = (await database()).transaction(['outbox', 'schedules'], 'readwrite');
  const schedule = (await change.objectStore('schedules').get(owner)) ?? READY;
  await change.objectStore('schedules').put({ ...schedule, notBefore: 0 }, owner);
  for (const entry of await change.objectStore('outbox').getAll(allOf(owner))) {
    if (entry.heldUntil > 0) await change.objectStore('outbox').put({ ...entry, heldUntil: 0 });
  }
  await change.done;
}

export const keyOf = (owner: Owner, { conversation, team }: Spot): [Owner, string, number] => [
  owner,
  conversation,
  team,
];

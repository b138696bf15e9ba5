// The packed directory in the browser: its size, the time of a look-up, and what it takes of the heap, for 100,000 accounts.
import { hashAccount } from '../../shared/directory/format.ts';
import { openDirectory } from '../../shared/directory/open.ts';
import { pack, type TeamAccount } from '../../shared/directory/pack.ts';
import { type Figure, median, type Section } from './figure.ts';

const ACCOUNTS = 100_000;
const LOOK_UPS = 2_000;

const everybody: TeamAccount[] = Array.from({ length: ACCOUNTS }, (_, number) => ({
  id: `person.${number}@department-${number % 200}.acme.test`,
  team: (number % 200) + 1,
}));

/** Bytes held after garbage collection, the buffers of typed arrays included. */
async function held(): Promise<number> {
  // Buffers are let go in a later turn than the objects that held them.
  for (let turn = 0; turn < 4; turn += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What `make` keeps alive, in MB. */
async function heapOf<T>(make: () => T): Promise<{ kept: T; megabytes: number }> {
  const before = await held();
  const kept = make();
  return { kept, megabytes: ((await held()) - before) / 1e6 };
}

async function timed(look: (account: TeamAccount) => Promise<number | null | undefined>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < LOOK_UPS; at += 1) {
    const account = everybody[(at * 7919) % ACCOUNTS];
    if (!account) throw new Error('no account');
    const before = performance.now();
    const team = await look(account);
    times.push(performance.now() - before);
    if (team !== account.team) throw new Error(`${account.id} was found in team ${team}`);
  }
  return median(times);
}

export async function directory(): Promise<Section> {
  const packed = await pack(new Uint8Array(16).fill(7), 'mail', everybody);
  const opened = await heapOf(() => {
    const section = openDirectory(Uint8Array.from(packed))?.get('mail');
    if (!section) throw new Error('the packed directory does not open');
    return section;
  });
  const map = await heapOf(() => new Map(everybody.map(({ id, team }) => [`${id}`.toLowerCase(), team])));
  const listed = JSON.stringify(everybody.map(({ id, team }) => [id, team])).length / 1e6;

  const figures: Figure[] = [
    {
      what: 'file, 100,000 accounts',
      value: packed.length / 1e6,
      unit: 'MB',
      beside: { what: 'as JSON', value: listed },
      budget: { most: 0.9, of: 'value' },
      gate: true,
    },
    {
      what: 'heap, opened',
      value: opened.megabytes,
      unit: 'MB',
      beside: { what: 'a Map of addresses', value: map.megabytes },
      budget: { most: 1.1, of: 'value' },
      gate: true,
    },
    {
      what: 'one look-up, hash included (median)',
      value: await timed(async ({ id }) => opened.kept.find(await hashAccount(opened.kept.salt, 'mail', id))),
      unit: 'ms',
      beside: { what: 'in that Map', value: await timed(async ({ id }) => map.kept.get(id)) },
      budget: { most: 1, of: 'value' },
      gate: false,
    },
  ];
  return { title: 'Directory', figures };
}

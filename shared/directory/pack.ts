// Packs one section of the directory (format.ts). The worker's side.
import type { AccountKind } from '../words.ts';
import { COUNT_AT, HASH_BYTES, HEADER_BYTES, hashAccount, KIND_CODES, MAGIC, SALT_AT, TEAM_BYTES } from './format.ts';

export interface TeamAccount {
  id: string;
  team: number;
}

/** Hashes at a time: enough to keep the digests busy, few enough to keep memory flat. */
const BATCH = 1000;

/**
 * The bytes of a section. `salt`: 16 bytes. Accounts that share a hash but not a team are left out, all of them: nobody is
 * rated in another's place.
 */
export async function pack(
  salt: Uint8Array,
  kind: AccountKind,
  accounts: readonly TeamAccount[],
): Promise<Uint8Array<ArrayBuffer>> {
  const entries = unambiguous(await sorted(salt, kind, accounts));
  const bytes = new Uint8Array(HEADER_BYTES + entries.length * (HASH_BYTES + TEAM_BYTES));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC);
  view.setUint8(4, KIND_CODES[kind]);
  bytes.set(salt, SALT_AT);
  view.setUint32(COUNT_AT, entries.length);
  const teams = HEADER_BYTES + entries.length * HASH_BYTES;
  entries.forEach((entry, i) => {
    view.setUint32(HEADER_BYTES + i * HASH_BYTES, Number(entry >> 32n));
    view.setUint16(HEADER_BYTES + i * HASH_BYTES + 4, Number((entry >> 16n) & 0xffffn));
    view.setUint16(teams + i * TEAM_BYTES, Number(entry & 0xffffn));
  });
  return bytes;
}

/** Hash (48 bits) and team (16 bits) as one number each, ascending. */
async function sorted(salt: Uint8Array, kind: AccountKind, accounts: readonly TeamAccount[]): Promise<BigUint64Array> {
  const entries = new BigUint64Array(accounts.length);
  for (let start = 0; start < accounts.length; start += BATCH) {
    const some = accounts.slice(start, start + BATCH);
    const hashes = await Promise.all(some.map(({ id }) => hashAccount(salt, kind, id)));
    hashes.forEach((hash, i) => {
      entries[start + i] = (toNumber(hash) << 16n) | BigInt(some[i]?.team ?? 0);
    });
  }
  return entries.sort();
}

function toNumber(hash: Uint8Array): bigint {
  return hash.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function unambiguous(entries: BigUint64Array): bigint[] {
  const teamsOf = new Map<bigint, bigint | null>();
  for (const entry of entries) {
    const hash = entry >> 16n;
    const known = teamsOf.get(hash);
    teamsOf.set(hash, known === undefined || known === entry ? entry : null);
  }
  return [...teamsOf.values()].filter((entry) => entry !== null);
}

// The packed directory: which account belongs to which team, small enough to hold in a browser, and no list of names.
//
// A file is one or more sections, one after the other, one per kind of account. All numbers are big-endian.
//
//   offset      bytes  what
//   0           4      'HBD1'
//   4           1      kind (KIND_CODES)
//   5           3      zero
//   8           16     salt
//   24          4      n, the number of accounts
//   28          6 n    hashes, ascending
//   28 + 6 n    2 n    the team of each, in the same order
//
// A hash is the first 6 bytes of SHA-256(salt, kind, NUL, account), with the account as `normalise` leaves it. The salt is
// no secret: whoever has the file can test an address they know, as in any address book, but cannot read addresses off it.
// An account that nobody has matches one of 100,000 hashes by chance once in three thousand million look-ups.
import type { AccountKind } from '../words.ts';

export const MAGIC = 0x48424431;
export const HEADER_BYTES = 28;
export const SALT_AT = 8;
export const SALT_BYTES = 16;
export const COUNT_AT = 24;
export const HASH_BYTES = 6;
export const TEAM_BYTES = 2;

/** Numbers once given stay: files in browsers outlive a release. */
export const KIND_CODES = {
  mail: 1,
  jira: 2,
  'jira-server': 3,
  github: 4,
  gitlab: 5,
  zendesk: 6,
  servicenow: 7,
  zammad: 8,
  rt: 9,
  redmine: 10,
  glpi: 11,
  osticket: 12,
  freescout: 13,
  znuny: 14,
  name: 15,
  queue: 16,
} as const satisfies Record<AccountKind, number>;

/** One way to write an account. Mail: no tricks with dots or plus signs, which mean different things to different servers. */
function normalise(kind: AccountKind, id: string): string {
  if (kind === 'name') return nameKey(id) ?? '';
  const trimmed = id.trim();
  return kind === 'jira' ? trimmed : trimmed.toLowerCase();
}

/** One way to write a full name, whichever of its parts comes first. A single word is too little to know somebody by. */
export function nameKey(name: string): string | null {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return words.length < 2 ? null : words.sort().join(' ');
}

/** The hash by which an account stands in a section: 6 bytes. */
export async function hashAccount(salt: Uint8Array, kind: AccountKind, id: string): Promise<Uint8Array> {
  const text = new TextEncoder().encode(`${kind}\0${normalise(kind, id)}`);
  const input = new Uint8Array(salt.length + text.length);
  input.set(salt);
  input.set(text, salt.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', input), 0, HASH_BYTES);
}

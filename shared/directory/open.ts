// Opens a packed directory (format.ts) and looks accounts up in it, without unpacking: the bytes are the index. The extension's side.
import { ACCOUNT_KINDS, type AccountKind } from '../words.ts';
import { COUNT_AT, HASH_BYTES, HEADER_BYTES, KIND_CODES, MAGIC, SALT_AT, SALT_BYTES, TEAM_BYTES } from './format.ts';

export interface Section {
  kind: AccountKind;
  salt: Uint8Array;
  count: number;
  /** The team of an account by its hash (`hashAccount`), or null. */
  find(hash: Uint8Array): number | null;
}

/** Every section of a file by kind, or null where the file is not whole. Kinds this version does not know are passed over. */
export function openDirectory(bytes: Uint8Array): Map<AccountKind, Section> | null {
  const sections = new Map<AccountKind, Section>();
  let rest = bytes;
  while (rest.length > 0) {
    const length = lengthOf(rest);
    if (length === null) return null;
    const section = openSection(rest.subarray(0, length));
    if (section) sections.set(section.kind, section);
    rest = rest.subarray(length);
  }
  return sections;
}

/** One section, or null where the bytes are not exactly one section of a known kind. */
export function openSection(bytes: Uint8Array): Section | null {
  if (lengthOf(bytes) !== bytes.length) return null;
  const kind = kindOf(bytes[4]);
  if (!kind) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(COUNT_AT);
  const salt = bytes.slice(SALT_AT, SALT_AT + SALT_BYTES);
  return { kind, salt, count, find: (hash) => search(view, count, hash) };
}

/** The length of the section that starts here, or null where none does or it is cut short. */
function lengthOf(bytes: Uint8Array): number | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== MAGIC) return null;
  const length = HEADER_BYTES + view.getUint32(COUNT_AT) * (HASH_BYTES + TEAM_BYTES);
  return length <= bytes.length ? length : null;
}

function kindOf(code: number | undefined): AccountKind | null {
  return ACCOUNT_KINDS.find((kind) => KIND_CODES[kind] === code) ?? null;
}

function search(view: DataView, count: number, hash: Uint8Array): number | null {
  const wanted = read48(new DataView(hash.buffer, hash.byteOffset, HASH_BYTES), 0);
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (read48(view, HEADER_BYTES + middle * HASH_BYTES) < wanted) low = middle + 1;
    else high = middle;
  }
  if (low === count || read48(view, HEADER_BYTES + low * HASH_BYTES) !== wanted) return null;
  return view.getUint16(HEADER_BYTES + count * HASH_BYTES + low * TEAM_BYTES);
}

/** 48 bits fit a number exactly. */
function read48(view: DataView, at: number): number {
  return view.getUint32(at) * 0x10000 + view.getUint16(at + 4);
}

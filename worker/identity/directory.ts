// Builds the packed directory, one section per kind of account, at most once a day. A section is one row of D1 (2 MB at most), which
// is room for 249,000 accounts of a kind.
import { nameKey, SALT_BYTES } from '../../shared/directory/format.ts';
import { pack, type TeamAccount } from '../../shared/directory/pack.ts';
import { ACCOUNT_KINDS, type AccountKind } from '../../shared/words.ts';
import type { Env, World } from '../env.ts';
import { tagOf } from '../http/etag.ts';
import { readAccounts, readNames, readSections, type StoredSection, writeSection } from '../store/directory.ts';
import { deriveKey } from './derive.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Rebuilds the sections that are not of today. */
export async function rebuildDirectory(env: Env, world: World): Promise<void> {
  const stored = await readSections(env.DB);
  const today = Math.floor(world.now() / DAY_MS);
  for (const kind of ACCOUNT_KINDS) {
    if (!stored.some((section) => section.kind === kind && section.day >= today)) await build(env, world, kind);
  }
}

/** The sections asked for, in the order of the question, without their bodies; one that was never built is built now. */
export async function findSections(env: Env, world: World, kinds: readonly AccountKind[]): Promise<StoredSection[]> {
  const stored = await readSections(env.DB);
  const found: StoredSection[] = [];
  for (const kind of kinds) {
    found.push(stored.find((section) => section.kind === kind) ?? (await build(env, world, kind)));
  }
  return found;
}

async function accountsOf(db: D1Database, kind: AccountKind): Promise<TeamAccount[]> {
  return kind === 'name' ? uniqueNames(await readNames(db)) : readAccounts(db, kind);
}

/** Names that nobody else in the company has or had. */
function uniqueNames(people: readonly { name: string; team: number | null }[]): TeamAccount[] {
  const found = new Map<string, number | null>();
  for (const { name, team } of people) {
    const key = nameKey(name);
    if (key !== null) found.set(key, found.has(key) ? null : team);
  }
  return [...found].flatMap(([id, team]) => (team === null ? [] : [{ id, team }]));
}

async function build(env: Env, world: World, kind: AccountKind): Promise<StoredSection> {
  // One salt for as long as SECRET stands: unchanged accounts give unchanged bytes, and so an unchanged ETag.
  const salt = (await deriveKey(env.SECRET, 'directory-salt')).slice(0, SALT_BYTES);
  const body = await pack(salt, kind, await accountsOf(env.DB, kind));
  const section = { kind, etag: await tagOf(body), day: Math.floor(world.now() / DAY_MS) };
  await writeSection(env.DB, section, body);
  return section;
}

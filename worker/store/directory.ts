// The packed sections of the directory, and the accounts that they are made from.
import type { TeamAccount } from '../../shared/directory/pack.ts';
import { ACCOUNT_KINDS, type AccountKind } from '../../shared/words.ts';

export interface StoredSection {
  kind: AccountKind;
  etag: string;
  /** Days since 1970 (UTC). */
  day: number;
}

/** Which sections are there, without their bodies. */
export async function readSections(db: D1Database): Promise<StoredSection[]> {
  const { results } = await db.prepare('SELECT kind, etag, day FROM directory_section').all<StoredSection>();
  return results;
}

/** The body of a section; the bytes go with the etag that is read beside them. */
export async function readSection(
  db: D1Database,
  kind: AccountKind,
): Promise<{ etag: string; body: Uint8Array } | null> {
  const row = await db
    .prepare('SELECT etag, body FROM directory_section WHERE kind = ?')
    .bind(kind)
    .first<{ etag: string; body: number[] }>();
  return row && { etag: row.etag, body: Uint8Array.from(row.body) };
}

export async function writeSection(db: D1Database, section: StoredSection, body: Uint8Array): Promise<void> {
  await db
    .prepare('INSERT OR REPLACE INTO directory_section(kind, etag, body, day) VALUES (?, ?, ?, ?)')
    .bind(section.kind, section.etag, body, section.day)
    .run();
}

/**
 * Every account of a kind with the team that is rated for it. On mail that is each active person's address too, unless the
 * address is listed for a team of its own (a shared mailbox).
 */
export async function readAccounts(db: D1Database, kind: AccountKind): Promise<TeamAccount[]> {
  const { results } = await db
    .prepare(
      `SELECT a.id, t.rated_as AS team FROM account a JOIN team t ON t.id = a.team WHERE a.kind = ?1
       UNION ALL
       SELECT p.email, t.rated_as FROM person p JOIN team t ON t.id = p.team WHERE ?1 = 'mail' AND p.active = 1
       AND NOT EXISTS (SELECT 1 FROM account a WHERE a.kind = 'mail' AND lower(a.id) = lower(p.email))`,
    )
    .bind(kind)
    .all<TeamAccount>();
  return results;
}

/** Every full name, of people who left too: what they once wrote must not count as somebody else's. team: null where they did. */
export async function readNames(db: D1Database): Promise<{ name: string; team: number | null }[]> {
  const { results } = await db
    .prepare('SELECT p.name, IIF(p.active = 1, t.rated_as, NULL) AS team FROM person p JOIN team t ON t.id = p.team')
    .all<{ name: string; team: number | null }>();
  return results;
}

/** The kinds of account that the company has listed; mail and names always, because people have both. */
export async function readKinds(db: D1Database): Promise<AccountKind[]> {
  const { results } = await db.prepare('SELECT DISTINCT kind FROM account').all<{ kind: string }>();
  return ACCOUNT_KINDS.filter((kind) => kind === 'mail' || kind === 'name' || results.some((row) => row.kind === kind));
}

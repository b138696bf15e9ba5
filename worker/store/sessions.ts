// Sessions of the pages, by the hash of their cookie.
import type { Asker } from '../env.ts';

export interface NewSession {
  hash: Uint8Array;
  person: number;
  /** The identity provider that vouched for it. */
  issuer: string;
  /** When the row may go, ms since 1970: when the session ends, its cookie says. */
  expires: number;
}

/** Stores a session and forgets the one it takes the place of, in one step. */
export async function replaceSession(db: D1Database, session: NewSession, old: Uint8Array | null): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM session WHERE hash = ?').bind(old),
    db
      .prepare('INSERT INTO session(hash, person, issuer, expires) VALUES (?, ?, ?, ?)')
      .bind(session.hash, session.person, session.issuer, session.expires),
  ]);
}

/** Who a session belongs to: nobody once the person is inactive. */
export function findSession(db: D1Database, hash: Uint8Array, issuer: string): Promise<Asker | null> {
  return db
    .prepare(
      `SELECT s.person, n.issuer, n.subject, p.team FROM session s JOIN person p ON p.id = s.person AND p.active = 1
       JOIN rater_name n ON n.person = s.person WHERE s.hash = ? AND s.issuer = ?`,
    )
    .bind(hash, issuer)
    .first<Asker>();
}

export async function dropSession(db: D1Database, hash: Uint8Array): Promise<void> {
  await db.prepare('DELETE FROM session WHERE hash = ?').bind(hash).run();
}

// Sessions of the pages, by the hash of their cookie.
import type { Asker } from '../env.ts';

export interface NewSession {
  hash: Uint8Array;
  person: number;
  issuer: string;
  subject: string;
  /** ms since 1970. */
  expires: number;
}

/** Stores a session and forgets the one it takes the place of, in one step. */
export async function replaceSession(db: D1Database, session: NewSession, old: Uint8Array | null): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM session WHERE hash = ?').bind(old),
    db
      .prepare('INSERT INTO session(hash, person, issuer, subject, expires) VALUES (?, ?, ?, ?, ?)')
      .bind(session.hash, session.person, session.issuer, session.subject, session.expires),
  ]);
}

/** Who a session belongs to: nobody once it has expired or the person is inactive. */
export function findSession(db: D1Database, hash: Uint8Array, issuer: string, now: number): Promise<Asker | null> {
  return db
    .prepare(
      `SELECT s.person, s.issuer, s.subject, p.team FROM session s JOIN person p ON p.id = s.person AND p.active = 1
       WHERE s.hash = ? AND s.issuer = ? AND s.expires > ?`,
    )
    .bind(hash, issuer, now)
    .first<Asker>();
}

export async function dropSession(db: D1Database, hash: Uint8Array): Promise<void> {
  await db.prepare('DELETE FROM session WHERE hash = ?').bind(hash).run();
}

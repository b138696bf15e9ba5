// The broker's codes and refresh tokens, by hash. Each change is one transaction, so two at once cannot both win.
import type { Asker } from '../env.ts';

export interface NewCode {
  hash: Uint8Array;
  asker: Asker;
  challenge: string;
  redirectUri: string;
  expires: number;
}

export async function saveCode(
  db: D1Database,
  { hash, asker, challenge, redirectUri, expires }: NewCode,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO connect_code(hash, person, issuer, subject, challenge, redirect_uri, expires)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(hash, asker.person, asker.issuer, asker.subject, challenge, redirectUri, expires)
    .run();
}

/** A refresh token about to be given out. Times in ms since 1970. */
export interface NewToken {
  hash: Uint8Array;
  expires: number;
  now: number;
  /** Of the identity provider in use: what was given out under another one is void. */
  issuer: string;
}

export interface Redemption {
  code: Uint8Array;
  challenge: string;
  redirectUri: string;
  family: { id: Uint8Array; expires: number };
  token: NewToken;
}

/** Uses a code up and starts a family with its first token. Null, and the family it had started revoked, where it does not hold. */
export async function redeemCode(
  db: D1Database,
  { code, challenge, redirectUri, family, token }: Redemption,
): Promise<Asker | null> {
  const results = await db.batch<Asker>([
    // A code that comes again has been seen by somebody else: what it began is not to be trusted.
    db
      .prepare('UPDATE refresh_family SET revoked = 1 WHERE id = (SELECT family FROM connect_code WHERE hash = ?)')
      .bind(code),
    db
      .prepare(
        `UPDATE connect_code SET family = ?2 WHERE hash = ?1 AND family IS NULL AND expires > ?3 AND challenge = ?4
         AND redirect_uri = ?5 AND issuer = ?6 AND person IN (SELECT id FROM person WHERE active = 1)`,
      )
      .bind(code, family.id, token.now, challenge, redirectUri, token.issuer),
    db
      .prepare(
        `INSERT INTO refresh_family(id, person, issuer, subject, expires)
         SELECT family, person, issuer, subject, ?3 FROM connect_code WHERE hash = ?1 AND family = ?2`,
      )
      .bind(code, family.id, family.expires),
    db
      .prepare(`INSERT INTO refresh_token(hash, family, expires) SELECT ?2, id, ?3 FROM refresh_family WHERE id = ?1`)
      .bind(family.id, token.hash, token.expires),
    ownerOf(db, token.hash),
  ]);
  return results.at(-1)?.results[0] ?? null;
}

export interface Rotation {
  old: Uint8Array;
  token: NewToken;
  /** A used token is good again until this long after its first use. ms */
  grace: number;
  /** How long a used token is remembered, so that its replay is noticed. ms */
  remember: number;
}

/**
 * Uses a refresh token up and puts `token` in its place. A token used before is good again within the grace (its answer may
 * have been lost), unless its successor was used meanwhile; anything else that comes twice revokes the family. At most one
 * token of a family is unused at any time, so a thief and the owner cannot both go on.
 */
export async function rotateToken(db: D1Database, { old, token, grace, remember }: Rotation): Promise<Asker | null> {
  const results = await db.batch<Asker>([
    db
      .prepare(
        `UPDATE refresh_token SET used = ?2, expires = ?3 WHERE hash = ?1 AND used IS NULL AND expires > ?2
         AND family IN (SELECT f.id FROM refresh_family f JOIN person p ON p.id = f.person AND p.active = 1
                        WHERE f.revoked = 0 AND f.expires > ?2 AND f.issuer = ?4)`,
      )
      .bind(old, token.now, token.now + remember, token.issuer),
    db
      .prepare(
        `UPDATE refresh_family SET revoked = 1 WHERE id = (SELECT t.family FROM refresh_token t WHERE t.hash = ?1 AND
         (t.used <= ?2 OR EXISTS (SELECT 1 FROM refresh_token c WHERE c.family = t.family AND c.used > t.used)))`,
      )
      .bind(old, token.now - grace),
    // What was given out for the same token before is void: whoever presents it (used = 0 is long ago) is not its only holder.
    db
      .prepare(
        `UPDATE refresh_token SET used = 0 WHERE used IS NULL AND family =
         (SELECT family FROM refresh_token WHERE hash = ?1 AND used > ?2)`,
      )
      .bind(old, token.now - grace),
    db
      .prepare(
        `INSERT INTO refresh_token(hash, family, expires) SELECT ?2, t.family, ?3 FROM refresh_token t
         JOIN refresh_family f ON f.id = t.family AND f.revoked = 0 AND f.expires > ?4 AND f.issuer = ?6
         JOIN person p ON p.id = f.person AND p.active = 1 WHERE t.hash = ?1 AND t.used > ?5`,
      )
      .bind(old, token.hash, token.expires, token.now, token.now - grace, token.issuer),
    ownerOf(db, token.hash),
  ]);
  return results.at(-1)?.results[0] ?? null;
}

/** Ends the sign-in that a refresh token, used or not, belongs to. */
export async function revokeFamily(db: D1Database, token: Uint8Array): Promise<void> {
  await db
    .prepare('UPDATE refresh_family SET revoked = 1 WHERE id = (SELECT family FROM refresh_token WHERE hash = ?)')
    .bind(token)
    .run();
}

/** Ends everything a person is signed in with: families, codes on their way, sessions of the pages. */
export async function revokePerson(db: D1Database, person: number): Promise<void> {
  await db.batch([
    db.prepare('UPDATE refresh_family SET revoked = 1 WHERE person = ?').bind(person),
    db.prepare('DELETE FROM connect_code WHERE person = ?').bind(person),
    db.prepare('DELETE FROM session WHERE person = ?').bind(person),
  ]);
}

/** Removes what no longer opens anything. Used codes and tokens stay for a while, so that their replay is noticed. */
export async function forgetExpired(db: D1Database, now: number, remember: number): Promise<void> {
  const dead = 'SELECT id FROM refresh_family WHERE revoked = 1 OR expires <= ?1';
  await db.batch([
    db.prepare('DELETE FROM connect_code WHERE expires <= ?').bind(now - remember),
    db.prepare(`DELETE FROM refresh_token WHERE expires <= ?1 OR family IN (${dead})`).bind(now),
    db.prepare('DELETE FROM refresh_family WHERE id NOT IN (SELECT family FROM refresh_token)'),
    db.prepare('DELETE FROM session WHERE expires <= ?').bind(now),
  ]);
}

function ownerOf(db: D1Database, token: Uint8Array): D1PreparedStatement {
  return db
    .prepare(
      `SELECT f.person, f.issuer, f.subject, p.team FROM refresh_token t JOIN refresh_family f ON f.id = t.family
       JOIN person p ON p.id = f.person WHERE t.hash = ?`,
    )
    .bind(token);
}

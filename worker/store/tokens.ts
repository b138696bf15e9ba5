// The broker's codes and refresh tokens, by hash. Each change is one transaction, so two at once cannot both win.
import type { Asker } from '../env.ts';

export interface NewCode {
  hash: Uint8Array;
  person: number;
  /** The identity provider in use. */
  issuer: string;
  challenge: string;
  redirectUri: string;
  /** When its row may go. ms since 1970 */
  forget: number;
}

export async function saveCode(
  db: D1Database,
  { hash, person, issuer, challenge, redirectUri, forget }: NewCode,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO connect_code(hash, person, issuer, challenge, redirect_uri, expires)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .bind(hash, person, issuer, challenge, redirectUri, forget)
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
  /** Its time is over: that it comes is still noticed. */
  late: boolean;
  challenge: string;
  redirectUri: string;
  family: { id: Uint8Array; expires: number };
  token: NewToken;
}

/** Uses a code up and starts a family with its first token. Null, and the family it had started revoked, where it does not hold. */
export async function redeemCode(
  db: D1Database,
  { code, late, challenge, redirectUri, family, token }: Redemption,
): Promise<Asker | null> {
  const results = await db.batch<Asker>([
    // A code that comes again has been seen by somebody else: what it began is not to be trusted.
    db
      .prepare('UPDATE refresh_family SET revoked = 1 WHERE id = (SELECT family FROM connect_code WHERE hash = ?)')
      .bind(code),
    db
      .prepare(
        `UPDATE connect_code SET family = ?2 WHERE hash = ?1 AND family IS NULL AND ?3 = 0 AND challenge = ?4
         AND redirect_uri = ?5 AND issuer = ?6 AND person IN (SELECT id FROM person WHERE active = 1)`,
      )
      .bind(code, family.id, Number(late), challenge, redirectUri, token.issuer),
    db
      .prepare(
        `INSERT INTO refresh_family(id, person, issuer, expires)
         SELECT family, person, issuer, ?3 FROM connect_code WHERE hash = ?1 AND family = ?2`,
      )
      .bind(code, family.id, family.expires),
    db
      .prepare(
        `INSERT INTO refresh_token(hash, family, step, expires) SELECT ?2, id, 0, ?3 FROM refresh_family WHERE id = ?1`,
      )
      .bind(family.id, token.hash, token.expires),
    ownerOf(db, token.hash),
  ]);
  return results.at(-1)?.results[0] ?? null;
}

export interface Rotation {
  old: Uint8Array;
  /** What a token leaves that is used now, and what it may have left to be good again: hexadecimal, made with the token itself. */
  use: { now: string; recent: readonly string[] };
  token: NewToken;
  /** Until when a used token is remembered, so that its replay is noticed. ms since 1970 */
  remember: number;
}

/**
 * Uses a refresh token up and puts `token` in its place. A token used before is good again within the grace (its answer may
 * have been lost), unless its successor was used meanwhile; anything else that comes twice revokes the family. At most one
 * token of a family is unused at any time, so a thief and the owner cannot both go on.
 */
export async function rotateToken(db: D1Database, { old, use, token, remember }: Rotation): Promise<Asker | null> {
  const recent = JSON.stringify(use.recent);
  const results = await db.batch<Asker>([
    db
      .prepare(
        `UPDATE refresh_token SET used = unhex(?5), expires = ?3 WHERE hash = ?1 AND used IS NULL AND expires > ?2
         AND family IN (SELECT f.id FROM refresh_family f JOIN person p ON p.id = f.person AND p.active = 1
                        WHERE f.revoked = 0 AND f.expires > ?2 AND f.issuer = ?4)`,
      )
      .bind(old, token.now, remember, token.issuer, use.now),
    db
      .prepare(
        `UPDATE refresh_family SET revoked = 1 WHERE id = (SELECT t.family FROM refresh_token t WHERE t.hash = ?1 AND
         (t.used NOT IN ${RECENT}
          OR EXISTS (SELECT 1 FROM refresh_token c WHERE c.family = t.family AND c.step > t.step AND c.used <> x'')))`,
      )
      .bind(old, recent),
    // What was given out for the same token before is void: whoever presents it is not its only holder.
    db
      .prepare(
        `UPDATE refresh_token SET used = x'' WHERE used IS NULL AND family =
         (SELECT family FROM refresh_token WHERE hash = ?1 AND used IN ${RECENT})`,
      )
      .bind(old, recent),
    db
      .prepare(
        `INSERT INTO refresh_token(hash, family, step, expires) SELECT ?3, t.family, t.step + 1, ?4 FROM refresh_token t
         JOIN refresh_family f ON f.id = t.family AND f.revoked = 0 AND f.expires > ?5 AND f.issuer = ?6
         JOIN person p ON p.id = f.person AND p.active = 1 WHERE t.hash = ?1 AND t.used IN ${RECENT}`,
      )
      .bind(old, recent, token.hash, token.expires, token.now, token.issuer),
    ownerOf(db, token.hash),
  ]);
  return results.at(-1)?.results[0] ?? null;
}

const RECENT = '(SELECT unhex(value) FROM json_each(?2))';

/** Ends the sign-in that a refresh token, used or not, belongs to. */
export async function revokeFamily(db: D1Database, token: Uint8Array): Promise<void> {
  await db
    .prepare('UPDATE refresh_family SET revoked = 1 WHERE id = (SELECT family FROM refresh_token WHERE hash = ?)')
    .bind(token)
    .run();
}

/**
 * Ends everything a person is signed in with: families, codes on their way, sessions of the pages. From now on a browser gets in only
 * after they have signed in anew in it.
 */
export async function revokePerson(db: D1Database, person: number): Promise<void> {
  await db.batch([
    db.prepare('UPDATE refresh_family SET revoked = 1 WHERE person = ?').bind(person),
    db.prepare('DELETE FROM connect_code WHERE person = ?').bind(person),
    db.prepare('DELETE FROM session WHERE person = ?').bind(person),
    db
      .prepare(
        `INSERT INTO signed_out(person, mark) VALUES (?, randomblob(16)) ON CONFLICT DO UPDATE SET mark = excluded.mark`,
      )
      .bind(person),
  ]);
}

/** Removes what no longer opens anything. Used codes and tokens stay for a while, so that their replay is noticed. */
export async function forgetExpired(db: D1Database, now: number): Promise<void> {
  const dead = 'SELECT id FROM refresh_family WHERE revoked = 1 OR expires <= ?1';
  await db.batch([
    db.prepare('DELETE FROM connect_code WHERE expires <= ?').bind(now),
    db.prepare(`DELETE FROM refresh_token WHERE expires <= ?1 OR family IN (${dead})`).bind(now),
    db.prepare('DELETE FROM refresh_family WHERE id NOT IN (SELECT family FROM refresh_token)'),
    db.prepare('DELETE FROM session WHERE expires <= ?').bind(now),
  ]);
}

function ownerOf(db: D1Database, token: Uint8Array): D1PreparedStatement {
  return db
    .prepare(
      `SELECT f.person, n.issuer, n.subject, p.team FROM refresh_token t JOIN refresh_family f ON f.id = t.family
       JOIN person p ON p.id = f.person JOIN rater_name n ON n.person = f.person WHERE t.hash = ?`,
    )
    .bind(token);
}

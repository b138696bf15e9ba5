// People as they are known to sign-in and to their own extension: by (issuer, subject), once by address.
import type { ConfigTeam } from '../../shared/api/schemas.ts';
import type { Asker } from '../env.ts';

/** The active person of an identity, by the name they rate under, or null. */
export function findPerson(db: D1Database, issuer: string, subject: string): Promise<Asker | null> {
  return db
    .prepare(
      `SELECT i.person, n.issuer, n.subject, p.team FROM identity i JOIN person p ON p.id = i.person AND p.active = 1
       JOIN rater_name n ON n.person = i.person WHERE i.issuer = ? AND i.subject = ?`,
    )
    .bind(issuer, subject)
    .first<Asker>();
}

/**
 * Links an identity to the active person of an address. Does nothing if the identity is linked already, or if the person has
 * another one at the same issuer: an address that changed hands must not open its former owner's account, and two subjects of
 * one person would be two raters. Who is linked for the first time, whether here or by the company, rates under that name from then
 * on, whatever identity provider comes later. An address that two people have, but for its capitals, is nobody's.
 */
export async function linkPerson(db: D1Database, issuer: string, subject: string, email: string | null): Promise<void> {
  await db.batch([
    db
      .prepare(
        `INSERT INTO identity(issuer, subject, person) SELECT ?1, ?2, max(id) FROM person
         WHERE lower(email) = lower(?3) AND active = 1 HAVING count(*) = 1 ON CONFLICT DO NOTHING`,
      )
      .bind(issuer, subject, email),
    db
      .prepare(
        `INSERT INTO rater_name(person, issuer, subject) SELECT person, issuer, subject FROM identity
         WHERE issuer = ? AND subject = ? ON CONFLICT DO NOTHING`,
      )
      .bind(issuer, subject),
  ]);
}

/** What stands for the last time a person signed out everywhere: 16 random bytes, hexadecimal; null where they never did. */
export function readSignedOut(db: D1Database, person: number): Promise<string | null> {
  return db.prepare('SELECT hex(mark) mark FROM signed_out WHERE person = ?').bind(person).first<string>('mark');
}

export interface Person {
  name: string;
  email: string;
  team: number;
}

export function readPerson(db: D1Database, person: number): Promise<Person | null> {
  return db.prepare('SELECT name, email, team FROM person WHERE id = ? AND active = 1').bind(person).first<Person>();
}

/** Every team, by id. */
export async function readTeams(db: D1Database): Promise<ConfigTeam[]> {
  const { results } = await db
    .prepare(
      `WITH answering AS (
         SELECT t.rated_as AS id FROM team t
         WHERE t.id IN (SELECT team FROM person WHERE active = 1 UNION SELECT team FROM account))
       SELECT id, parent, name, name_vi AS nameVi, rated_as AS ratedAs, id IN answering AS answers FROM team ORDER BY id`,
    )
    .all<Omit<ConfigTeam, 'answers'> & { answers: number }>();
  return results.map((team) => ({ ...team, answers: team.answers === 1 }));
}

// From what the identity provider vouches for to a person of the company: by (issuer, subject), and by address only once.
import type { Asker } from '../env.ts';
import { findPerson, linkPerson } from '../store/people.ts';

/** The person, or null: not in the directory, inactive, or without a verified address at the first sign-in. */
export async function recognise(
  db: D1Database,
  who: { issuer: string; subject: string; email: string | null },
): Promise<Asker | null> {
  const person = await findPerson(db, who.issuer, who.subject);
  if (person) return person;
  await linkPerson(db, who.issuer, who.subject, who.email);
  return findPerson(db, who.issuer, who.subject);
}

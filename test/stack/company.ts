// Puts the demo company into the worker's database: teams, people, roles and accounts, as a roll-out would.
import { accounts, people, roles, teams } from './acme.ts';
import type { Database } from './worker.ts';

export async function insertCompany(db: Database): Promise<void> {
  const team = db.prepare('INSERT INTO team(id, parent, name, name_vi, rated_as) VALUES (?1, ?2, ?3, ?4, ?1)');
  const person = db.prepare('INSERT INTO person(id, email, name, team) VALUES (?1, ?2, ?3, ?4)');
  const role = db.prepare('INSERT INTO role(person, role, team) VALUES (?1, ?2, ?3)');
  const account = db.prepare('INSERT INTO account(kind, id, team) VALUES (?1, ?2, ?3)');
  await db.batch([
    ...teams.map((one) => team.bind(one.id, one.parent, one.name, one.nameVi)),
    ...people.map((one) => person.bind(one.id, one.email, one.name, one.team)),
    ...roles.map((one) => role.bind(one.person, one.role, one.team)),
    ...accounts.map((one) => account.bind(one.kind, one.id, one.team)),
  ]);
}

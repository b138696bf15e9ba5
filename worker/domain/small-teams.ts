// A team of one or two people is rated as the one above it: its figures would be figures of persons (PRIVACY.md, R8).

/** The fewest people who are rated as a team. */
const LEAST = 3;

export interface SizedTeam {
  id: number;
  parent: number | null;
  /** As which team the company wants it rated; itself, or one that it has joined it to. */
  wanted: number;
  /** Active people who belong to it, not counting those of teams below. */
  people: number;
}

/**
 * As which team each is rated. A group to which nobody belongs stays as it is: nobody is shown by it. What is at the top stays
 * as well, there is nothing above it.
 */
export function rateSmallAsParent(teams: readonly SizedTeam[]): Map<number, number> {
  const parents = new Map(teams.map(({ id, parent }) => [id, parent]));
  const ratedAs = new Map(teams.map(({ id, wanted }) => [id, wanted]));
  const above = (id: number) => {
    const parent = parents.get(id) ?? null;
    return parent === null ? null : (ratedAs.get(parent) ?? parent);
  };
  // From the bottom: what joins a team from below may make it large enough.
  const fromBelow = teams.toSorted((a, b) => depth(b.id, parents) - depth(a.id, parents));
  for (const { id } of fromBelow) {
    const people = teams.reduce((sum, team) => sum + (ratedAs.get(team.id) === id ? team.people : 0), 0);
    const joins = above(id);
    if (people === 0 || people >= LEAST || joins === null || joins === id) continue;
    for (const [team, as] of ratedAs) if (as === id) ratedAs.set(team, joins);
  }
  return ratedAs;
}

function depth(id: number, parents: ReadonlyMap<number, number | null>): number {
  let steps = 0;
  for (let at = parents.get(id) ?? null; at !== null && steps < parents.size; at = parents.get(at) ?? null) steps += 1;
  return steps;
}

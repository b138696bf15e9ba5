// The tree of teams: who belongs to whom, whose figures a group adds up.
import type { Language } from '../../shared/words.ts';
import type { TeamRow } from '../store/figures.ts';

export interface Tree {
  team(id: number): TeamRow | null;
  /** The team that the whole company hangs on; null where several stand at the top. */
  root: TeamRow | null;
  /** A team's parts that are rated on their own, in the order of their names. */
  parts(id: number): TeamRow[];
  /** The team and everything below it. */
  subtree(id: number): TeamRow[];
  /** From the top down to the team's parent. */
  ancestors(id: number): TeamRow[];
  /** Rated on their own, with no rated team below: what is compared with each other. */
  leaves: TeamRow[];
  /** Between the root and the leaves. */
  groups: TeamRow[];
}

export function treeOf(rows: readonly TeamRow[]): Tree {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const below = Map.groupBy(rows, ({ parent }) => parent);
  const tops = rows.filter(({ parent }) => parent === null || !byId.has(parent));
  const root = tops.length === 1 && tops[0] && below.has(tops[0].id) ? tops[0] : null;
  const parts = (id: number) => (below.get(id) ?? []).filter(isRated);
  const rated = rows.filter((row) => isRated(row) && row !== root);
  return {
    team: (id) => byId.get(id) ?? null,
    root,
    parts,
    subtree: (id) => subtree(id),
    ancestors,
    leaves: rated.filter(({ id }) => parts(id).length === 0),
    groups: rated.filter(({ id }) => parts(id).length > 0),
  };

  // Both go on with what they have not met yet: the database does not keep teams from standing above each other in a ring.
  function subtree(id: number, met = new Set<number>()): TeamRow[] {
    const own = byId.get(id);
    if (!own || met.has(id)) return [];
    met.add(id);
    return [own, ...(below.get(id) ?? []).flatMap((child) => subtree(child.id, met))];
  }

  function ancestors(id: number): TeamRow[] {
    const above = new Set<TeamRow>();
    for (let at = parentOf(id); at && at.id !== id && !above.has(at); at = parentOf(at.id)) above.add(at);
    return [...above].reverse();
  }

  function parentOf(id: number): TeamRow | null {
    return byId.get(byId.get(id)?.parent ?? 0) ?? null;
  }
}

/** A team of fewer than three people is rated as another. */
export const isRated = ({ id, ratedAs }: TeamRow) => id === ratedAs;

export const nameOf = ({ name, nameVi }: TeamRow, language: Language) => (language === 'vi' && nameVi) || name;

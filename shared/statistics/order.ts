// The order of a list of teams: by a share drawn towards the company's, the more the fewer voices a team has. Never shown as a figure.
import type { Voices } from './interval.ts';

/** What the shrinking draws towards (p0: what those on the list say together) and how strongly (kappa, in voices). */
export interface Pull {
  p0: number;
  kappa: number;
}

const KAPPA_LEAST = 8;
/** Also before a quarter has closed: nothing is known yet of how much teams differ. */
export const KAPPA_MOST = 100;

/** p0: the share of all voices; one half where there are none. */
export function together(teams: readonly Voices[]): number {
  const n = teams.reduce((sum, team) => sum + team.n, 0);
  return n === 0 ? 0.5 : teams.reduce((sum, team) => sum + team.satisfied, 0) / n;
}

/**
 * kappa by the method of moments for beta-binomial shares of unequal sizes (Kleinman 1973, JASA 68), clipped to 8..100; teams that do
 * not differ more than chance would make them are drawn together as strongly as allowed. Worked out once, from the voices of a quarter
 * that closes, and fixed for the next.
 */
export function strength(teams: readonly Voices[], deff = 1): number {
  const heard = teams.filter((team) => team.n > 0).map((team) => ({ n: team.n / deff, p: team.satisfied / team.n }));
  const n = heard.reduce((sum, team) => sum + team.n, 0);
  if (n === 0) return KAPPA_MOST;
  const p0 = together(teams);
  const spread = heard.reduce((sum, team) => sum + team.n * (team.p - p0) ** 2, 0);
  const freedom = heard.length - 1;
  const sizes = n - heard.reduce((sum, team) => sum + team.n * team.n, 0) / n - freedom;
  const chance = p0 * (1 - p0);
  const rho = chance > 0 && sizes > 0 ? (spread / chance - freedom) / sizes : 0;
  const kappa = rho > 0 ? 1 / rho - 1 : KAPPA_MOST;
  return Math.min(KAPPA_MOST, Math.max(KAPPA_LEAST, kappa));
}

/** (s + kappa p0) / (n + kappa), with s and n as effective voices: what a list is ordered by. */
export function shrunken({ n, satisfied }: Voices, { p0, kappa }: Pull, deff = 1): number {
  return (satisfied / deff + kappa * p0) / (n / deff + kappa);
}

// The design effect: by how much voices of the same people count for less than voices of strangers.

/**
 * What one team contributes. A rater with m voices for the team, s of them satisfied, adds 1 to `raters`, m to `voices`, s to
 * `satisfied`, m * m to `voicesSquared` and s * s / m to `satisfiedSquared`.
 */
export interface Clusters {
  raters: number;
  voices: number;
  satisfied: number;
  voicesSquared: number;
  satisfiedSquared: number;
}

/**
 * deff = 1 + (sum m^2 / sum m - 1) rho (Kish 1965), rounded to 0.1, where m is the number of voices of one rater for one team and rho
 * the intraclass correlation of "satisfied", by one-way ANOVA of raters within teams (Donner 1986), clipped to 0..1. One number for a
 * company and a closed quarter; 1 where nothing can be said.
 */
export function designEffect(teams: readonly Clusters[]): number {
  let voices = 0;
  let voicesSquared = 0;
  let between = 0;
  let betweenFreedom = 0;
  let within = 0;
  let withinFreedom = 0;
  let sizes = 0;
  for (const team of teams) {
    if (team.voices === 0) continue;
    voices += team.voices;
    voicesSquared += team.voicesSquared;
    between += team.satisfiedSquared - (team.satisfied * team.satisfied) / team.voices;
    betweenFreedom += team.raters - 1;
    within += team.satisfied - team.satisfiedSquared;
    withinFreedom += team.voices - team.raters;
    sizes += team.voices - team.voicesSquared / team.voices;
  }
  if (betweenFreedom <= 0 || withinFreedom <= 0) return 1;
  const meanBetween = between / betweenFreedom;
  const meanWithin = within / withinFreedom;
  const size = sizes / betweenFreedom;
  const total = meanBetween + (size - 1) * meanWithin;
  const rho = total > 0 ? Math.min(1, Math.max(0, (meanBetween - meanWithin) / total)) : 0;
  return Math.round((1 + (voicesSquared / voices - 1) * rho) * 10) / 10;
}

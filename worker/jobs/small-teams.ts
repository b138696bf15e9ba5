// Keeps every team that is rated large enough, as people come and go. What was rated before stays where it was given.
import { rateSmallAsParent } from '../domain/small-teams.ts';
import type { Env } from '../env.ts';
import { readSizes, setRatedAs } from '../store/teams.ts';

export async function joinSmallTeams(env: Env): Promise<void> {
  const teams = await readSizes(env.DB);
  const ratedAs = rateSmallAsParent(teams);
  await setRatedAs(
    env.DB,
    teams.flatMap(({ id, wanted, now }) => {
      const as = ratedAs.get(id) ?? wanted;
      return as === now ? [] : [{ id, as, wanted }];
    }),
  );
}

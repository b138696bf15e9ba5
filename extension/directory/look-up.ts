// Which team an account answers for, from the packed file as it is: nothing is unpacked and no address is kept.
import type { ConfigResponse } from '../../shared/api/schemas.ts';
import { hashAccount } from '../../shared/directory/format.ts';
import { openDirectory } from '../../shared/directory/open.ts';
import type { AccountKind, Language } from '../../shared/words.ts';
import type { Account } from '../protocol.ts';
import { accountKey } from '../sites/teams.ts';

/** Every account that the directory knows, by `accountKey`, with the team that is rated for it; and which sections there are. */
export async function teamsOf(
  accounts: readonly Account[],
  directory: Uint8Array,
  config: ConfigResponse,
): Promise<{ teams: Map<string, number>; held: AccountKind[] }> {
  const sections = openDirectory(directory);
  const unique = new Map(accounts.map((account) => [accountKey(account), account]));
  const teams = new Map<string, number>();
  for (const [key, { kind, id }] of unique) {
    const section = sections?.get(kind);
    const team = section?.find(await hashAccount(section.salt, kind, id));
    if (team != null) teams.set(key, ratedAs(config, team));
  }
  return { teams, held: [...(sections?.keys() ?? [])] };
}

/** A team of fewer than three people is rated as its parent. */
export function ratedAs(config: ConfigResponse, team: number): number {
  return config.teams.find(({ id }) => id === team)?.ratedAs ?? team;
}

export function teamName(config: ConfigResponse, team: number, language: Language): string {
  const found = config.teams.find(({ id }) => id === team);
  return (language === 'vi' ? found?.nameVi : null) ?? found?.name ?? '?';
}

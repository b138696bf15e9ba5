// Looks up on this machine who the people of a conversation are: the directory, then what the user said of them.
import type { AccountKind } from '../../shared/words.ts';
import { ownedBy } from '../account/account.ts';
import type { SignedIn, Known as Stored } from '../database.ts';
import { answererKey, toldOf } from '../directory/answerers.ts';
import { ratedAs, teamsOf } from '../directory/look-up.ts';
import type { Account, SeenConversation } from '../protocol.ts';
import { accountsOf, authorKey, type Known } from '../sites/teams.ts';

interface Resolved extends Known {
  /** What the answers of the user are kept under, by `authorKey`. */
  keys: ReadonlyMap<string, string>;
  /** Kinds of account that stand here and that the company listed, but that this browser has not fetched. */
  missing: AccountKind[];
}

export async function resolve(
  account: SignedIn,
  { config, directory }: Stored,
  conversation: SeenConversation,
  host: string,
): Promise<Resolved> {
  const everybody = everybodyIn(conversation);
  const { teams, held } = await teamsOf(everybody, directory, config);
  const keys = await keysOf(account, conversation, host);
  const told = await toldOf(ownedBy(account), [...keys.values()]);
  const kinds = new Set(everybody.map(({ kind }) => kind));
  return {
    teams,
    told: new Map(
      [...keys].flatMap(([author, key]) => {
        const team = told.get(key);
        return team === undefined ? [] : [[author, team === null ? null : ratedAs(config, team)]];
      }),
    ),
    keys,
    missing: [...kinds].filter((kind) => config.directoryKinds.includes(kind) && !held.includes(kind)),
  };
}

/** On mail nothing is asked, so nothing is remembered. */
async function keysOf(account: SignedIn, conversation: SeenConversation, host: string): Promise<Map<string, string>> {
  if (conversation.kind === 'mail') return new Map();
  const authors = new Set(conversation.messages.flatMap((message) => authorKey(message, conversation) ?? []));
  const keys = [...authors].map(async (author) => [author, await answererKey(account, host, author)] as const);
  return new Map(await Promise.all(keys));
}

function everybodyIn(conversation: SeenConversation): Account[] {
  const { self, messages } = conversation;
  const accounts = messages.flatMap((message) => [...accountsOf(message, conversation), ...message.recipients]);
  return self ? [self, ...accounts] : accounts;
}

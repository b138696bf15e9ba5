// The sign-in as it is kept on disk, one per server.
import type { TokenResponse } from '../../shared/api/schemas.ts';
import { type Account, database, type SignedIn } from '../database.ts';
import { type Owner, ownerOf } from '../outbox/entry.ts';
import { importSecret } from './conversation-key.ts';

export async function accountAt(server: string): Promise<Account | undefined> {
  return (await database()).get('accounts', server);
}

export async function signedIn(server: string): Promise<SignedIn | null> {
  const account = await accountAt(server);
  return account?.kind === 'in' ? account : null;
}

export const ownedBy = ({ server, account }: SignedIn): Owner => ownerOf(server, account);

export async function keepAccount(server: string, token: TokenResponse): Promise<SignedIn> {
  const { account, refreshToken, conversationSecret } = token;
  const kept: SignedIn = {
    server,
    kind: 'in',
    account,
    refreshToken,
    conversationSecret: await importSecret(conversationSecret),
  };
  await put(kept);
  return kept;
}

/** The server ended the sign-in: clicks are still kept under the account. */
export async function dropRefreshToken(server: string, refused: string): Promise<void> {
  const change = (await database()).transaction('accounts', 'readwrite', { durability: 'strict' });
  const account = await change.store.get(server);
  if (account?.kind === 'in' && account.refreshToken === refused)
    await change.store.put({ ...account, refreshToken: null });
  await change.done;
}

export const dropAccount = (server: string): Promise<void> => put({ server, kind: 'out' });

async function put(account: Account): Promise<void> {
  const change = (await database()).transaction('accounts', 'readwrite', { durability: 'strict' });
  await Promise.all([change.store.put(account), change.done]);
}

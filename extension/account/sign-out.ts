// Ends a sign-in here, or everywhere, and forgets what this browser knew through it. What waits to be sent stays, for its account only.
import { createClient } from '../../shared/api/client.ts';
import type { SignedIn } from '../database.ts';
import { forgetAnswerers } from '../directory/answerers.ts';
import { forgetRated } from '../directory/last-rated.ts';
import { forgetKnown } from '../directory/refresh.ts';
import { forgetWishes } from '../directory/wishes.ts';
import { forget } from '../outbox/memory.ts';
import type { Requests } from '../protocol.ts';
import { access, letGo } from './access.ts';
import { dropAccount, ownedBy, signedIn } from './account.ts';

/** Signing out here works without a network too; everywhere is a promise about other devices, so there the server must have heard it. */
export async function signOut(server: string, everywhere: boolean): Promise<Requests['signOut']['answer']> {
  const account = await signedIn(server);
  if (!account) return { ok: true };
  if (!(await tell(account, everywhere)) && everywhere) return { ok: false, why: 'offline' };

  // Not while a renewal is on its way, which would bring the account back.
  await navigator.locks.request('hearback-token', async () => {
    await dropAccount(server);
    await letGo();
  });
  await forget(ownedBy(account));
  await forgetAnswerers(ownedBy(account));
  await forgetRated(ownedBy(account));
  await forgetWishes(ownedBy(account));
  await forgetKnown(ownedBy(account));
  return { ok: true };
}

async function tell({ server, refreshToken }: SignedIn, everywhere: boolean): Promise<boolean> {
  const client = createClient(server, (...request) => fetch(...request));
  if (everywhere) {
    const token = await access(server);
    return (
      token.kind === 'token' && (await client('signOut', { token: token.token, body: { everywhere } })).kind === 'ok'
    );
  }
  return refreshToken !== null && (await client('signOut', { body: { refreshToken } })).kind === 'ok';
}

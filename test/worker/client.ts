// The extension's own client, whose network is the worker, and the token of somebody who signed in to the extension.
import { env } from 'cloudflare:test';
import { createClient } from '../../shared/api/client.ts';
import type { createWorld } from './acme.ts';
import { codeGrant, fetchCode, post, tokensIn } from './extension.ts';
import type { Account } from './issuer.ts';

type World = Awaited<ReturnType<typeof createWorld>>;

/** workerd knows no `redirect: 'error'`; nothing here redirects. */
export const clientOf = ({ app }: World) =>
  createClient(env.ORIGIN, async (url, { redirect: _, ...init }) => app.request(url, init, env));

export async function accessTokenOf(world: World, account: Account): Promise<string> {
  const { browser } = await world.signIn(account);
  return (await tokensIn(await post(world.app, '/api/token', codeGrant(await fetchCode(browser))))).accessToken;
}

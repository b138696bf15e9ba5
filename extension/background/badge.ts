// The toolbar's badge asks for one thing only: to sign in. Never for something that could be rated.
import { accountAt } from '../account/account.ts';
import { server } from './server.ts';
import { words } from './words.ts';

export async function showBadge(): Promise<void> {
  const wanted = await wantsSignIn();
  await chrome.action.setBadgeBackgroundColor({ color: '#0b6a62' });
  await chrome.action.setBadgeText({ text: wanted ? '!' : '' });
  await chrome.action.setTitle({ title: wanted ? (await words()).badge : 'Hearback' });
}

/** Somebody who signed out on purpose is not asked again. */
async function wantsSignIn(): Promise<boolean> {
  const at = await server();
  if (!at) return false;
  const account = await accountAt(at.url);
  return account === undefined || (account.kind === 'in' && account.refreshToken === null);
}

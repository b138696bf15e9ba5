// The toolbar's badge asks for one thing only: to sign in. Never for something that could be rated.
import { server } from './server.ts';
import { wantsSignIn } from './silent.ts';
import { words } from './words.ts';

export async function showBadge(): Promise<void> {
  const at = await server();
  // Somebody who signed out on purpose is not asked again.
  const wanted = at !== null && (await wantsSignIn(at.url));
  await chrome.action.setBadgeBackgroundColor({ color: '#0b6a62' });
  await chrome.action.setBadgeText({ text: wanted ? '!' : '' });
  await chrome.action.setTitle({ title: wanted ? (await words()).badge : 'Hearback' });
}

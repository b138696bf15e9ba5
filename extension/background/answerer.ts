// "Which team answered?": opens the popup for the question, and keeps the answer.
import { ownedBy, signedIn } from '../account/account.ts';
import { rememberAnswerer } from '../directory/answerers.ts';
import type { Handlers } from './answer.ts';
import { tellRefresh } from './notices.ts';
import { seenIn } from './seen.ts';
import { server } from './server.ts';

export const choose: Handlers['choose'] = async ({ message }, from) => {
  if (from.kind !== 'page') return null;
  const asked = (await seenIn(from)).some(({ unknown }) => unknown?.message === message);
  return asked ? { opened: await openPopup(from.tab) } : null;
};

/** Not every browser has it, and none opens it on a window that is not in front. */
async function openPopup(tab: number): Promise<boolean> {
  try {
    const { windowId } = await chrome.tabs.get(tab);
    await chrome.action.openPopup({ windowId });
    return true;
  } catch {
    return false;
  }
}

export const answerer: Handlers['answerer'] = async ({ unknown: { tab, frame, conversation, message }, team }) => {
  const at = await server();
  const account = at && (await signedIn(at.url));
  const seen = (await seenIn({ tab, frame })).find((one) => one.conversation === conversation);
  if (!account || seen?.unknown?.message !== message) return null;
  await rememberAnswerer(ownedBy(account), seen.unknown.key, team);
  await tellRefresh();
  return { ok: true };
};

// Puts the script of a visit into a frame that asks for it: the loader there has found something to read, or stands under the
// address of a conversation.
import { namesConversation } from '../sites/signs.ts';
import type { Handlers } from './answer.ts';
import { waysOf } from './site.ts';

/** By the name that the build gives it. */
const SCRIPT = '/visit.js';

/** Whatever the frame says of itself, the script goes to where a description stands, and into the asking frame alone. */
export const visit: Handlers['visit'] = async ({ address }, from) => {
  if (from.kind !== 'page') return null;
  const ways = await waysOf(from);
  if (!ways || (address !== null && !namesConversation(address, [ways.site, ways.newer ?? ways.site]))) return null;
  // The frame may show another document by now. The script does nothing where no loader waits for it.
  const target = { tabId: from.tab, frameIds: [from.frame] };
  await chrome.scripting.executeScript({ target, files: [SCRIPT], injectImmediately: true });
  return { ok: true };
};

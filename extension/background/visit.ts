// Puts the script of a visit into a frame that asks for it: the loader there has found something to read, or stands under the
// address of a conversation.
import { namesConversation } from '../sites/signs.ts';
import type { Handlers } from './answer.ts';
import { waysOf } from './site.ts';

/** By the name that the build gives it. */
const SCRIPT = '/visit.js';

/** Whatever the frame says of itself, the script goes to where a description stands, and to the asking document alone. */
export const visit: Handlers['visit'] = async ({ address }, from) => {
  if (from.kind !== 'page') return null;
  const ways = await waysOf(from);
  if (!ways || (address !== null && !namesConversation(address, [ways.site, ways.newer ?? ways.site]))) return null;
  // Browsers that name no documents may put it into the frame's next one, where nobody waits for it: then nothing happens.
  const target = {
    tabId: from.tab,
    ...(from.document ? { documentIds: [from.document] } : { frameIds: [from.frame] }),
  };
  await chrome.scripting.executeScript({ target, files: [SCRIPT], injectImmediately: true });
  return { ok: true };
};

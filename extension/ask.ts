// How popup and options ask the background.
import type { Notice, RequestKind, Requests } from './protocol.ts';

/** null: it may not, or nobody is signed in any more. */
export async function ask<K extends RequestKind>(
  kind: K,
  what: Requests[K]['ask'],
): Promise<Requests[K]['answer'] | null> {
  return (await chrome.runtime.sendMessage({ kind, ...what })) ?? null;
}

/** Something that is shown may be different now. */
export function whenChanged(listener: () => void): void {
  // What content scripts ask the background for comes by here too.
  chrome.runtime.onMessage.addListener((message: Partial<Notice> | null) => {
    if (message?.kind === 'refresh') listener();
  });
}

// Takes a request from a page or from our own popup and options, and hands it to its handler.
import * as v from 'valibot';
import type { RequestKind, Requests } from '../protocol.ts';
import { HANDLERS } from './handlers.ts';
import { ASKS } from './requests.ts';

/** Who asks: a content script in a frame of a tab, or a page of the extension itself. */
type From = { kind: 'page'; tab: number; frame: number; url: string } | { kind: 'own' };

export type Handlers = {
  [K in RequestKind]: (ask: Requests[K]['ask'], from: From) => Promise<Requests[K]['answer'] | null>;
};

/** All that a page's content script may ask for. */
const FOR_PAGES: readonly RequestKind[] = ['site', 'visit', 'headers', 'unwell', 'offers', 'rate', 'choose'];

export async function answer(message: unknown, sender: chrome.runtime.MessageSender): Promise<unknown> {
  const from = whoAsks(sender);
  const kind = v.safeParse(v.object({ kind: v.picklist(Object.keys(ASKS) as RequestKind[]) }), message);
  if (!from || !kind.success || (from.kind === 'page' && !FOR_PAGES.includes(kind.output.kind))) return null;
  return handle(kind.output.kind, message, from);
}

async function handle<K extends RequestKind>(
  kind: K,
  message: unknown,
  from: From,
): Promise<Requests[K]['answer'] | null> {
  const ask = v.safeParse<v.GenericSchema<unknown, Requests[K]['ask']>>(ASKS[kind], message);
  const handlers: Handlers = HANDLERS;
  return ask.success ? handlers[kind](ask.output, from) : null;
}

function whoAsks({ id, url, tab, frameId }: chrome.runtime.MessageSender): From | null {
  if (id !== chrome.runtime.id || !url) return null;
  if (url.startsWith(chrome.runtime.getURL(''))) return { kind: 'own' };
  return tab?.id === undefined ? null : { kind: 'page', tab: tab.id, frame: frameId ?? 0, url };
}

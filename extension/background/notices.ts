// Tells rows and an open popup that something changed.
import type { Spot } from '../outbox/entry.ts';
import type { Notice, RowState } from '../protocol.ts';
import { everySeen, type Frame } from './seen.ts';

/** Every frame that shows the conversation hears the new state of the team's row, and so does the popup. */
export async function tellState(spot: Spot, state: RowState): Promise<void> {
  await tellRows(spot, state);
  tellOwn();
}

export async function tellRows({ conversation: conversationKey, team }: Spot, state: RowState): Promise<void> {
  for (const { at, seen } of await everySeen()) {
    for (const { site, conversation } of seen.filter((one) => one.conversationKey === conversationKey)) {
      send({ kind: 'state', place: { site, conversation, team }, state }, at);
    }
  }
}

/** Everybody asks for offers again. */
export async function tellRefresh(): Promise<void> {
  const notice: Notice = { kind: 'refresh' };
  // Frames that had nothing to read before may have now, so every tab is told; where no script of ours is, nobody hears it.
  for (const { id } of await chrome.tabs.query({})) {
    if (id !== undefined) chrome.tabs.sendMessage(id, notice).catch(() => {});
  }
  tellOwn();
}

/** Pages that somebody looks at and that showed a conversation ask for offers again; where one is gone, nobody hears it. */
export async function tellInSight(): Promise<void> {
  const notice: Notice = { kind: 'refresh' };
  const active = new Set((await chrome.tabs.query({ active: true })).map(({ id }) => id));
  const tabs = new Set((await everySeen()).map(({ at }) => at.tab).filter((tab) => active.has(tab)));
  for (const tab of tabs) chrome.tabs.sendMessage(tab, notice).catch(() => {});
}

/** An open popup asks for everything anew. */
export function tellOwn(): void {
  const notice: Notice = { kind: 'refresh' };
  // Mostly nobody is there: the popup closes at the first click outside.
  chrome.runtime.sendMessage(notice).catch(() => {});
}

function send(notice: Notice, { tab, frame }: Frame): void {
  // The tab may be gone or on its way elsewhere.
  chrome.tabs.sendMessage(tab, notice, { frameId: frame }).catch(() => {});
}

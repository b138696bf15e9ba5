// What was offered to which frame of which tab: what a page may rate, and what the popup shows. In memory of the browser's session only.
import * as v from 'valibot';
import { WAITS } from '../../shared/words.ts';

const Seen = v.object({
  /** ms since 1970, when it was last asked about. */
  at: v.number(),
  url: v.string(),
  /** The frame shows it no more. A click on a row that stood there is still good. */
  left: v.exactOptional(v.literal(true)),
  host: v.string(),
  site: v.string(),
  /** The site's own id; this and the address never get to the disk. */
  conversation: v.string(),
  conversationKey: v.string(),
  /** The message of which only the user can say which team wrote it; `key`: what the answer is kept under. */
  unknown: v.nullable(v.object({ message: v.string(), name: v.nullable(v.string()), key: v.string() })),
  rows: v.array(
    v.object({
      team: v.number(),
      message: v.string(),
      sentAt: v.nullable(v.number()),
      wait: v.nullable(v.picklist(WAITS)),
    }),
  ),
});
export type Seen = v.InferOutput<typeof Seen>;

export interface Frame {
  tab: number;
  frame: number;
}

/** A frame may show several conversations one after the other; a click on the row of an earlier one is still good. */
const REMEMBERED = 20;

const keyOf = ({ tab, frame }: Frame) => `seen ${tab} ${frame}`;
const parse = (stored: unknown): Seen[] => v.parse(v.fallback(v.array(Seen), []), stored);

/** Newest first. */
export async function seenIn(at: Frame): Promise<Seen[]> {
  const key = keyOf(at);
  return parse((await chrome.storage.session.get(key))[key]);
}

export async function note(at: Frame, seen: Seen): Promise<void> {
  const others = (await seenIn(at)).filter(
    ({ host, site, conversation }) => host === seen.host && (site !== seen.site || conversation !== seen.conversation),
  );
  await chrome.storage.session.set({ [keyOf(at)]: [seen, ...others].slice(0, REMEMBERED) });
}

export async function everySeen(): Promise<{ at: Frame; seen: Seen[] }[]> {
  const stored = await chrome.storage.session.get(null);
  return Object.entries(stored).flatMap(([key, value]) => {
    const [, tab, frame] = /^seen (\d+) (\d+)$/.exec(key) ?? [];
    return tab && frame ? [{ at: { tab: Number(tab), frame: Number(frame) }, seen: parse(value) }] : [];
  });
}

/** The frame shows no conversation now. */
export async function leave(at: Frame): Promise<void> {
  const [newest, ...others] = await seenIn(at);
  if (newest) await chrome.storage.session.set({ [keyOf(at)]: [{ ...newest, left: true }, ...others] });
}

/** A document of this address begins in the frame. Pages of another host must hear nothing of what was seen before. */
export async function forgetElsewhere(at: Frame, address: string): Promise<void> {
  const seen = await seenIn(at);
  const { host } = new URL(address);
  const here = seen.filter((one) => one.host === host);
  if (here.length < seen.length) await chrome.storage.session.set({ [keyOf(at)]: here });
  if (here[0] && here[0].url !== address) await leave(at);
}

export async function forgetTab(tab: number): Promise<void> {
  const keys = (await everySeen()).filter(({ at }) => at.tab === tab).map(({ at }) => keyOf(at));
  await chrome.storage.session.remove(keys);
}

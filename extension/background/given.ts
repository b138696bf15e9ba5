// The ratings that the popup lists: the last few, and all others that can still be changed or taken back.
import type { Owner } from '../outbox/entry.ts';
import type { Remembered } from '../outbox/history.ts';
import { given } from '../outbox/memory.ts';
import { askServer } from './ask-server.ts';

const LAST = 5;
/** Who wants to see all of them waits so long for the server, which may have counted some. */
const LISTEN_MS = 3_000;

const canChange = ({ outcome }: Remembered) => outcome.kind === 'waiting' || outcome.kind === 'saved';

interface Listed {
  /** Newest first. */
  last: Remembered[];
  rest: Remembered[];
}

/** @param all whether more than the last are shown: then the server is asked of them, too */
export async function ratingsGiven(owner: Owner, all: boolean): Promise<Listed> {
  const before = await listed(owner);
  const asking = askWhatBecame(all ? [...before.last, ...before.rest] : before.last);
  if (!all) return before;
  await Promise.race([asking, passed(LISTEN_MS)]);
  return listed(owner);
}

async function listed(owner: Owner): Promise<Listed> {
  const ratings = await given(owner);
  return { last: ratings.slice(0, LAST), rest: ratings.slice(LAST).filter(canChange) };
}

/** A release may have counted some meanwhile: those stay as they are. */
async function askWhatBecame(ratings: readonly Remembered[]): Promise<void> {
  const pending = ratings.filter(({ outcome }) => outcome.kind === 'saved');
  for (const [site, of] of Map.groupBy(pending, (one) => one.site)) {
    const spots = of.map(({ conversation, team }) => ({ conversation, team }));
    await askServer(spots, site);
  }
}

export const passed = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

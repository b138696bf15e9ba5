// Asks the server what became of ratings given here, so that a release, or a change on another device, shows here too.
import { BATCH_MAX } from '../../shared/words.ts';
import { access } from '../account/access.ts';
import { ownedBy, signedIn } from '../account/account.ts';
import { patientClient } from '../account/patience.ts';
import type { Spot } from '../outbox/entry.ts';
import { rowState } from '../outbox/history.ts';
import { recall, reconcile } from '../outbox/memory.ts';
import { tellState } from './notices.ts';
import { server } from './server.ts';

const AGAIN_MS = 5 * 60_000;
/** When each was last asked. Forgotten when the background is stopped: then it is asked once more. */
const asked = new Map<string, number>();

/** Rows hear of what turns out different. */
export async function askServer(spots: readonly Spot[], site: string): Promise<void> {
  const due = spots.filter((spot) => (asked.get(nameOf(spot)) ?? 0) < Date.now() - AGAIN_MS);
  for (const spot of due) asked.set(nameOf(spot), Date.now());
  for (let from = 0; from < due.length; from += BATCH_MAX) await find(due.slice(from, from + BATCH_MAX), site);
}

/** At once: something else than what is known here is on the server. */
export async function askAgain(spots: readonly (Spot & { site: string })[]): Promise<void> {
  for (const { conversation, team, site } of spots) await find([{ conversation, team }], site);
}

async function find(ratings: Spot[], site: string): Promise<void> {
  const at = await server();
  const account = at && (await signedIn(at.url));
  if (!account) return;
  const owner = ownedBy(account);
  const granted = await access(account.server);
  if (granted.kind !== 'token' || granted.account !== account.account) return;
  const before = await recall(owner, ratings);
  const answer = await patientClient(account.server)('findRatings', { token: granted.token, body: { ratings } });
  if (answer.kind !== 'ok') return;
  const found = new Map(answer.value.ratings.map((rating) => [nameOf(rating), rating]));
  const answers = ratings.map((spot, at) => ({ spot, rating: found.get(nameOf(spot)) ?? null, asked: before[at] }));
  for (const { spot, known } of await reconcile(owner, site, answers))
    await tellState(spot, rowState(known ?? undefined, null));
}

const nameOf = ({ conversation, team }: Spot) => `${conversation} ${team}`;

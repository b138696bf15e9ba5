// Sends what waits, one request at a time, until nothing waits or it has to wait itself. Safe to be stopped at any await.
import { type Client, createClient } from '../../shared/api/client.ts';
import { access, letGo } from '../account/access.ts';
import { ownedBy, signedIn } from '../account/account.ts';
import type { Until } from '../protocol.ts';
import type { Entry, Spot } from './entry.ts';
import type { Remembered } from './history.ts';
import { next } from './next.ts';
import { waiting, write } from './store.ts';
import { type Answer, judge, type Outcome } from './verdict.ts';

/** Why sending ended. */
export type End = { kind: 'nothing' } | { kind: 'wait'; until: number } | { kind: 'sign_in' };

export interface Listener {
  settled(told: { known: Remembered; outcome: Outcome }[]): Promise<void>;
  /** An attempt failed: what was saved is now merely kept. */
  stuck(entries: readonly Entry[], until: Until): Promise<void>;
}

/** However many wake-ups come at once, one of them sends; the others then find nothing left. */
export function send(server: string, listener: Listener): Promise<End> {
  return navigator.locks.request('hearback-send', () => drain(server, listener));
}

async function drain(server: string, listener: Listener): Promise<End> {
  const client = createClient(server, (...request) => fetch(...request));
  let refused: string | undefined;
  for (;;) {
    const account = await signedIn(server);
    if (!account) return { kind: 'nothing' };
    const owner = ownedBy(account);
    const { entries, schedule } = await waiting(owner);
    const plan = next(entries, schedule, Date.now());
    if (plan.kind !== 'send') return plan;

    const granted = await access(server, refused);
    if (granted.kind === 'sign_in') {
      await listener.stuck(entries, 'signIn');
      return granted;
    }
    if (granted.kind === 'token' && granted.account !== account.account) {
      // Stopped in the middle of a sign-in: the token is still that of whoever was here before.
      await letGo();
      continue;
    }
    let answer: Answer =
      granted.kind === 'token'
        ? await post(client, granted.token, plan.entries)
        : { kind: 'trouble', retryAfter: granted.retryAfter };
    if (answer.kind === 'unauthorized' && refused !== undefined) answer = TROUBLE;

    const verdict = judge(plan.entries, answer, schedule, Date.now(), Math.random());
    refused = verdict.after === 'sign_in' && granted.kind === 'token' ? granted.token : undefined;
    if (refused !== undefined) continue;
    await listener.settled(await write(owner, verdict));
    if (answer.kind === 'trouble') await listener.stuck(entries, 'online');
  }
}

const TROUBLE: Answer = { kind: 'trouble', retryAfter: null };

async function post(client: Client, token: string, entries: readonly Entry[]): Promise<Answer> {
  const answer = await client('ratings', { token, body: { events: entries.map(({ event }) => event) } });
  if (answer.kind === 'ok') return { kind: 'results', results: answer.value.results };
  if (answer.kind !== 'problem') return TROUBLE;
  switch (answer.code) {
    case 'unauthorized':
    case 'expired':
      return { kind: 'unauthorized' };
    case 'malformed':
    case 'not_json':
    case 'too_large':
      return { kind: 'malformed' };
    default:
      return { kind: 'trouble', retryAfter: answer.retryAfter };
  }
}

export const spotOf = ({ event: { conversation, team } }: Entry): Spot => ({ conversation, team });

// How long a server asked to be left alone (Retry-After): whatever wants to ask it meanwhile, except for a person who signs in, waits.
import * as v from 'valibot';
import { type Client, createClient } from '../../shared/api/client.ts';

/** Survives the background's sleep, not the browser's end. */
const Asked = v.object({ server: v.string(), until: v.number() });

/** However long it asks for: a slip of the server must not silence the extension for good. s */
const LONGEST_S = 24 * 60 * 60;

/** Seconds that are left; 0 where it may be asked. */
export async function patience(server: string): Promise<number> {
  const parsed = v.safeParse(Asked, (await chrome.storage.session.get('patience')).patience);
  if (!parsed.success || parsed.output.server !== server) return 0;
  const left = Math.ceil((parsed.output.until - Date.now()) / 1000);
  // More than was ever asked for: the clock was set back.
  return left > 0 && left <= LONGEST_S ? left : 0;
}

/** Remembers what an answer says of it. */
export async function heed(server: string, answer: { kind: string; retryAfter?: number | null }): Promise<void> {
  const seconds = Math.min(answer.retryAfter ?? 0, LONGEST_S);
  if (seconds > 0) await chrome.storage.session.set({ patience: { server, until: Date.now() + seconds * 1000 } });
}

/** For what nobody waits for: leaves the server alone as long as it asked for, and hears where it asks. */
export function patientClient(server: string): Client {
  const client = createClient(server, (...request) => fetch(...request));
  return async (name, what) => {
    if ((await patience(server)) > 0) return { kind: 'offline' };
    const answer = await client(name, what);
    if (answer.kind === 'problem') await heed(server, answer);
    return answer;
  };
}

// Which server the extension speaks to: what the company's policy says, else the options page, else what it was built with.
import type { Status } from '../protocol.ts';
import { policy, settings } from './settings.ts';

export type Server = NonNullable<Status['server']>;

export async function server(): Promise<Server | null> {
  const managed = serverAddress((await policy()).server);
  if (managed) return { url: managed, from: 'policy' };
  const chosen = serverAddress((await settings()).server);
  if (chosen) return { url: chosen, from: 'options' };
  const built = serverAddress(import.meta.env.HEARBACK_SERVER);
  return built ? { url: built, from: 'built-in' } : null;
}

/**
 * The origin of an address that somebody typed, or null where it is none that may be used: https, or this very machine.
 * "hearback.acme.example" is taken as https.
 */
export function serverAddress(text: string): string | null {
  const typed = text.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || !URL.canParse(full)) return null;
  const { protocol, hostname, origin, username, password } = new URL(full);
  if (username || password) return null;
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && loopback) ? origin : null;
}

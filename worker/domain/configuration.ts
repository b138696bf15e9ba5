// What a deployment may set and how it is read; a wrong value is refused in words that say what to write instead.

/** A setting says what cannot be. The message is for whoever deploys, in the log: it names the setting, never what stands there. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

const K_LEAST = 3;

/** The least number of people behind anything shown: `K`, never under 3. */
export function readK(env: { K: string }): number {
  const k = Number(env.K);
  if (!Number.isInteger(k) || k < K_LEAST) {
    throw new ConfigurationError(`K must be a whole number of at least ${K_LEAST}; 5 is a good choice.`);
  }
  return k;
}

/** Whether an address leads to this machine itself: only there may ticks follow each other within seconds. */
export function onLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

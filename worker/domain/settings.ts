// Whether a deployment's settings can be served with: each is looked at before somebody needs it.
import { type ClockSettings, dayOf, latestTick } from './clock.ts';
import { ConfigurationError, onLoopback, readK } from './configuration.ts';

type Name =
  | keyof ClockSettings
  | 'ORIGIN'
  | 'COMPANY'
  | 'CLIENT_ID'
  | 'CLIENT_SECRET'
  | 'SECRET'
  | 'K'
  | 'EXTENSION_REDIRECTS';

/** As they really come: what was forgotten is not there at all. */
type Settings = Partial<Record<Name, string>>;

const SECRET_BYTES = 32;

/** Throws one ConfigurationError that names every setting that cannot be, with what to write, and never what stands there now. */
export function checkSettings(settings: Settings): void {
  const wrong = [...complaints(settings)];
  if (wrong.length > 0) throw new ConfigurationError(wrong.join(' '));
}

function* complaints(settings: Settings): Generator<string> {
  const {
    ORIGIN = '',
    ISSUER = '',
    SECRET = '',
    EXTENSION_REDIRECTS = '',
    K = '',
    TICK = '',
    TIMEZONE = '',
  } = settings;
  const clock = { ISSUER, TICK, TIMEZONE };
  if (!isWeb(ORIGIN, onLoopback(ORIGIN)) || new URL(ORIGIN).origin !== ORIGIN) {
    yield 'ORIGIN must be the address that people open: "https://", the host, and nothing after it, no slash either.';
  }
  if (!isWeb(ISSUER, onLoopback(ISSUER) && onLoopback(ORIGIN))) {
    yield 'ISSUER must be the whole address of the identity provider, as it writes it itself, "https://" included.';
  }
  for (const name of ['COMPANY', 'CLIENT_ID', 'CLIENT_SECRET'] as const) {
    if (!settings[name]) yield `${name} is missing.`;
  }
  if (!isSecret(SECRET)) {
    yield `SECRET must be at least ${SECRET_BYTES} random bytes as base64url: wrangler secret put SECRET.`;
  }
  const redirects = EXTENSION_REDIRECTS.split(/\s+/).filter(Boolean);
  if (!redirects.every((one) => URL.canParse(one))) {
    yield 'EXTENSION_REDIRECTS must be whole addresses, one blank between.';
  }
  // Ticks need the time zone too, and would say the same again.
  yield* new Set([() => readK({ K }), () => dayOf(0, clock), () => latestTick(0, clock)].flatMap(complaintOf));
}

function complaintOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return [error.message];
    throw error;
  }
}

/** An address of the web; without encryption only where that is allowed. */
function isWeb(text: string, plain: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || (plain && protocol === 'http:');
}

function isSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(text) && Math.floor((text.length * 3) / 4) >= SECRET_BYTES;
}

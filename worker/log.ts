// What the log is told of an error: never a request, a rating or the value of a setting.
import { ConfigurationError } from './domain/configuration.ts';
import { checkSettings } from './domain/settings.ts';
import type { Env } from './env.ts';

/** Writes an error down. `passing`: it passes by itself or once the deployment is mended; `unforeseen`: it is a mistake of ours. */
export function log(error: unknown, env: Env): 'passing' | 'unforeseen' {
  const message = settingBehind(error, env) ?? databaseBehind(error);
  if (message !== null) {
    console.error(message);
    return 'passing';
  }
  // Where it happened, not what it says: the message of an unforeseen error may quote the request.
  if (error instanceof Error) console.error(error.name, ...(error.stack?.match(/^ +at .+$/gm) ?? []).slice(0, 5));
  else console.error('not an error was thrown');
  return 'unforeseen';
}

/** A setting that is wrong is often noticed only by what goes wrong with it. */
function settingBehind(error: unknown, env: Env): string | null {
  if (error instanceof ConfigurationError) return error.message;
  try {
    checkSettings(env);
    return null;
  } catch (wrong) {
    return wrong instanceof ConfigurationError ? wrong.message : null;
  }
}

/** A broken constraint is our mistake and repeats itself; everything else that D1 reports passes or is being mended. */
function databaseBehind(error: unknown): string | null {
  const reported = error instanceof Error && error.message.startsWith('D1_');
  return reported && !error.message.includes('SQLITE_CONSTRAINT') ? error.message : null;
}

// What a person chose in this browser, and what the company chose for it.
import * as v from 'valibot';
import { LANGUAGES, type Language } from '../../shared/words.ts';

/** Kept in storage.local; what is missing or malformed is as if it had never been chosen. */
const Settings = v.object({
  server: v.fallback(v.string(), ''),
  language: v.fallback(v.nullable(v.picklist(LANGUAGES)), null),
  /** Hosts on which nothing is shown. */
  off: v.fallback(v.array(v.string()), []),
  /** How many ratings were given with the explanation beside them. */
  explained: v.fallback(v.number(), 0),
});
export type Settings = v.InferOutput<typeof Settings>;

const Policy = v.object({
  server: v.fallback(v.string(), ''),
  language: v.fallback(v.nullable(v.picklist(LANGUAGES)), null),
});

const NONE: Settings = { server: '', language: null, off: [], explained: 0 };

export async function settings(): Promise<Settings> {
  return v.parse(Settings, { ...NONE, ...(await chrome.storage.local.get(Object.keys(NONE))) });
}

export async function change(part: Partial<Settings>): Promise<void> {
  await chrome.storage.local.set(part);
}

/** Firefox throws where there is no policy; a browser without managed storage has none. */
export async function policy(): Promise<v.InferOutput<typeof Policy>> {
  const managed = await Promise.resolve()
    .then(() => chrome.storage.managed.get(null))
    .catch(() => ({}));
  return v.parse(Policy, { server: '', language: null, ...managed });
}

export async function language(): Promise<Language> {
  const chosen = (await settings()).language ?? (await policy()).language;
  return chosen ?? (chrome.i18n.getUILanguage().startsWith('vi') ? 'vi' : 'en');
}

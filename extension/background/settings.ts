// What a person chose in this browser, and what the company chose for it.
import * as v from 'valibot';
import { LANGUAGES, type Language } from '../../shared/words.ts';
import { database, type Settings } from '../database.ts';

const NONE: Settings = { server: '', language: null, off: [], explained: 0, kinds: ['mail'] };

export async function settings(): Promise<Settings> {
  return { ...NONE, ...(await (await database()).get('settings', 'settings')) };
}

/** @param how from what is chosen now; in one transaction, so that two changes at once both count */
export async function change(how: (now: Settings) => Partial<Settings>): Promise<void> {
  const write = (await database()).transaction('settings', 'readwrite');
  const now = { ...NONE, ...(await write.store.get('settings')) };
  await write.store.put({ ...now, ...how(now) }, 'settings');
  await write.done;
}

const Policy = v.object({
  server: v.fallback(v.string(), ''),
  language: v.fallback(v.nullable(v.picklist(LANGUAGES)), null),
});

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

// Takes word that a site's pages cannot be read, and tells the server: the site, the version and what, and at most once a day and site.
import type { ProblemCode } from '../../shared/api/schemas.ts';
import { SITE_IDS } from '../../shared/words.ts';
import { access } from '../account/access.ts';
import { patientClient } from '../account/patience.ts';
import { database } from '../database.ts';
import { bundledVersion } from '../sites/news.ts';
import type { Handlers } from './answer.ts';
import { server } from './server.ts';
import { settings } from './settings.ts';
import { news, waysOf } from './site.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The frame says only what was not found; which site it is, its address tells. */
export const unwell: Handlers['unwell'] = async ({ field, newer }, from) => {
  const at = await server();
  if (from.kind !== 'page' || !at) return null;
  const url = new URL(from.url);
  const id = (await waysOf(from))?.site.id;
  const site = SITE_IDS.find((one) => one === id);
  if (!site || (await settings()).off.includes(url.host)) return null;
  const granted = await access(at.url);
  if (granted.kind !== 'token' || !(await isFirst(site, Date.now()))) return null;
  const published = newer ? (await news()).find((one) => one.id === site)?.newer : null;
  const body = { site, version: published?.version ?? bundledVersion(site), field };
  const answer = await patientClient(at.url)('healthReports', { token: granted.token, body });
  // Nobody heard it: another visit may say it. (An answer that cannot be read may still have been heard: rather none than two.)
  if (answer.kind === 'offline' || (answer.kind === 'problem' && UNHEARD.includes(answer.code)))
    await (await database()).delete('counters', nameOf(site));
  return { ok: true };
};

/** What the next visit says may get through. Refused for what it says (an older server does not know every field), it would be again. */
const UNHEARD: readonly ProblemCode[] = ['too_many', 'unavailable', 'unauthorized', 'expired'];

/** By site alone: a page that is mended by a newer description, and breaks another way on the same day, is heard of tomorrow. */
const nameOf = (site: string) => `reported ${site}`;

/** On disk before it is sent: rather none than two. */
async function isFirst(site: string, now: number): Promise<boolean> {
  const write = (await database()).transaction('counters', 'readwrite');
  const last = (await write.store.get(nameOf(site))) ?? 0;
  // A clock that was set back must not silence it for ever.
  const due = now - last >= DAY_MS || last > now;
  if (due) await write.store.put(now, nameOf(site));
  await write.done;
  return due;
}

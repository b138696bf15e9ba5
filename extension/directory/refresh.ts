// Keeps what the server says of the company and its accounts: asked for at sign-in and daily, answered from disk in between.
import type { Client } from '../../shared/api/client.ts';
import { openDirectory } from '../../shared/directory/open.ts';
import { access } from '../account/access.ts';
import { ownedBy, signedIn } from '../account/account.ts';
import { patientClient } from '../account/patience.ts';
import { settings } from '../background/settings.ts';
import { database, type Known, type SignedIn } from '../database.ts';
import type { Owner } from '../outbox/entry.ts';
import { readNews } from '../sites/news.ts';

/** About a megabyte for 100,000 accounts; read from disk once for as long as the background is awake. */
let held: Known | undefined;

export async function known(owner: Owner): Promise<Known | undefined> {
  if (held?.owner !== owner) held = await (await database()).get('known', owner);
  return held;
}

/** At sign-out. */
export async function forgetKnown(owner: Owner): Promise<void> {
  await (await database()).delete('known', owner);
  held = undefined;
}

/** @returns whether something is different from before */
export async function refresh(server: string): Promise<boolean> {
  const account = await signedIn(server);
  const granted = await access(server);
  if (!account || granted.kind !== 'token' || granted.account !== account.account) return false;
  const owner = ownedBy(account);
  const before = await known(owner);
  const client = patientClient(server);

  const config = await askConfig(client, granted.token, before);
  const directory = config && (await askDirectory(client, granted.token, before, config.config));
  if (!config || !directory) return false;
  // Each names its own fields: what is unchanged comes as the whole of before.
  const now: Known = {
    owner,
    config: config.config,
    configEtag: config.configEtag,
    directory: directory.directory,
    directoryEtag: directory.directoryEtag,
    ...(await askNews(client, granted.token, before)),
  };
  if (!(await keep(now, account))) return false;
  return (
    config.configEtag !== before?.configEtag ||
    directory.directoryEtag !== before?.directoryEtag ||
    differs(now, before)
  );
}

/** Only what the server says of sites: a switch that was thrown, a description that was mended. */
export async function refreshNews(server: string): Promise<boolean> {
  const account = await signedIn(server);
  const granted = account && (await access(server));
  if (granted?.kind !== 'token' || granted.account !== account?.account) return false;
  const owner = ownedBy(account);
  const news = await askNews(patientClient(server), granted.token, await known(owner));
  const before = await known(owner);
  if (!before || !differs(news, before)) return false;
  return keep({ ...before, ...news }, account);
}

/**
 * Somebody may have signed out while the server was asked: then nothing of what it said stays.
 * @returns whether the account is still signed in
 */
async function keep(now: Known, { server, account }: SignedIn): Promise<boolean> {
  const write = (await database()).transaction(['accounts', 'known'], 'readwrite');
  const current = await write.objectStore('accounts').get(server);
  const still = current?.kind === 'in' && current.account === account;
  if (still) await write.objectStore('known').put(now);
  await write.done;
  if (still) held = now;
  return still;
}

type News = Pick<Known, 'news' | 'newsEtag'>;

const differs = (now: News, before: News | undefined) =>
  JSON.stringify(now.news ?? []) !== JSON.stringify(before?.news ?? []);

/** Without an answer (an older server has none) what was heard before still counts. */
async function askNews(client: Client, token: string, before: News | undefined): Promise<News> {
  const { news = [], newsEtag = null } = before ?? {};
  const answer = await client('sites', { token, etag: newsEtag });
  if (answer.kind !== 'ok') return { news, newsEtag };
  const read = readNews(answer.value);
  // What was not understood is asked for again: the next version of the extension may understand it.
  return { news: read.news, newsEtag: read.whole ? answer.etag : null };
}

async function askConfig(
  client: Client,
  token: string,
  before: Known | undefined,
): Promise<Pick<Known, 'config' | 'configEtag'> | null> {
  const answer = await client('config', { token, etag: before?.configEtag ?? null });
  if (answer.kind === 'ok') return { config: answer.value, configEtag: answer.etag };
  return answer.kind === 'unchanged' && before ? before : null;
}

async function askDirectory(
  client: Client,
  token: string,
  before: Known | undefined,
  { directoryKinds }: Known['config'],
): Promise<Pick<Known, 'directory' | 'directoryEtag'> | null> {
  // Only what sites in use need.
  const inUse = (await settings()).kinds;
  const kinds = inUse.filter((kind) => directoryKinds.includes(kind));
  if (kinds.length === 0) return { directory: new Uint8Array(), directoryEtag: null };
  const answer = await client('directory', {
    token,
    etag: before?.directoryEtag ?? null,
    query: { kinds: kinds.join(',') },
  });
  // A file that is cut short must not replace a whole one.
  if (answer.kind === 'ok')
    return openDirectory(answer.value) ? { directory: answer.value, directoryEtag: answer.etag } : null;
  return answer.kind === 'unchanged' && before ? before : null;
}

// What a person chooses: language, sites that are off, the server.
import type { Handlers } from './answer.ts';
import { showBadge } from './badge.ts';
import { tellRefresh } from './notices.ts';
import { server, serverAddress } from './server.ts';
import { change } from './settings.ts';
import { begin } from './wake.ts';

export const setLanguage: Handlers['setLanguage'] = async ({ language }) => {
  await change(() => ({ language }));
  await tellRefresh();
  await showBadge();
  return { ok: true };
};

export const setSiteOff: Handlers['setSiteOff'] = async ({ host, off: wanted }) => {
  await change(({ off }) => {
    const others = off.filter((one) => one !== host);
    return { off: wanted ? [...others, host] : others };
  });
  await tellRefresh();
  return { ok: true };
};

/** An empty address goes back to the one that is built in. */
export const setServer: Handlers['setServer'] = async ({ server: typed }) => {
  if ((await server())?.from === 'policy') return { ok: false, why: 'managed' };
  const address = typed.trim() === '' ? '' : serverAddress(typed);
  if (address === null) return { ok: false, why: 'malformed' };
  await change(() => ({ server: address }));
  await chrome.storage.session.remove('silent');
  await tellRefresh();
  void begin();
  return { ok: true };
};

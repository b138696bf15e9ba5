// Every request and who answers it.
import { ownedBy, signedIn } from '../account/account.ts';
import { signOut } from '../account/sign-out.ts';
import { tryAtOnce } from '../outbox/store.ts';
import { parseMailHeaders } from '../sites/mail-headers.ts';
import { register } from '../sites/registered.ts';
import type { Handlers } from './answer.ts';
import { answerer, choose } from './answerer.ts';
import { showBadge } from './badge.ts';
import { setLanguage, setServer, setSiteOff } from './choices.ts';
import { wish } from './elsewhere.ts';
import { tellOwn, tellRefresh } from './notices.ts';
import { offers } from './offers.ts';
import { picture } from './picture.ts';
import { rate, rateAgain, takeBack } from './rate.ts';
import { server } from './server.ts';
import { site } from './site.ts';
import { status } from './status.ts';
import { unwell } from './unwell.ts';
import { visit } from './visit.ts';
import { sendWaiting, signInByHand } from './wake.ts';

export const HANDLERS: Handlers = {
  site,
  visit,
  headers: async ({ source }) => parseMailHeaders(source),
  unwell,
  offers,
  rate,
  change: rateAgain,
  takeBack,
  choose,
  answerer,
  status,
  picture,
  wish,
  setLanguage,
  setSiteOff,
  setServer,
  signIn: () => signInByHand(),
  async signOut({ everywhere }) {
    const at = await server();
    const answer = at ? await signOut(at.url, everywhere) : ({ ok: true } as const);
    await tellRefresh();
    await showBadge();
    return answer;
  },
  async granted() {
    await register();
    tellOwn();
    return { ok: true };
  },
  async sendNow() {
    const at = await server();
    const account = at && (await signedIn(at.url));
    if (account) await tryAtOnce(ownedBy(account));
    await sendWaiting();
    return { ok: true };
  },
};

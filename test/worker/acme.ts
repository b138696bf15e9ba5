// A company just large enough for tests of sign-in: three teams, a few people, and a world whose clock the tests hold.
import { env } from 'cloudflare:test';
import { createApp, earth } from '../../worker/app.ts';
import type { Env } from '../../worker/env.ts';
import { Browser, locationOf } from './browser.ts';
import { type Account, createIssuer } from './issuer.ts';

export const an = { sub: 'an', email: 'an@acme.test', email_verified: true } as const;
export const binh = { sub: 'binh', email: 'binh@acme.test', email_verified: true } as const;

/** Ids: team 1 Acme, 2 IT, 3 Sales, 4 a team too small to be rated by itself; person 1 An (Sales), 2 Bình (IT), 3 Chi (left). */
export async function foundAcme(): Promise<void> {
  await env.DB.batch([
    env.DB.prepare(`INSERT INTO team(id, parent, name, name_vi, rated_as) VALUES
      (1, NULL, 'Acme', NULL, 1), (2, 1, 'IT', 'CNTT', 2), (3, 1, 'Sales', 'Kinh doanh', 3), (4, 2, 'Cabling', NULL, 2)`),
    env.DB.prepare(`INSERT INTO person(id, email, name, team, active) VALUES (1, 'an@acme.test', 'An', 3, 1),
      (2, 'binh@acme.test', 'Bình', 2, 1), (3, 'chi@acme.test', 'Chi', 2, 0), (4, 'dung@acme.test', 'Dũng', 4, 1)`),
    env.DB.prepare(`INSERT INTO account(kind, id, team) VALUES ('mail', 'helpdesk@acme.test', 2), ('mail', 'binh@acme.test', 3),
      ('jira', '5b10aC', 2)`),
  ]);
}

/** The worker in a world of its own. `clock.now` may be set; it starts at a fixed Saturday noon. `settings`: another deployment's. */
export async function createWorld(settings: Env = env) {
  const clock = { now: Date.UTC(2026, 10, 21, 12) };
  const issuer = await createIssuer(settings.ISSUER, () => clock.now);
  const app = createApp({ ...earth, now: () => clock.now, fetch: issuer.fetch });

  /** Signs somebody in on the pages; the answer is the callback's. */
  async function signIn(account: Account, browser = new Browser(app, settings), path = '/auth/sign-in') {
    const authorize = locationOf(await browser.open(path));
    return { browser, answer: await browser.open(issuer.approve(authorize, account)) };
  }

  return { env: settings, clock, issuer, app, signIn, browser: () => new Browser(app, settings) };
}

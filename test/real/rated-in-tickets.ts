// What must hold on a real ticket server: the newest answer of a team can be rated, and nobody gets a row by pretending.
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { Page } from 'playwright-core';
import type { AccountKind, Score, SiteId } from '../../shared/words.ts';
import { personAt, TEAM } from '../stack/acme.ts';
import { considered, type Driven, driveBrowser, rowSays, rowsOf, signIn, theRow, until } from '../stack/harness.ts';
import type { Stack } from '../stack/stack.ts';
import { addsOne } from './kept.ts';
import { rateUntilSaved } from './rate-until-saved.ts';
import type { TicketServer } from './story.ts';
import { ANSWER, type Login, type Ticket } from './tickets.ts';

/** What is to be known of a server's pages to try them. */
export interface TicketPages {
  name: string;
  site: SiteId;
  accounts: AccountKind;
  /** Where a ticket is shown to somebody. */
  path(ticket: number, reader: Login): string;
  signIn(page: Page, reader: Login): Promise<void>;
  /** Selector of what an answer's words stand in; its row comes after it. */
  body: string;
  /** Whether they tell an internal note from an answer, other than by translated words. */
  tellsNotes: boolean;
  /** Whether they tell that somebody is from outside, so that nobody is asked about them. */
  tellsOutsiders: boolean;
}

export interface TicketSite {
  pages: TicketPages;
  server: TicketServer;
}

export interface Checked {
  stack: Stack;
  check(sentence: string, work: () => Promise<void>): Promise<void>;
}

/** The account of the help desk, which bears nobody's name, is listed by the company. Call before anybody reads the directory. */
export async function listDesk({ db }: Stack, { pages, server }: TicketSite): Promise<void> {
  await db()
    .prepare('INSERT INTO account(kind, id, team) VALUES (?1, ?2, ?3)')
    .bind(pages.accounts, `${new URL(server.url).host}/${server.numbers.people.desk}`, TEAM.it)
    .run();
}

export async function rateInTickets({ pages: site, server }: TicketSite, { stack, check }: Checked): Promise<void> {
  const { name, body } = site;
  const { url, numbers } = server;
  const open = async (driven: Driven, key: Ticket['key'], reader: Login): Promise<Page> => {
    const page = await driven.context.newPage();
    // These pages fetch parts of themselves after they are shown, which moves what stands below.
    await page.goto(url + site.path(numbers.tickets[key], reader), { waitUntil: 'networkidle' });
    return page;
  };
  const enter = async (reader: Login): Promise<Driven> => {
    const driven = await driveBrowser();
    await signIn(driven, personAt(`${reader}@acme.test`).subject);
    const page = await driven.context.newPage();
    await page.goto(url);
    await site.signIn(page, reader);
    await page.close();
    return driven;
  };
  const rate = async (page: Page, words: string, score: Score, customer: number) => {
    match((await theRow(page)).name, /\bIT\b/);
    strictEqual(await page.locator('hearback-rating').count(), 1);
    strictEqual(await rowUnder(page, body, words).count(), 1);
    await addsOne(stack, { team: TEAM.it, customer, score }, async () => {
      await rateUntilSaved(page, score);
    });
  };
  const consideredHere = (driven: Driven, page: Page, key: Ticket['key']) =>
    considered(driven, page, `"${new URL(url).host}/${numbers.tickets[key]}"`);

  const an = await enter('an');
  try {
    await check(
      `${name}: An rates what Bích of IT, known by her name, answered last, and nothing else has a row`,
      async () => {
        const page = await open(an, 'vpn', 'an');
        await page.getByText(ANSWER.vpnEarlier).waitFor();
        await rate(page, ANSWER.vpn, 4, TEAM.sales);
        await page.reload();
        await until('the face that was chosen', async () => (await theRow(page)).faces[3]?.checked);
        await page.close();
      },
    );
    await check(`${name}: An rates what the help desk answered from the account that the company listed`, async () => {
      const page = await open(an, 'screen', 'an');
      await rate(page, ANSWER.screen, 5, TEAM.sales);
      await page.close();
    });
    await check(
      `${name}: somebody from outside who is called like the help desk and imitates an answer gets no row`,
      async () => {
        const page = await open(an, 'full', 'an');
        await page.getByText(ANSWER.full).first().waitFor();
        await consideredHere(an, page, 'full');
        // Where nothing tells that they are from outside, An may say so.
        if (!site.tellsOutsiders) await rowSays(page, 'ask');
        strictEqual(await page.locator('hearback-rating').count(), site.tellsOutsiders ? 0 : 1);
        deepStrictEqual(await rowsOf(page), []);
        await page.close();
      },
    );
    await check(`${name}: what An wrote gets no row`, async () => {
      const page = await open(an, 'alone', 'an');
      await consideredHere(an, page, 'alone');
      strictEqual(await page.locator('hearback-rating').count(), 0);
      await page.close();
    });
  } finally {
    await an.close();
  }

  const hr = await enter('hr');
  const place = site.tellsNotes ? 'under the answer, not under the internal note after it' : 'among the agents';
  try {
    await check(`${name}: an agent of Human Resources who asked rates IT, ${place}`, async () => {
      const page = await open(hr, 'starter', 'hr');
      await page.getByText(ANSWER.note).waitFor();
      ok((await theRow(page)).faces.every((face) => !face.checked));
      await rate(page, site.tellsNotes ? ANSWER.starter : ANSWER.note, 3, TEAM.hr);
      await page.close();
    });
  } finally {
    await hr.close();
  }
}

/** The row that stands below what holds these words. */
export const rowUnder = (page: Page, body: string, words: string) =>
  page.locator(body, { hasText: words }).locator('xpath=following-sibling::hearback-rating');

// What must hold in a real Roundcube: answers can be rated in both of its views, and nobody gets a row by pretending.
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { Page } from 'playwright-core';
import { personAt, TEAM } from '../stack/acme.ts';
import { type Driven, driveBrowser, rowsOf, signIn, theRow, until } from '../stack/harness.ts';
import type { Stack } from '../stack/stack.ts';
import { SUBJECT } from './conversations.ts';
import { PASSWORD } from './dovecot.ts';
import { kept, ratings } from './kept.ts';
import { rateUntilSaved } from './rate-until-saved.ts';

export interface Real {
  /** Of Roundcube. */
  url: string;
  stack: Stack;
  check(sentence: string, work: () => Promise<void>): Promise<void>;
}

export async function rateInRoundcube(real: Real): Promise<void> {
  await asAn(real);
  await asHumanResources(real);
}

async function asAn({ url, stack, check }: Real): Promise<void> {
  const driven = await driveBrowser();
  try {
    await signIn(driven, personAt('an@acme.test').subject);
    const list = await openMailbox(driven, url, 'an@acme.test');

    await check('an answer can be rated in the full view', async () => {
      const page = await openFull(list, SUBJECT.scannerSolved);
      match((await theRow(page)).name, /\bIT\b/);
      await rateUntilSaved(page, 4);
      await kept(stack, [{ team: TEAM.it, customer: TEAM.sales, score: 4 }]);
      await page.close();
    });

    await check('another mail of the same conversation shows that rating in the preview frame', async () => {
      await openPreview(list, SUBJECT.scannerAnswer);
      await until('the face that was chosen', async () => (await theRow(list)).faces[3]?.checked);
    });

    await check('a click in the preview frame changes the one rating of the conversation', async () => {
      await rateUntilSaved(list, 5);
      await kept(stack, [{ team: TEAM.it, customer: TEAM.sales, score: 5 }]);
    });

    await check('a mail without a Message-ID can be rated, as a conversation of its own', async () => {
      const page = await openFull(list, SUBJECT.withoutId);
      ok((await theRow(page)).faces.every((face) => !face.checked));
      await rateUntilSaved(page, 3);
      await kept(
        stack,
        [3, 5].map((score) => ({ team: TEAM.it, customer: TEAM.sales, score })),
      );
      await page.close();
    });

    await check('an answer of Human Resources is theirs to be rated for', async () => {
      const page = await openFull(list, SUBJECT.leave);
      match((await theRow(page)).name, /Human Resources/);
      await page.close();
    });

    const silent = [SUBJECT.lookAlike, SUBJECT.outsider, SUBJECT.list];
    await check('a look-alike of IT, an outsider, a list and what An sent get no row', async () => {
      const pages = await Promise.all([
        ...silent.map((subject) => openFull(list, subject)),
        openAddress(list, await sentAddress(list, SUBJECT.scanner)),
      ]);
      // Opened after them, so the extension is through with them when its row is there.
      const last = await openFull(list, SUBJECT.leave);
      await theRow(last);
      for (const page of pages) {
        deepStrictEqual(await rowsOf(page), []);
        strictEqual(await page.locator('hearback-rating').count(), 0);
      }
      await Promise.all([...pages, last].map((page) => page.close()));
    });

    await check('the look-alike gets no row in the preview frame either, where the honest mail has one', async () => {
      await openPreview(list, SUBJECT.lookAlike);
      await until('no row', async () => (await rowsOf(list)).length === 0);
      await openPreview(list, SUBJECT.leave);
      await theRow(list);
    });

    await check('in the dark the row is as readable as the mail', async () => {
      await list.emulateMedia({ colorScheme: 'dark' });
      await list.reload();
      await openPreview(list, SUBJECT.scannerSolved);
      await theRow(list);
      ok((await contrastOfRow(list)) >= 4.5);
    });
  } finally {
    await driven.close();
  }
}

async function asHumanResources({ url, stack, check }: Real): Promise<void> {
  const driven = await driveBrowser();
  try {
    await signIn(driven, personAt('hr@acme.test').subject);
    await chooseVietnamese(driven);
    const list = await openMailbox(driven, url, 'hr@acme.test');
    await check('in a Vietnamese Roundcube an answer can be rated, in Vietnamese', async () => {
      const page = await openFull(list, SUBJECT.badge);
      strictEqual(await page.getAttribute('html', 'lang'), 'vi');
      match((await theRow(page)).name, /CNTT/);
      await rateUntilSaved(page, 5);
      await until('the rating of Human Resources', async () =>
        (await ratings(stack)).some(
          ({ team, customer, score }) => team === TEAM.it && customer === TEAM.hr && score === 5,
        ),
      );
    });
  } finally {
    await driven.close();
  }
}

/** In the popup: a browser speaks Vietnamese by itself only where its own translation is installed. */
async function chooseVietnamese(driven: Driven): Promise<void> {
  const popup = await driven.open('popup.html');
  await popup.locator('button[lang="vi"]').click();
  await popup.locator('button[lang="vi"][aria-pressed="true"]').waitFor();
  await popup.close();
}

async function openMailbox(driven: Driven, url: string, address: string): Promise<Page> {
  const page = await driven.context.newPage();
  await page.goto(url);
  await page.fill('#rcmloginuser', address);
  await page.fill('#rcmloginpwd', PASSWORD);
  await page.click('#rcmloginsubmit');
  await page.waitForSelector('tr.message', { timeout: 60_000 }).catch(async (cause) => {
    throw new Error(`no mail of ${address} at ${page.url()}, but: ${await page.title()}`, { cause });
  });
  return page;
}

const rowOfList = (list: Page, subject: string) =>
  list.locator('tr.message td.subject a', { has: list.getByText(subject, { exact: true }) });

/** The address of a mail's full view, as the list links it. */
async function addressOf(list: Page, subject: string): Promise<string> {
  const path = await rowOfList(list, subject).getAttribute('href');
  if (!path) throw new Error(`"${subject}" is not in the list`);
  return new URL(path, list.url()).href;
}

async function sentAddress(list: Page, subject: string): Promise<string> {
  const sent = await list.context().newPage();
  await sent.goto(new URL('?_task=mail&_mbox=Sent', list.url()).href);
  await sent.waitForSelector('tr.message');
  const address = await addressOf(sent, subject);
  await sent.close();
  return address;
}

async function openAddress(list: Page, address: string): Promise<Page> {
  const page = await list.context().newPage();
  await page.goto(address);
  await page.waitForSelector('#messagebody');
  return page;
}

const openFull = async (list: Page, subject: string) => openAddress(list, await addressOf(list, subject));

/** Chooses a mail in the list; Roundcube shows it in a frame beside it. */
async function openPreview(list: Page, subject: string): Promise<void> {
  await rowOfList(list, subject).click();
  const frame = list.frameLocator('#messagecontframe');
  await frame.locator('#message-header h2.subject', { hasText: subject }).waitFor();
  await frame.locator('#messagebody').waitFor();
}

/** Contrast (WCAG 2) between the colour that the row takes and the ground it stands on. */
async function contrastOfRow(list: Page): Promise<number> {
  const host = list.frameLocator('#messagecontframe').locator('hearback-rating');
  return host.evaluate((element) => {
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!paint) throw new Error('no canvas');
    const luminance = (colour: string) => {
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...paint.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let ground: Element | null = element;
    while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
    const behind = luminance(ground ? getComputedStyle(ground).backgroundColor : 'white');
    const ink = luminance(getComputedStyle(element).color);
    return (Math.max(ink, behind) + 0.05) / (Math.min(ink, behind) + 0.05);
  });
}

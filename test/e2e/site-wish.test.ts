// The wish that a site be known: where the popup offers it, what it sends, who reads it, and when it goes.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { personAt } from '../stack/acme.ts';
import { driveBrowser, signInToPages, until } from '../stack/harness.ts';
import { onDisk } from './disk.ts';
import { stage } from './stage.ts';
import { anywhere, background, flaws } from './toolbar.ts';

const play = stage();
const here = anywhere(play);
const { popupAt } = here;

const wish = (popup: Page) => popup.getByRole('button', { name: 'Tell your admin that this site should be known' });

const HOST = 'tickets.acme.test';
const wishes = async () =>
  (await play.stack.db().prepare('SELECT host FROM site_wish').all<{ host: string }>()).results;

it('is not offered for what is known, for this machine, for numbers, nor for what could not be set up', async () => {
  for (const address of [
    'https://mail.google.com/mail/u/0/',
    'https://acme.atlassian.net/wiki/spaces/X',
    'https://localhost/tickets',
    'http://tickets.acme.test/queue/12',
    'https://192.168.1.7/tickets',
    'https://[fd00::7]/tickets',
    'https://nas.local/',
    'file:///home/an/ticket.html',
    'chrome://settings/',
  ]) {
    const popup = await popupAt(address);
    await popup.getByText(/Sent: the team|No answer from another team|Open the mail or ticket/).waitFor();
    expect(await wish(popup).count(), address).toBe(0);
    await popup.close();
  }
});

it('says that it was not sent where the server is down', async () => {
  const popup = await popupAt(`https://${HOST}/queue/12`);
  play.stack.gate.close();
  await wish(popup).click();
  await popup.getByRole('status').filter({ hasText: 'Not sent. Please try again later.' }).waitFor();
  play.stack.gate.open();
  expect(await wishes()).toEqual([]);
  await popup.close();
});

it('says what it sends before the click, sends just that, and is offered once', async () => {
  const sent: string[] = [];
  here.an.context.on('request', (request) => {
    if (request.url().endsWith('/api/site-wishes')) sent.push(request.postData() ?? '');
  });
  const popup = await popupAt(`https://${HOST}:8443/queue/12?id=7#comment`);
  await popup.getByText(`Sends only the name “${HOST}”. Your admin sees it once five people have asked`).waitFor();
  expect(sent).toEqual([]);
  await wish(popup).focus();
  await popup.keyboard.press('Enter');
  await popup
    .getByRole('status')
    .filter({ hasText: `You have asked for ${HOST}. Thank you.` })
    .waitFor();
  expect(sent).toEqual([JSON.stringify({ host: HOST })]);
  expect(await wishes()).toEqual([{ host: HOST }]);
  expect(await wish(popup).count()).toBe(0);
  await popup.close();
  const again = await popupAt(`https://${HOST}/contracts/7`);
  await again.getByText(`You have asked for ${HOST}. Thank you.`).waitFor();
  expect(await wish(again).count()).toBe(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await again.emulateMedia({ colorScheme });
    expect(await flaws(again), colorScheme).toEqual([]);
  }
  await again.close();
  expect(JSON.stringify(await onDisk(here.an))).not.toContain('tickets');
});

it('is read by the admin once five people have it, and goes when the server is set up', async () => {
  const admin = await driveBrowser();
  const page = await admin.context.newPage();
  await signInToPages(page, play.stack.origin, personAt('admin@acme.test').subject);
  const read = async () => {
    await play.stack.tick();
    await page.goto(`${play.stack.origin}/admin/sites`);
    return page.getByRole('row').filter({ hasText: HOST });
  };
  const others = (count: number) =>
    play.stack
      .db()
      .prepare(
        `INSERT INTO site_wish(host, epoch, key, k) WITH RECURSIVE i(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM i WHERE i < ?2)
         SELECT ?1, (SELECT epoch FROM state), randomblob(16), 5 FROM i`,
      )
      .bind(HOST, count)
      .run();
  await others(3);
  expect(await (await read()).count()).toBe(0);
  await others(1);
  const line = await until('the line', async () => {
    const found = await read();
    return (await found.count()) === 1 && found.locator('th, td').allTextContents();
  });
  expect(line).toEqual([HOST, '5 requests', 'since today']);
  expect(await flaws(page)).toEqual([]);
  await play.stack
    .db()
    .prepare("INSERT INTO site_origin(origin, site) VALUES (?1, 'redmine')")
    .bind(`https://${HOST}`)
    .run();
  expect(await (await read()).count()).toBe(0);
  await admin.close();

  // What the alarm does twice a day.
  await (await background(here.an)).evaluate(() => chrome.alarms.create('refresh', { when: Date.now() }));
  await until('the popup without it', async () => {
    const popup = await popupAt(`https://${HOST}/queue/12`);
    const allow = await popup.getByRole('button', { name: `Allow Hearback on ${HOST}` }).count();
    const asked = await popup.getByText(`You have asked for ${HOST}`).count();
    await popup.close();
    return allow === 1 && asked === 0;
  });
});

it('is forgotten at sign-out', async () => {
  expect((await onDisk(here.an)).wishes).toHaveLength(1);
  const popup = await popupAt('https://wiki.acme.test/');
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.getByRole('heading', { name: 'Sign in once to rate' }).waitFor();
  await popup.close();
  expect((await onDisk(here.an)).wishes).toEqual([]);
});

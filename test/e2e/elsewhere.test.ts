// Pages that no description reads: the popup remembers the team, and tells the admin that the site should be known.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { personAt, TEAM } from '../stack/acme.ts';
import { type Driven, driveBrowser, signIn, signInToPages, until } from '../stack/harness.ts';
import { stage } from './stage.ts';
import { background, flaws, openPopup, showAddress } from './toolbar.ts';

const play = stage();
let an: Driven;
let tab: Page;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
  tab = await an.context.newPage();
  await tab.goto('data:text/html,<title>Ticket</title>');
});

const ratings = async () =>
  (
    await play.stack.db().prepare('SELECT team, score FROM rating ORDER BY id').all<{ team: number; score: number }>()
  ).results.map(({ team, score }) => [team, score]);

/** The popup as it opens on a page of this address. */
async function popupAt(address: string): Promise<Page> {
  await showAddress(an, address);
  return openPopup(an, tab);
}

const field = (popup: Page) => popup.getByRole('combobox', { name: 'Which team answered you?' });
const faces = (popup: Page, team: string) => popup.getByRole('radiogroup', { name: `How was ${team}’s answer?` });
const wish = (popup: Page) => popup.getByRole('button', { name: 'Tell your admin that this site should be known' });

/** What the popup offers at an address: the name in the field, which is the team that has faces. */
async function offeredAt(address: string): Promise<string> {
  const popup = await popupAt(address);
  const offered = await field(popup).inputValue();
  expect(await popup.getByRole('radiogroup').count()).toBe(offered === '' ? 0 : 1);
  if (offered !== '') expect(await faces(popup, offered).getByRole('radio', { checked: true }).count()).toBe(0);
  await popup.close();
  return offered;
}

async function rateAt(address: string, team: string, score: string): Promise<void> {
  const before = (await ratings()).length;
  const popup = await popupAt(address);
  await field(popup).fill(team.slice(0, 3));
  await popup.getByRole('option', { name: team }).click();
  await faces(popup, team).getByRole('radio', { name: score, exact: true }).click();
  await until('the rating', async () => (await ratings()).length === before + 1);
  await popup.close();
}

/** Everything on the extension's disk. */
async function onDisk(): Promise<Record<string, unknown[]>> {
  const options = await an.open('options.html');
  const tables = await options.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('hearback');
      request.onsuccess = () => resolve(request.result);
    });
    const tables = [...db.objectStoreNames].map(
      (name) =>
        new Promise<[string, unknown[]]>((resolve) => {
          const request = db.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => resolve([name, request.result]);
        }),
    );
    const all = Object.fromEntries(await Promise.all(tables));
    db.close();
    return all;
  });
  await options.close();
  return tables;
}

describe('the team that was rated last', () => {
  it('is offered on the pages beside, then on the whole host, and nowhere else; nothing is rated by itself', async () => {
    expect(await offeredAt('https://tickets.acme.test/queue/12?from=mail#comment')).toBe('');
    await rateAt('https://tickets.acme.test/queue/12?from=mail#comment', 'Finance', 'Good');
    expect(await offeredAt('https://tickets.acme.test/queue/13')).toBe('Finance');
    expect(await offeredAt('https://tickets.acme.test/')).toBe('Finance');
    expect(await offeredAt('https://wiki.acme.test/queue/12')).toBe('');
    await rateAt('https://tickets.acme.test/contracts/7', 'Legal', 'OK');
    expect(await offeredAt('https://tickets.acme.test/contracts/8/edit')).toBe('Legal');
    expect(await offeredAt('https://tickets.acme.test/queue/14')).toBe('Finance');
    expect(await offeredAt('https://tickets.acme.test/search')).toBe('Legal');
    expect(await ratings()).toEqual([
      [TEAM.finance, 4],
      [TEAM.legal, 3],
    ]);
  });

  it('is rated with one click, is the first of the list, and gives way to another', async () => {
    const popup = await popupAt('https://tickets.acme.test/queue/15');
    await popup.getByText('as last time').waitFor();
    await field(popup).click();
    const listed = await popup.getByRole('option').allTextContents();
    expect(listed[0]).toBe('Finance');
    expect(listed.length).toBeGreaterThan(5);
    expect(new Set(listed).size).toBe(listed.length);
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme });
      expect(await flaws(popup), colorScheme).toEqual([]);
    }
    await popup.keyboard.press('Escape');
    await faces(popup, 'Finance').getByRole('radio', { name: 'Poor', exact: true }).click();
    await until('the rating', async () => String((await ratings()).at(-1)) === `${TEAM.finance},2`);
    await field(popup).fill('leg');
    await popup.keyboard.press('Enter');
    await faces(popup, 'Legal').waitFor();
    expect(await popup.getByRole('radiogroup').count()).toBe(1);
    await popup.close();
  });

  it('shows what was said on this very page, and takes another score for it', async () => {
    const popup = await popupAt('https://tickets.acme.test/queue/15');
    await faces(popup, 'Finance').getByRole('radio', { name: 'Poor', exact: true, checked: true }).waitFor();
    const before = (await ratings()).length;
    await faces(popup, 'Finance').getByRole('radio', { name: 'Very good' }).click();
    await until('the changed score', async () => String((await ratings()).at(-1)) === `${TEAM.finance},5`);
    expect(await ratings()).toHaveLength(before);
    await popup.close();
  });

  it('is taken on an address of any length', async () => {
    const long = `https://tickets.acme.test/long?${'state=0123456789abcdef&'.repeat(400)}`;
    expect(long.length).toBeGreaterThan(8_000);
    await rateAt(long, 'Legal', 'Poor');
    const popup = await popupAt(long);
    await faces(popup, 'Legal').getByRole('radio', { name: 'Poor', exact: true, checked: true }).waitFor();
    await popup.close();
    expect(await offeredAt(`${long}x`)).toBe('Legal');
  });

  it('is kept without a word of the address', async () => {
    const tables = await onDisk();
    expect(tables.lastRated?.length).toBeGreaterThan(4);
    for (const word of ['tickets', 'queue', 'contracts', 'comment']) {
      expect(JSON.stringify(tables)).not.toContain(word);
    }
  });
});

describe('a page that a description fits only by its address', () => {
  const ROUNDCUBE = 'https://webmail.vendor.example/?_task=mail&_mbox=INBOX&_uid=1&_action=show';
  const PORTAL = 'https://acme.atlassian.net/servicedesk/customer/portal/3/OPS-7';
  const none = (popup: Page) => popup.getByText('No answer from another team is open here.');
  const picture = (popup: Page) => popup.getByText('Something is not recognised here?');

  it.each([
    ['a webmail that the company has not set', ROUNDCUBE, 1],
    ['a portal on a host that has a description for its other pages', PORTAL, 0],
  ])('is as any other that nobody reads: %s', async (_, address, wishes) => {
    expect(await offeredAt(address)).toBe('');
    await rateAt(address, 'Finance', 'OK');
    const popup = await popupAt(address.replace('uid=1', 'uid=2').replace('OPS-7', 'OPS-8'));
    await popup.getByText('as last time').waitFor();
    expect(await field(popup).inputValue()).toBe('Finance');
    await popup.getByText('Answers are not recognised on this page.').waitFor();
    expect(await none(popup).count()).toBe(0);
    expect(await picture(popup).count()).toBe(0);
    expect(await wish(popup).count()).toBe(wishes);
    await popup.close();
  });

  it.each([
    'https://mail.google.com/mail/u/0/#inbox',
    'https://acme.atlassian.net/jira/software/projects/OPS/boards/1',
    'https://acme.atlassian.net/issues/?jql=text',
  ])('is known where a script of ours is there to read it: %s', async (address) => {
    const popup = await popupAt(address);
    await none(popup).waitFor();
    expect(await picture(popup).count()).toBe(1);
    await popup.close();
  });
});

describe('the wish that a site be known', () => {
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
    an.context.on('request', (request) => {
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
    expect(JSON.stringify(await onDisk())).not.toContain('tickets');
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
    await (await background(an)).evaluate(() => chrome.alarms.create('refresh', { when: Date.now() }));
    await until('the popup without it', async () => {
      const popup = await popupAt(`https://${HOST}/queue/12`);
      const allow = await popup.getByRole('button', { name: `Allow Hearback on ${HOST}` }).count();
      const asked = await popup.getByText(`You have asked for ${HOST}`).count();
      await popup.close();
      return allow === 1 && asked === 0;
    });
  });
});

it('forgets teams and wishes at sign-out', async () => {
  const popup = await popupAt('https://wiki.acme.test/');
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.getByRole('heading', { name: 'Sign in once to rate' }).waitFor();
  await popup.close();
  expect(await onDisk()).toMatchObject({ lastRated: [], wishes: [] });
});

it('keeps nothing of what the server says to somebody who signs out while it is asked', async () => {
  await signIn(an, personAt('an@acme.test').subject);
  const answer = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  // The last thing that is asked for.
  await an.context.route('**/api/sites', async (route) => {
    asked.resolve();
    await answer.promise;
    await route.continue();
  });
  await (await background(an)).evaluate(() => chrome.alarms.create('refresh', { when: Date.now() }));
  await asked.promise;
  const popup = await popupAt('https://wiki.acme.test/');
  await popup.getByRole('button', { name: 'Sign out' }).click();
  await popup.getByRole('heading', { name: 'Sign in once to rate' }).waitFor();
  await popup.close();
  answer.resolve();
  await signIn(an, personAt('lead.sales@acme.test').subject);
  const known = await until('what it says to the next', async () => {
    const kept = JSON.stringify((await onDisk()).known);
    return kept.includes('lead.sales@acme.test') && kept;
  });
  expect(known).not.toContain('"an@acme.test');
});

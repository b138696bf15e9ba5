// What a content script may ask the background for. Its process is the page's: were it taken over, this is all it could do.
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHROME_ID } from '../../extension/identity.ts';
import { rowEn } from '../../shared/messages/row.en.ts';
import { TEAM } from '../stack/acme.ts';
import { clickFace, type Driven, rowSays, theRow, until } from '../stack/harness.ts';
import { LOADER, scriptsIn, VISIT } from '../stack/loader.ts';
import { openThread, scoresIn, stage } from './stage.ts';

const play = stage();
let an: Driven;
let mail: Page;
let world: Awaited<ReturnType<typeof worldOfContentScript>>;

beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
  mail = await openThread(an, play.stack, 't-vpn');
  await theRow(mail);
  world = await worldOfContentScript(mail);
});
afterAll(() => world?.close());

/** The mail as its content script would tell of it. */
const vpn = {
  site: 'sample',
  id: 't-vpn',
  self: null,
  selfName: null,
  kind: 'mail',
  queue: null,
  messages: [
    {
      id: 'm',
      author: { kind: 'mail', id: 'it-help@acme.test' },
      name: null,
      staff: false,
      recipients: [{ kind: 'mail', id: 'an@acme.test' }],
      sentAt: null,
      automatic: false,
      expanded: true,
    },
  ],
};

const place = (team: number, conversation = 't-vpn') => ({ site: 'sample', conversation, team });

it('hears nothing of who is signed in, of the last ratings or of other sites, and changes no setting', async () => {
  for (const message of [
    { kind: 'status', tab: null },
    { kind: 'signIn' },
    { kind: 'signOut', everywhere: true },
    { kind: 'sendNow' },
    { kind: 'setLanguage', language: 'vi' },
    { kind: 'setSiteOff', host: 'mail.google.com', off: true },
    { kind: 'setServer', server: 'https://evil.example' },
    { kind: 'change', rated: { site: 'sample', conversationKey: 'x', team: TEAM.it }, score: 1 },
  ]) {
    expect(await world.ask(message), message.kind).toBeNull();
  }
  const popup = await an.open('popup.html');
  await popup.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await popup.locator('html').getAttribute('lang')).toBe('en');
  await popup.close();
});

it('rates nothing but what was offered to its own frame', async () => {
  const rate = (of: object) => world.ask({ kind: 'rate', place: of, score: 1, wait: null });
  expect(await rate(place(TEAM.legal)), 'another team').toBeNull();
  expect(await rate(place(TEAM.it, 't-advance')), 'another conversation').toBeNull();
  expect(await world.ask({ kind: 'rate', place: place(TEAM.it), score: 6, wait: null }), 'no such score').toBeNull();
  expect(
    await world.ask({
      kind: 'rate',
      place: { ...place(TEAM.it), conversation: 'x'.repeat(5000) },
      score: 1,
      wait: null,
    }),
  ).toBeNull();
  expect(await world.ask(['rate'])).toBeNull();
  expect(await rate(place(TEAM.it))).toEqual({ kind: 'saved', score: 1 });
  await until('the one rating', async () => (await scoresIn(play.stack)).join() === '1');
});

it('is told the state of a row and a name, never a token, a key or a hash', async () => {
  await clickFace(mail, 4);
  await rowSays(mail, 'saved');
  const offers = await world.ask({ kind: 'offers', conversation: vpn });
  expect(offers).toEqual({
    language: 'en',
    words: rowEn,
    offers: [
      {
        message: 'm',
        team: TEAM.it,
        teamName: 'IT',
        state: { kind: 'saved', score: 4 },
        explain: expect.toBeOneOf([4, null]),
        wait: null,
      },
    ],
  });
});

it('is told nothing, and rates nothing, in the name of another site or of another host of its own', async () => {
  await clickFace(mail, 4);
  await rowSays(mail, 'saved');
  const ticket = { ...vpn, site: 'jira-cloud', id: 'evil.atlassian.net/A-1', kind: 'ticket' };
  expect(await world.ask({ kind: 'offers', conversation: ticket }), 'mail that says it is a ticket').toBeNull();

  const other = await an.context.newPage();
  await other.route('https://evil.atlassian.net/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>No ticket of ours</h1>' }),
  );
  await other.goto('https://evil.atlassian.net/browse/A-1');
  const there = await worldOfContentScript(other);
  const ask = (conversation: object) => there.ask({ kind: 'offers', conversation });
  expect(await ask(vpn), 'a ticket that says it is that mail').toBeNull();
  expect(await ask({ ...ticket, id: 'acme.atlassian.net/A-1' }), 'another host').toBeNull();
  expect(await ask(ticket), 'itself').toMatchObject({ offers: [{ team: TEAM.it }] });
  await there.close();

  // A frame that goes on elsewhere leaves behind what was offered to it.
  await mail.route('https://evil.atlassian.net/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>No ticket of ours</h1>' }),
  );
  await world.close();
  await mail.goto('https://evil.atlassian.net/browse/A-2');
  world = await worldOfContentScript(mail);
  expect(await world.ask({ kind: 'rate', place: place(TEAM.it), score: 1, wait: null })).toBeNull();
  mail = await openThread(an, play.stack, 't-vpn');
  await theRow(mail);
  await world.close();
  world = await worldOfContentScript(mail);
});

it('gets the script of a visit where a description stands, for itself, and never twice', async () => {
  const ask = (address: unknown) => world.ask({ kind: 'visit', address });
  for (const wrong of [undefined, 7, 'x'.repeat(9000), `${play.stack.sample}/nothing`]) {
    expect(await ask(wrong), String(wrong).slice(0, 40)).toBeNull();
  }
  const before = await mail.locator('hearback-rating').elementHandle();
  expect(await ask(null)).toEqual({ ok: true });
  expect(await scriptsIn(mail)).toEqual([LOADER, VISIT]);
  expect(await before?.evaluate((row) => row.isConnected), 'it ran again, and found that it is there').toBe(true);

  const other = await an.context.newPage();
  await other.route('https://acme.service-now.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>A face that no description knows</h1>' }),
  );
  await other.goto('https://acme.service-now.com/now/sow/record/incident/1');
  const there = await worldOfContentScript(other);
  const elsewhere = 'https://acme.zendesk.com/agent/tickets/42';
  for (const address of [null, elsewhere]) expect(await there.ask({ kind: 'visit', address })).toBeNull();
  expect(await scriptsIn(other)).toEqual([LOADER]);
  await there.close();
  await other.close();
});

it('finds nothing in the storage that it can reach', async () => {
  expect(await world.run('chrome.storage.local.get(null)')).toEqual({});
  await expect(world.run('chrome.storage.session.get(null)')).rejects.toThrow();
});

/** Speaks from the world of the content script itself, as it would if its process were not its own any more. */
async function worldOfContentScript(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  let id = 0;
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${CHROME_ID}`) id = context.id;
  });
  await cdp.send('Runtime.enable');
  await until('the world of the content script', () => id > 0);
  return {
    ask: (message: object) => run(`chrome.runtime.sendMessage(${JSON.stringify(message)})`),
    run,
    close: () => cdp.detach(),
  };

  async function run(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: id,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  }
}

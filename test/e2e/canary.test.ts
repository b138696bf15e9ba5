import type { Request } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHROME_ID, CHROME_REDIRECT } from '../../extension/identity.ts';
import { personAt, TEAM } from '../stack/acme.ts';
import { clickFace, type Driven, signIn, theRow, until } from '../stack/harness.ts';
import { scoresIn, stage } from './stage.ts';
import { openPopup, showAddress } from './toolbar.ts';

const play = stage();
let browser: Driven;
const sent: { url: string; text: string }[] = [];

/** Words that nothing but the page knows, in each place where a mail has words. */
const CANARY = {
  subject: 'zirkonsubject',
  text: 'zirkontext',
  quoted: 'zirkonquote',
  name: 'Zirkonname',
  address: 'it-help@acme.test',
  own: 'an@acme.test',
  path: 'zirkonpath',
  query: 'zirkonquery',
  thread: '19a8c0dec0de0001',
  message: '19a8c0dec0de0002',
};

/** The same in a ticket, whose page reads its site's own answers beside; and in a page that no description knows. */
const TICKET = {
  host: 'zirkonhost',
  key: 'ZIRKONKEY-7',
  summary: 'zirkonsummary',
  comment: 'zirkoncomment',
  commentId: '770077007',
  author: personAt('bich@acme.test').jira ?? '',
  authorName: 'Zirkonauthor',
  self: personAt('an@acme.test').jira ?? '',
};
const UNKNOWN = {
  unknownHost: 'zirkontool.example',
  unknownPath: 'zirkonshow',
  unknownQuery: 'zirkonnumber',
  unknownHash: 'zirkonhash',
  unknownTitle: 'zirkontitle',
};

const ISSUE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>[${TICKET.key}] ${TICKET.summary} - Jira</title></head><body>
<a data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item" href="/browse/${TICKET.key}"><span>${TICKET.key}</span></a>
<div data-testid="issue.activity.comments-list"><span data-testid="comment-base-item-${TICKET.commentId}">
<div data-testid="issue-comment-base.ui.comment.ak-comment.${TICKET.commentId}-header"><h3>${TICKET.authorName}</h3></div>
<div data-testid="issue-comment-base.ui.comment.ak-comment.${TICKET.commentId}-body"><div class="ak-renderer-document"><p>${TICKET.comment}</p></div></div>
</span></div></body></html>`;

const account = (accountId: string) => ({ accountId, displayName: TICKET.authorName });
const ANSWERS: Record<string, object> = {
  [`/rest/api/3/issue/${TICKET.key}/comment`]: {
    comments: [{ id: TICKET.commentId, author: account(TICKET.author), created: '2026-11-16T09:00:00.000+0700' }],
  },
  [`/rest/api/3/issue/${TICKET.key}`]: {
    fields: { reporter: account(TICKET.self), created: '2026-11-16T08:00:00.000+0700' },
  },
  '/rest/api/3/myself': account(TICKET.self),
};

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${CANARY.subject} - ${CANARY.own} - Acme Mail</title></head><body>
<a aria-label="Google Account: ${CANARY.name} (${CANARY.own})" href="https://accounts.google.com/SignOutOptions?hl=en">A</a>
<div role="main"><h2 class="hP" data-legacy-thread-id="${CANARY.thread}">${CANARY.subject}</h2>
<div role="listitem"><div class="adn ads" data-message-id="#msg-f:1" data-legacy-message-id="${CANARY.message}"><div class="gs">
<table><tbody><tr><td class="gF"><span class="gD" email="${CANARY.address}" name="${CANARY.name}">${CANARY.name}</span></td></tr>
<tr><td><span class="hb">to <span email="${CANARY.own}" name="me">me</span></span></td></tr></tbody></table>
<div><div class="ii gt"><div class="a3s"><p>${CANARY.text}</p><blockquote>${CANARY.quoted}</blockquote></div></div></div></div></div></div></div></body></html>`;

beforeAll(async () => {
  browser = await play.browser();
  // Everything from here on: sign-in, directory, ratings; of service worker, popup and content script alike.
  browser.context.on('request', (request) => sent.push({ url: request.url(), text: written(request) }));
  await signIn(browser, 'acme-an');
});

function written(request: Request): string {
  const headers = Object.entries(request.headers()).map(([name, value]) => `${name}: ${value}`);
  return [request.url(), ...headers, request.postDataBuffer()?.toString('latin1') ?? '', request.postData() ?? ''].join(
    '\n',
  );
}

/** A word as it may hide in a request: plain, in another case, in an address, in base64 at any offset, in hexadecimal. */
function disguises(word: string): string[] {
  const bytes = Buffer.from(word, 'utf8');
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // The first and last characters depend on what stands beside the word.
    return text.slice(before === 0 ? 0 : before + 1, Math.floor(((before + bytes.length) * 8) / 6) - 1);
  });
  const plain = [
    word,
    encodeURIComponent(word),
    JSON.stringify(word).slice(1, -1),
    bytes.toString('hex'),
    [...word].reverse().join(''),
  ];
  return [
    ...plain.map((text) => text.toLowerCase()),
    ...inBase64,
    ...inBase64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

const tells = (text: string, word: string) =>
  disguises(word).some((disguise) => text.includes(disguise) || text.toLowerCase().includes(disguise));

describe('nothing of the message leaves the page', () => {
  it('notices a canary however it is dressed, so that the search below can fail', () => {
    for (const word of Object.values({ ...CANARY, ...TICKET, ...UNKNOWN })) {
      for (const dressed of [
        word.toUpperCase(),
        `https://server.example/?q=${encodeURIComponent(word)}`,
        ...['', 'x', 'xy', 'xyz'].map((before) => Buffer.from(`${before}${word} and more`).toString('base64url')),
        Buffer.from(word).toString('hex'),
      ]) {
        expect(tells(dressed, word), dressed).toBe(true);
      }
    }
  });

  it('sends no word, name, address, id or path of the page while a rating is given and changed', async () => {
    await browser.context.route('https://mail.google.com/**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: PAGE }),
    );
    const page = await browser.context.newPage();
    await page.goto(`https://mail.google.com/mail/u/0/${CANARY.path}?${CANARY.query}=1#inbox/${CANARY.thread}`);
    await theRow(page);
    await clickFace(page, 2);
    await until('the rating', async () => (await scoresIn(play.stack)).join() === '2');
    await clickFace(page, 4);
    await until('the change', async () => (await scoresIn(play.stack)).join() === '4');

    const popup = await browser.open('popup.html');
    await popup
      .getByRole('button', { name: /sign out/i })
      .first()
      .waitFor({ state: 'attached' });

    const ours = saidOutside();
    // The record sees what is sent: the scores, and who sends them.
    const ratings = ours.filter(({ url }) => url === `${play.stack.origin}/api/ratings`).map(({ text }) => text);
    for (const score of [2, 4]) expect(ratings.some((text) => text.includes(`"score":${score}`))).toBe(true);
    expect(ratings.every((text) => /authorization: Bearer ey/.test(text))).toBe(true);
    expectNothingOf(CANARY);
  });

  it('sends none of a ticket’s either, whose page asks its own site, and only it, for what it does not show', async () => {
    const site = `https://${TICKET.host}.atlassian.net`;
    const reads: string[] = [];
    await browser.context.route(`${site}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const json = ANSWERS[pathname];
      if (json === undefined) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: ISSUE });
      reads.push(pathname);
      return route.fulfill({ json });
    });
    const page = await browser.context.newPage();
    await page.goto(`${site}/browse/${TICKET.key}`);
    await theRow(page);
    expect(reads.toSorted()).toEqual(Object.keys(ANSWERS).toSorted());
    await clickFace(page, 5);
    await until('the rating', async () => (await scoresIn(play.stack)).join() === '4,5');
    expectNothingOf(TICKET, site);
  });

  it('sends nothing of a page that no description knows, though the popup sees its address', async () => {
    const { unknownHost, unknownPath, unknownQuery, unknownHash, unknownTitle } = UNKNOWN;
    const site = `https://${unknownHost}`;
    await browser.context.route(`${site}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<title>${unknownTitle}</title>` }),
    );
    const page = await browser.context.newPage();
    const address = `${site}/${unknownPath}?id=${unknownQuery}#${unknownHash}`;
    await page.goto(address);
    await showAddress(browser, address);
    const popup = await openPopup(browser, page);
    await popup.getByRole('combobox', { name: 'Which team answered you?' }).fill('fin');
    await popup.getByRole('option', { name: 'Finance' }).click();
    await popup
      .getByRole('radiogroup', { name: /Finance/ })
      .getByRole('radio', { name: 'OK' })
      .click();
    await until('the rating', async () => (await scoresIn(play.stack)).join() === '4,5,3');
    const last = saidOutside().findLast(({ url }) => url === `${play.stack.origin}/api/ratings`);
    expect(last?.text).toContain(`"team":${TEAM.finance}`);
    expectNothingOf(UNKNOWN, site);
    await popup.close();
  });

  it('sends the host of such a page, and nothing else of it, only to whoever asks that the site be known', async () => {
    const { unknownHost, unknownPath, unknownQuery, unknownHash } = UNKNOWN;
    const site = `https://${unknownHost}`;
    const page = await browser.context.newPage();
    const address = `${site}/${unknownPath}?id=${unknownQuery}#${unknownHash}`;
    await page.goto(address);
    await showAddress(browser, address);
    const popup = await openPopup(browser, page);
    const tell = popup.getByRole('button', { name: 'Tell your admin that this site should be known' });
    await tell.waitFor();
    expectNothingOf(UNKNOWN, site);
    const before = sent.length;
    await tell.click();
    await popup.getByText('Thank you.').waitFor();
    const wishes = saidOutside(site).filter(({ text }) => tells(text, unknownHost));
    expect(wishes.map(({ url }) => url)).toEqual([`${play.stack.origin}/api/site-wishes`]);
    expect(sent.slice(before).filter(({ url }) => url.startsWith(play.stack.origin))).toHaveLength(1);
    expect(wishes[0]?.text).toContain(`\n{"host":"${unknownHost}"}`);
    const { unknownHost: _, ...rest } = UNKNOWN;
    expectNothingOf(rest, site);
  });
});

/** What left the browser, but for what the page under test asked of its own site. */
function saidOutside(site = 'https://mail.google.com') {
  // Requests for our own files go nowhere.
  return sent.filter(
    ({ url }) =>
      !url.startsWith(`${site}/`) &&
      !url.startsWith('https://mail.google.com/') &&
      !url.startsWith(`https://${TICKET.host}.atlassian.net/`) &&
      !url.startsWith(`chrome-extension://${CHROME_ID}`),
  );
}

/** The visitor's own address is what the provider, the pages and /api/config call them by; it comes down, it never goes up. */
function expectNothingOf(canaries: Record<string, string>, site?: string): void {
  const outside = saidOutside(site);
  for (const [place, word] of Object.entries(canaries)) {
    const leaks = outside.filter(({ text }) => tells(text, word)).map(({ url }) => `${place}: ${url}`);
    expect(leaks).toEqual([]);
  }
  for (const { url } of outside) {
    expect([play.stack.origin, play.stack.issuer, new URL(CHROME_REDIRECT).origin]).toContain(new URL(url).origin);
  }
}

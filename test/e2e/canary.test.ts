import type { Request } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { CHROME_ID, CHROME_REDIRECT } from '../../extension/identity.ts';
import { clickFace, type Driven, signIn, theRow, until } from '../stack/harness.ts';
import { scoresIn, stage } from './stage.ts';

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
    for (const word of Object.values(CANARY)) {
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

    // The visitor's own address is what the provider, the pages and /api/config call them by; it comes down, it never goes up.
    const ours = sent.filter(
      ({ url }) => !url.startsWith('https://mail.google.com/') && !url.startsWith(`chrome-extension://${CHROME_ID}`),
    );
    // The record sees what is sent: the scores, and who sends them.
    const ratings = ours.filter(({ url }) => url === `${play.stack.origin}/api/ratings`).map(({ text }) => text);
    for (const score of [2, 4]) expect(ratings.some((text) => text.includes(`"score":${score}`))).toBe(true);
    expect(ratings.every((text) => /authorization: Bearer ey/.test(text))).toBe(true);
    for (const [place, word] of Object.entries(CANARY)) {
      const leaks = ours.filter(({ text }) => tells(text, word)).map(({ url }) => `${place}: ${url}`);
      expect(leaks).toEqual([]);
    }
    for (const { url } of ours) {
      expect([play.stack.origin, play.stack.issuer, new URL(CHROME_REDIRECT).origin]).toContain(new URL(url).origin);
    }
  });
});

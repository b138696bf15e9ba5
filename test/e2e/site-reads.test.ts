// What the extension asks of a site beside its page, from real servers: it never goes where a redirect would lead it.
import { createServer, type RequestListener } from 'node:http';
import type { Request } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { clickFace, rowSays, theRow, until } from '../stack/harness.ts';
import { onDisk } from './disk.ts';
import { pageText } from './reader.ts';
import { stage } from './stage.ts';

async function serve(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const SOURCE = { 'content-type': 'text/plain; charset=UTF-8' };

/** A server that would tell everybody everything, and notes who asks. */
const asked: string[] = [];
const elsewhere = await serve(({ url = '', headers }, response) => {
  asked.push(url);
  const shared = { 'access-control-allow-origin': headers.origin ?? '*', 'access-control-allow-credentials': 'true' };
  response.writeHead(200, { ...SOURCE, ...shared }).end(pageText('roundcube-full.eml'));
});

/** The webmail; while it is astray, the source of a mail lies elsewhere. */
let astray = true;
const webmail = await serve(({ url = '' }, response) => {
  if (!url.includes('viewsource')) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageText('roundcube-full.html'));
  } else if (astray) response.writeHead(302, { location: `${elsewhere}/source` }).end();
  else response.writeHead(200, SOURCE).end(pageText('roundcube-full.eml'));
});
const play = stage({ sites: [{ origin: webmail, site: 'roundcube' }] });

it('no read of a site is led to another server', async () => {
  const an = await play.browserOf('an@acme.test');
  const page = await an.context.newPage();
  const isRead = (request: Request) => request.url().includes('viewsource');
  const led = Promise.race([
    page.waitForEvent('requestfailed', isRead).then(() => 'refused'),
    page.waitForEvent('requestfinished', isRead).then(() => 'followed'),
  ]);
  await page.goto(`${webmail}/?_task=mail&_mbox=INBOX&_uid=1&_action=show`);
  expect(await led).toBe('refused');

  // The same mail with its source in place is read, and the other server notes whoever does come.
  astray = false;
  await page.reload();
  await theRow(page, 'IT');
  expect(asked).toEqual([]);
  await page.evaluate(
    async (address) => (await fetch(address, { credentials: 'include' })).text(),
    `${elsewhere}/seen`,
  );
  expect(asked).toEqual(['/seen']);
});

it('of a mail’s header lines, which the background reads, nothing is kept and nothing is sent', async () => {
  astray = false;
  const an = await play.browserOf('an@acme.test');
  const sent: string[] = [];
  an.context.on('request', (request) => sent.push(`${request.url()} ${request.postData()}`));
  const page = await an.context.newPage();
  await page.goto(`${webmail}/?_task=mail&_mbox=INBOX&_uid=1&_action=show`);
  await clickFace(page, 4, 'IT');
  await rowSays(page, 'saved');
  await until('the rating on its way', () => sent.some((one) => one.includes('/api/ratings')));
  const kept = JSON.stringify(await onDisk(an));
  expect(kept).toContain('"roundcube"');
  for (const word of ['mx.acme.test', 'Re: VPN', 'vpn-1@acme.test', 'vpn-2@acme.test']) {
    expect(kept, word).not.toContain(word);
    expect(sent.join('\n'), word).not.toContain(word);
  }
});

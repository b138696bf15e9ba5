// The command with which somebody who adds a site looks at what the reader finds, run as they run it.
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../stack/worker.ts';
import { pageText } from './reader.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function site(...args: string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['test/stack/site.ts', ...args], { cwd: root }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), text: out + err });
    });
  });
}

async function served(html: string): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

// Each run bundles the reader and starts a browser of its own.
describe('npm run site -- try', { timeout: 240_000 }, () => {
  it('shows of a stored page each field, where it was found, what is left alone and who gets a row', async () => {
    const { code, text } = await site('try', 'redmine', join(root, 'test/pages/redmine.html'));
    expect(text).toContain('self          redmine:tickets.acme.test/5   from href of #loggedas a.user');
    expect(text).toMatch(/^ {4}author {6}redmine:tickets\.acme\.test\/6 {3}from href of .* a\.user$/m);
    expect(text).toContain("1 of them in somebody's text: left alone");
    expect(text).toMatch(/^ {4}11 +ROW: IT$/m);
    expect(text).toMatch(/^ {4}13 +no row: the reader’s own/m);
    expect(text).toMatch(/^ {4}15 +the row ASKS/m);
    expect(text).toContain('Nothing is missing.');
    expect(code).toBe(0);
  });

  it('reads a page of a server as well, by what its company lists', async () => {
    const origin = await served(pageText('osticket.html'));
    const { host } = new URL(origin);
    const { code, text } = await site(
      'try',
      'osticket',
      `${origin}/tickets.php?id=7`,
      '--as',
      'an@acme.test',
      '--listed',
      `queue:${host}/Helpdesk=4`,
    );
    expect(text).toContain(`id            ${host}/7`);
    expect(text).toMatch(/^ {4}14 +ROW: Human Resources$/m);
    expect(code).toBe(0);
  });

  it('says why nothing is found, and ends with 1', async () => {
    const other = await site(
      'try',
      'redmine',
      join(root, 'test/pages/glpi.html'),
      '--at',
      'https://tickets.acme.test/issues/7',
    );
    expect(other.text).toContain('NOTHING FOUND: nothing matches the root body.controller-issues.action-show #content');
    expect(other.code).toBe(1);
  });

  it('says what is missing of what it finds', async () => {
    const broken = await served(pageText('redmine.html').replaceAll('class="author"', 'class="writer"'));
    const { code, text } = await site('try', 'redmine', `${broken}/issues/7`);
    expect(text).toMatch(/^ {2}an author: opening /m);
    expect(code).toBe(0);
  });

  it('names the descriptions that there are to whoever names none of them', async () => {
    const unknown = await site('try', 'redmin', join(root, 'test/pages/redmine.html'));
    expect(unknown.text).toContain('there is no description "redmin"; there are ');
    expect(unknown.code).toBe(1);
  });
});

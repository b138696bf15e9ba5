// The command with which somebody who adds a site looks at what the reader finds, run as they run it.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { gmail } from '../../extension/sites/gmail.ts';
import { bundledVersion } from '../../extension/sites/news.ts';
import { redmine } from '../../extension/sites/redmine.ts';
import { root } from '../stack/worker.ts';
import { pageText } from './reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearback-site-'));
afterAll(() => rmSync(folder, { recursive: true }));
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

async function served(html: string, path = ''): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}${path}`;
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

describe('a newer description that nobody has published yet', { timeout: 240_000 }, () => {
  const next = (id: 'redmine' | 'gmail') => bundledVersion(id) + 1;
  function written(description: object | string): string {
    const file = join(folder, 'description.json');
    writeFileSync(file, typeof description === 'string' ? description : JSON.stringify(description));
    return file;
  }
  const tried = (file: string, page = 'redmine.html') =>
    site('try', '--description', file, join(root, 'test/pages', page));

  it('begins as the one that came with the extension, under the next number, and can be tried at once', async () => {
    const printed = await site('json', 'redmine');
    expect(JSON.parse(printed.text)).toEqual({ version: next('redmine'), ...redmine });
    const file = join(folder, 'redmine.json');
    expect(await site('json', 'redmine', file)).toEqual({ code: 0, text: '' });
    expect(readFileSync(file, 'utf8')).toBe(printed.text);
    const { code, text } = await tried(file);
    expect(text).toContain(
      `redmine, version ${next('redmine')} of the description on https://tickets.acme.test/issues/7`,
    );
    expect(text).toMatch(/^ {4}11 +ROW: IT$/m);
    expect(text).toContain('Nothing is missing.');
    expect(text).not.toContain('NOT USED HERE');
    expect(code).toBe(0);
  });

  it('reads a page that changed', async () => {
    const changed = await served(pageText('redmine.html').replaceAll('id="history"', 'id="notes"'), '/issues/7');
    const mended = JSON.stringify({ version: next('redmine'), ...redmine }).replaceAll('#history', '#notes');
    expect((await site('try', 'redmine', changed)).text).toContain('0 match #history');
    const { code, text } = await site('try', '--description', written(mended), changed);
    expect(text).toMatch(/^ {4}author {6}redmine:[^/]+\/6 /m);
    expect(text).not.toContain('NOT USED HERE');
    expect(code).toBe(0);
  });

  it('is told apart from one that browsers would leave aside', async () => {
    const lost = { version: next('redmine'), ...redmine, self: [] };
    const { code, text } = await tried(written(lost));
    expect(text).toContain('who is reading: ');
    expect(text).toContain(
      'NOT USED HERE: it finds nothing of something that the description of the extension does find',
    );
    expect(code).toBe(0);
  });

  it('misses an author where a person wrote, not where a robot did', async () => {
    const anonymous = (automatic: string) => {
      const messages = redmine.messages.map((one, i) => (i === 0 ? one : { ...one, author: [], name: [], automatic }));
      return tried(written({ version: next('redmine'), ...redmine, messages }));
    };
    const { text } = await anonymous('#change-11');
    expect(text).toContain('an author: 12, 13, 14, 15 (');
    expect((await anonymous('.journal')).text).not.toContain('an author: ');
  });

  it.each<[string, object | string, string]>([
    ['is no JSON', '{', 'This is not JSON.'],
    ['is of no site that there is', { version: 2, ...redmine, id: 'fax' }, '  id: Expected here: ("gmail" |'],
    ['has an unknown field', { version: 2, ...redmine, bodeis: '.x' }, '  bodeis: There is no such field.'],
    ['has the number in use', { version: 1, ...redmine }, '  version: This must be greater than 1.'],
    ['has a selector that does not parse', { version: 2, ...redmine, root: 'p[' }, '  root: This selector cannot'],
    [
      'forgets texts',
      { version: 2, ...gmail, bodies: '.x' },
      '  bodies: This must also name what messages.0.body finds',
    ],
  ])('and one that %s is refused as the administrators’ page would refuse it', async (_, description, says) => {
    const { code, text } = await tried(written(description));
    expect(text).toContain(`This description would be refused.\n`);
    expect(text).toContain(says);
    expect(code).toBe(1);
  });

  it('says how it is called to whoever names no page', async () => {
    const { code, text } = await site('try', '--description', written('{}'));
    expect(text).toContain('npm run site -- json <site> [file]');
    expect(code).toBe(2);
  });
});

// What the extension reads: the company, the directory, and the API's own description.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENDPOINTS } from '../../shared/api/endpoints.ts';
import { hashAccount } from '../../shared/directory/format.ts';
import { openDirectory, type Section } from '../../shared/directory/open.ts';
import type { AccountKind } from '../../shared/words.ts';
import { earth } from '../../worker/app.ts';
import { rebuildDirectory } from '../../worker/identity/directory.ts';
import { an, createWorld, foundAcme } from './acme.ts';
import { accessTokenOf, clientOf } from './client.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
let token: string;
beforeAll(foundAcme);
beforeEach(async () => {
  await env.DB.prepare('DELETE FROM directory_section').run();
  world = await createWorld();
  token = await accessTokenOf(world, an);
});

const call = () => clientOf(world);

describe('The configuration', () => {
  it('tells the company, its teams, the next release, and who asks', async () => {
    expect(await call()('config', { token })).toMatchObject({
      kind: 'ok',
      value: {
        company: 'Acme',
        ratings: 'anonymous',
        k: 5,
        nextTick: '2026-11-23',
        directoryKinds: ['mail', 'jira', 'name'],
        teams: [
          { id: 1, parent: null, name: 'Acme', nameVi: null, ratedAs: 1, answers: false },
          { id: 2, parent: 1, name: 'IT', nameVi: 'CNTT', ratedAs: 2, answers: true },
          { id: 3, parent: 1, name: 'Sales', nameVi: 'Kinh doanh', ratedAs: 3, answers: true },
          { id: 4, parent: 2, name: 'Cabling', nameVi: null, ratedAs: 2, answers: false },
        ],
        sites: [],
        me: { name: 'An', team: 3, email: 'an@acme.test' },
      },
    });
  });

  it('lists the company’s own servers, without sites that this version does not know', async () => {
    await env.DB.prepare(
      "INSERT INTO site_origin(origin, site) VALUES ('https://tickets.acme.test', 'redmine'), ('https://fax.acme.test', 'fax')",
    ).run();
    const answer = await call()('config', { token });
    await env.DB.prepare('DELETE FROM site_origin').run();
    expect(answer).toMatchObject({ value: { sites: [{ origin: 'https://tickets.acme.test', site: 'redmine' }] } });
  });

  it('lists origins as browsers write them, each once, and what is none hides no other', async () => {
    await env.DB.prepare(
      `INSERT INTO site_origin(origin, site) VALUES ('tickets.acme.test', 'redmine'), ('https://Tickets.acme.test/', 'redmine'),
       ('https://tickets.acme.test', 'redmine'), ('https://*.acme.test', 'glpi'), ('http://rt.acme.test', 'request-tracker')`,
    ).run();
    const answer = await call()('config', { token });
    await env.DB.prepare('DELETE FROM site_origin').run();
    if (answer.kind !== 'ok') throw new Error(answer.kind);
    expect(answer.value.sites).toEqual([{ origin: 'https://tickets.acme.test', site: 'redmine' }]);
  });

  it('names a kind of account once the company has listed one', async () => {
    await env.DB.prepare("INSERT INTO account(kind, id, team) VALUES ('queue', 'tickets.acme.test/it', 2)").run();
    const answer = await call()('config', { token });
    await env.DB.prepare("DELETE FROM account WHERE kind = 'queue'").run();
    expect(answer).toMatchObject({ value: { directoryKinds: ['mail', 'jira', 'name', 'queue'] } });
  });

  it('is unchanged until something in it changes', async () => {
    const first = await call()('config', { token });
    if (first.kind !== 'ok') throw new Error(first.kind);
    expect(first.etag).toMatch(/^"[\w-]{22}"$/);
    expect(await call()('config', { token, etag: first.etag })).toEqual({ kind: 'unchanged' });
    await env.DB.prepare("UPDATE team SET name = 'Sales and Care' WHERE id = 3").run();
    const changed = await call()('config', { token, etag: first.etag });
    await env.DB.prepare("UPDATE team SET name = 'Sales' WHERE id = 3").run();
    expect(changed).toMatchObject({ kind: 'ok' });
  });

  it.each([
    ['among others', '"x", TAG'],
    ['weakened by a proxy', 'W/TAG'],
    ['as anything at all', '*'],
  ])('is unchanged where its tag is named %s, and has no body then', async (_, given) => {
    const read = (headers: Record<string, string>) =>
      world.app.request('/api/config', { headers: { Authorization: `Bearer ${token}`, ...headers } }, env);
    const tag = (await read({})).headers.get('ETag') ?? '';
    const answer = await read({ 'If-None-Match': given.replace('TAG', tag) });
    expect(answer.status).toBe(304);
    expect(answer.headers.get('ETag')).toBe(tag);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await answer.text()).toBe('');
  });

  it('is not given to somebody who has become inactive', async () => {
    await env.DB.prepare('UPDATE person SET active = 0 WHERE id = 1').run();
    const answer = await call()('config', { token });
    await env.DB.prepare('UPDATE person SET active = 1 WHERE id = 1').run();
    expect(answer).toMatchObject({ kind: 'problem', code: 'unauthorized' });
  });
});

describe('The directory', () => {
  async function read(kinds: string): Promise<{ bytes: Uint8Array; etag: string | null }> {
    const answer = await call()('directory', { token, query: { kinds } });
    if (answer.kind !== 'ok') throw new Error(answer.kind);
    return { bytes: answer.value, etag: answer.etag };
  }
  async function section(kind: AccountKind): Promise<Section> {
    const found = openDirectory((await read(kind)).bytes)?.get(kind);
    if (!found) throw new Error('no such section');
    return found;
  }
  const teamOf = async (from: Section, id: string) => from.find(await hashAccount(from.salt, from.kind, id));

  it('knows people by the team they belong to and shared mailboxes by the team they are listed for', async () => {
    const mail = await section('mail');
    expect(await teamOf(mail, 'an@acme.test')).toBe(3);
    expect(await teamOf(mail, 'Helpdesk@acme.test')).toBe(2);
    expect(await teamOf(await section('jira'), '5b10aC')).toBe(2);
  });

  it('follows the list where it names another team for a person’s address', async () => {
    expect(await teamOf(await section('mail'), 'binh@acme.test')).toBe(3);
  });

  it('names the team that is rated in place of one that is too small', async () => {
    expect(await teamOf(await section('mail'), 'dung@acme.test')).toBe(2);
  });

  it('knows nobody who has left and nobody from outside', async () => {
    const mail = await section('mail');
    expect(mail.count).toBe(4);
    expect(await teamOf(mail, 'chi@acme.test')).toBeNull();
    expect(await teamOf(mail, 'somebody@example.com')).toBeNull();
  });

  it('knows full names in either order, but none that two people have or had, and no single word', async () => {
    await env.DB.prepare(
      `INSERT INTO person(id, email, name, team, active) VALUES (21, 'n1@acme.test', 'Trần Thị Bích', 2, 1),
        (22, 'n2@acme.test', 'Lê Minh Hoàng', 3, 1), (23, 'n3@acme.test', 'Hoàng Lê Minh', 3, 1),
        (24, 'n4@acme.test', 'Maria Lopez', 2, 1), (25, 'n5@acme.test', 'Lopez, Maria', 2, 0), (26, 'n6@acme.test', 'Võ Thị Lan', 4, 1)`,
    ).run();
    await env.DB.prepare('DELETE FROM directory_section').run();
    const name = await section('name');
    await env.DB.prepare('DELETE FROM person WHERE id > 20').run();
    await env.DB.prepare('DELETE FROM directory_section').run();
    expect(name.count).toBe(2);
    expect(await teamOf(name, 'Trần Thị Bích'.normalize('NFD'))).toBe(2);
    expect(await teamOf(name, 'Bích Trần Thị')).toBe(2);
    expect(await teamOf(name, 'võ thị LAN')).toBe(2);
    for (const nobody of ['Lê Minh Hoàng', 'Maria Lopez', 'An', 'Bích']) expect(await teamOf(name, nobody)).toBeNull();
  });

  it('gives the sections that were asked for, each once, and no others', async () => {
    expect([...(openDirectory((await read('mail')).bytes)?.keys() ?? [])]).toEqual(['mail']);
    const [both, other] = [await read('mail,jira'), await read('jira,mail,jira')];
    expect([...(openDirectory(both.bytes)?.keys() ?? [])].sort()).toEqual(['jira', 'mail']);
    expect(other).toEqual(both);
  });

  it.each(['', 'fax', 'mail,fax', 'mail,'])('refuses to look for %j', async (kinds) => {
    const answer = await call()('directory', { token, query: { kinds } });
    expect(answer).toMatchObject({ kind: 'problem', code: 'malformed', field: 'kinds' });
  });

  it('is unchanged for a day whatever happens, and changed on the next', async () => {
    const { etag } = await read('mail,jira');
    await env.DB.prepare("INSERT INTO account(kind, id, team) VALUES ('mail', 'new@acme.test', 2)").run();
    const rebuild = () => rebuildDirectory(env, { ...earth, now: () => world.clock.now });
    await rebuild();
    const again = () => call()('directory', { token, query: { kinds: 'mail,jira' }, etag });
    expect(await again()).toEqual({ kind: 'unchanged' });
    world.clock.now += 86_400_000;
    await rebuild();
    world.clock.now -= 86_400_000;
    expect(await again()).toMatchObject({ kind: 'ok' });
    expect(await teamOf(await section('mail'), 'new@acme.test')).toBe(2);
    await env.DB.prepare("DELETE FROM account WHERE id = 'new@acme.test'").run();
  });

  it('has the same tag after a rebuild that changed nothing', async () => {
    const { etag } = await read('mail');
    await env.DB.prepare('DELETE FROM directory_section').run();
    expect((await read('mail')).etag).toBe(etag);
  });

  it('needs a token', async () => {
    const answer = await call()('directory', { query: { kinds: 'mail' } });
    expect(answer).toMatchObject({ kind: 'problem', status: 401, code: 'unauthorized' });
  });
});

describe('The published description', () => {
  it('is open to anybody and lists every endpoint of the table with its guard', async () => {
    const answer = await world.app.request('/api/openapi.json', {}, env);
    expect(answer.status).toBe(200);
    const document = await answer.json<{
      openapi: string;
      paths: Record<string, Record<string, { security: object[] }>>;
    }>();
    expect(document.openapi).toBe('3.1.0');
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => `${method.toUpperCase()} ${path} ${security.length}`),
    );
    const table = Object.values(ENDPOINTS).map(
      ({ method, path, access }) => `${method} ${path} ${Number(access === 'bearer')}`,
    );
    expect(listed.sort()).toEqual(table.sort());
  });

  it('says of each endpoint what the worker really does with it', async () => {
    for (const { method, path, access } of Object.values(ENDPOINTS)) {
      const answer = await world.app.request(path, { method }, env);
      expect([path, answer.status]).toEqual([path, access === 'bearer' ? 401 : 415]);
    }
  });

  it('describes bodies, answers and problems', async () => {
    const document = await (await world.app.request('/api/openapi.json', {}, env)).json<Described>();
    const ratings = document.paths['/api/ratings']?.post;
    expect(ratings?.requestBody?.content['application/json']).toMatchObject({
      schema: { properties: { events: { type: 'array', minItems: 1, maxItems: 100 } }, required: ['events'] },
    });
    expect(Object.keys(ratings?.responses ?? {})).toEqual(['200', '400', '401', '413', '415', '429', '500', '503']);
    expect(document.paths['/api/directory']?.get).toMatchObject({
      parameters: [
        { name: 'kinds', in: 'query', required: true, schema: { type: 'string' } },
        { name: 'If-None-Match', in: 'header' },
      ],
    });
    expect(document.components.schemas.Problem).toMatchObject({ required: ['type', 'title', 'status', 'code'] });
  });
});

interface Described {
  paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, unknown> }; responses: Record<string, unknown> }>
  >;
  components: { schemas: Record<string, unknown> };
}

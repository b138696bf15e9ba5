// What administrators read of hosts that people asked to be recognised.
import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { foundAcme } from '../acme.ts';
import { NOON, reader, textOf } from './company.ts';

const TICK = NOON / 1000 - 5 * 86_400;

beforeAll(async () => {
  await foundAcme();
  await env.DB.prepare("INSERT INTO role(person, role, team) VALUES (1, 'admin', 0)").run();
});
beforeEach(async () => {
  await env.DB.batch([env.DB.prepare('DELETE FROM site_wished'), env.DB.prepare('DELETE FROM site_origin')]);
});

const wished = (host: string, n: number) =>
  env.DB.prepare('INSERT INTO site_wished(host, n, first, latest) VALUES (?1, ?2, ?3, ?3)').bind(host, n, TICK).run();
const listed = async (language = 'en') => {
  const { read } = await reader();
  return textOf((await read('/admin/sites', language)).html).split(language === 'en' ? 'Asked for' : 'Được đề nghị');
};

it('nothing where nobody asked', async () => {
  expect(await listed()).toHaveLength(1);
});

it('the host, how often and since when, the most wished for first, in both languages', async () => {
  await wished('wiki.acme.test', 5);
  await wished('tickets.acme.test', 1017);
  expect((await listed()).at(-1)).toContain(
    'tickets.acme.test 1,017 requests since 16 November wiki.acme.test 5 requests since 16 November',
  );
  expect((await listed('vi')).at(-1)).toContain('tickets.acme.test 1.017 đề nghị từ 16/11');
});

it('what is written down wrong among the company’s own servers, beside the rest of the page', async () => {
  await wished('wiki.acme.test', 5);
  const write = env.DB.prepare('INSERT INTO site_origin(origin, site) VALUES (?1, ?2)');
  await env.DB.batch([
    write.bind('tickets.acme.test', 'redmine'),
    write.bind('https://rt.acme.test/<b>rt', 'request-tracker'),
    write.bind('https://fax.acme.test', 'fax'),
    write.bind('https://good.acme.test/', 'redmine'),
  ]);
  const { read } = await reader();
  const { answer, html } = await read('/admin/sites');
  expect(answer.status).toBe(200);
  expect(html).toContain('not an origin: <code>tickets.acme.test</code>');
  expect(html).toContain('not an origin: <code>https://rt.acme.test/&lt;b>rt</code>');
  expect(html).toContain('not a site: <code>fax</code> (<code>https://fax.acme.test</code>)');
  expect(html).not.toContain('good.acme.test');
  expect(textOf(html)).toContain('wiki.acme.test 5 requests');
  expect((await read('/admin/sites', 'vi')).html).toContain('không phải địa chỉ gốc: <code>tickets.acme.test</code>');
});

it('no word of wrong rows where all are good', async () => {
  await env.DB.prepare("INSERT INTO site_origin(origin, site) VALUES ('https://good.acme.test', 'redmine')").run();
  const { read } = await reader();
  expect((await read('/admin/sites')).html).not.toContain('site_origin');
});

it('no host whose server is set up, whatever its port', async () => {
  await wished('tickets.acme.test', 7);
  await wished('wiki.acme.test', 5);
  await env.DB.prepare(
    "INSERT INTO site_origin(origin, site) VALUES ('https://tickets.acme.test:8443', 'redmine')",
  ).run();
  const text = (await listed()).join(' ');
  expect(text).toContain('wiki.acme.test 5 requests');
  expect(text).not.toContain('tickets.acme.test');
});

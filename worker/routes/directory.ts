// GET /api/directory?kinds=mail,jira: the packed sections, one after the other.
import { sValidator } from '@hono/standard-validator';
import { Hono } from 'hono';
import { DirectoryQuery } from '../../shared/api/endpoints.ts';
import type { App } from '../env.ts';
import { hasAlready } from '../http/etag.ts';
import { Trouble } from '../http/problem.ts';
import { findSections } from '../identity/directory.ts';
import { readSection } from '../store/directory.ts';

const query = sValidator('query', DirectoryQuery, (result) => {
  if (!result.success) throw new Trouble('malformed', { field: 'kinds' });
});

export const directory = new Hono<App>().get('/', query, async (c) => {
  const sections = await findSections(c.env, c.var.world, c.req.valid('query').kinds);
  if (hasAlready(c, tagOfAll(sections))) return c.body(null, 304);
  const stored = await Promise.all(sections.map(({ kind }) => readSection(c.env.DB, kind)));
  const whole = stored.filter((section) => section !== null);
  // The tag goes with the bytes that were read, should a section have been rebuilt in between.
  c.header('ETag', tagOfAll(whole));
  return c.body(joined(whole.map(({ body }) => body)), 200, { 'Content-Type': 'application/octet-stream' });
});

/** Each section's tag is a hash of its bytes, so together they name the whole answer. */
function tagOfAll(sections: { etag: string }[]): string {
  return `"${sections.map(({ etag }) => etag.replaceAll('"', '')).join('.')}"`;
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

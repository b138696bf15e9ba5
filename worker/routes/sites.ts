// GET /api/sites: what differs from the descriptions that come with the extension. POST /api/health-reports: what could not be read.
import { Hono } from 'hono';
import * as v from 'valibot';
import { HealthReportRequest, type SitesResponse } from '../../shared/api/schemas.ts';
import type { App } from '../env.ts';
import { readJson } from '../http/body.ts';
import { hasAlready, tagOf } from '../http/etag.ts';
import { hourOf } from '../jobs/site-health.ts';
import { readDecisions, type SiteDecision } from '../store/descriptions.ts';
import { countReport } from '../store/site-health.ts';

export const sites = new Hono<App>().get('/', async (c) => {
  const answer: SitesResponse = { sites: (await readDecisions(c.env.DB)).flatMap(newsOf) };
  const body = JSON.stringify(answer);
  if (hasAlready(c, await tagOf(Uint8Array.from(new TextEncoder().encode(body))))) return c.body(null, 304);
  return c.body(body, 200, { 'Content-Type': 'application/json' });
});

const Stored = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));

function newsOf({ id, off, version, description }: SiteDecision): SitesResponse['sites'] {
  const newer = description === null ? null : { version, description: v.parse(Stored, description) };
  return off || newer ? [{ id, off, newer }] : [];
}

export const healthReports = new Hono<App>().post('/', async (c) => {
  const report = await readJson(c, HealthReportRequest);
  await countReport(c.env.DB, report, hourOf(c.var.world.now()));
  return c.body(null, 204);
});

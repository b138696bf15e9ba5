// What administrators look after: the sites, their switches and newer descriptions of them.
import { type Context, Hono } from 'hono';
import { SITE_IDS, type SiteId } from '../../shared/words.ts';
import { dayOf } from '../domain/clock.ts';
import { checkPasted, type Fault } from '../domain/newer-description.ts';
import type { App, Env } from '../env.ts';
import { adminOnly } from '../http/admin.ts';
import { readForm } from '../http/body.ts';
import { Trouble } from '../http/problem.ts';
import { sameOrigin } from '../http/same-origin.ts';
import { signedIn } from '../http/signed-in.ts';
import { hourOf, KEPT_HOURS } from '../jobs/site-health.ts';
import { answer, pageOf } from '../pages/answer.tsx';
import type { Page } from '../pages/page.ts';
import { draftOf, type SiteLine, siteLines } from '../pages/sites.ts';
import { SitePage } from '../pages/views/site.tsx';
import { type Since, SitesPage } from '../pages/views/sites.tsx';
import { Wished } from '../pages/views/wished.tsx';
import { stillWished } from '../pages/wished.ts';
import { publish, readDecisions, switchSite, withdraw } from '../store/descriptions.ts';
import { readReports } from '../store/site-health.ts';
import { readWished } from '../store/site-wishes.ts';
import { readSites } from '../store/sites.ts';

/** A browser reports at most once a day: what nobody reported for so long works again. */
const RECENT_HOURS = 24;
/** Nobody reads tickets at a weekend: a fault that is back on Monday was there all the time. */
const PAUSE_HOURS = 72;

export const admin = new Hono<App>()
  .use(sameOrigin(), signedIn())
  .use(adminOnly())
  .get('/sites', async (c) => {
    const page = pageOf(c, c.var.reader);
    const [lines, wished, { sites: set, bad }] = await Promise.all([
      readLines(c.env, now(c)),
      readWished(c.env.DB),
      readSites(c.env.DB),
    ]);
    const asked = <Wished page={page} wished={stillWished(wished, set)} dayOf={(instant) => dayOf(instant, c.env)} />;
    return answer(
      c,
      <SitesPage page={page} lines={lines} since={sinceIn(page, c.env, now(c))} wished={asked} bad={bad} />,
    );
  })
  .get('/sites/:id', async (c) => {
    const page = pageOf(c, c.var.reader);
    const line = await readLine(c.env, now(c), siteOf(c.req.param('id')));
    return answer(c, <SitePage page={page} line={line} since={sinceIn(page, c.env, now(c))} refused={null} />);
  })
  .get('/sites/:id/description.json', async (c) => {
    const line = await readLine(c.env, now(c), siteOf(c.req.param('id')));
    return c.body(`${draftOf(line)}\n`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${line.id}.json"`,
    });
  })
  .post('/sites/:id/off', async (c) => {
    await switchSite(c.env.DB, siteOf(c.req.param('id')), true, seconds(c));
    return c.redirect('/admin/sites', 303);
  })
  .post('/sites/:id/on', async (c) => {
    await switchSite(c.env.DB, siteOf(c.req.param('id')), false, seconds(c));
    return c.redirect('/admin/sites', 303);
  })
  .post('/sites/:id/withdraw', async (c) => {
    const id = siteOf(c.req.param('id'));
    await withdraw(c.env.DB, id, seconds(c));
    return c.redirect(`/admin/sites/${id}`, 303);
  })
  .post('/sites/:id/publish', async (c) => {
    const id = siteOf(c.req.param('id'));
    const text = await readPasted(c);
    const line = await readLine(c.env, now(c), id);
    const faults = text === null ? TOO_LARGE : await tryPublish(c.env.DB, text, line, seconds(c));
    if (faults === null) return c.redirect(`/admin/sites/${id}`, 303);
    const page = { ...pageOf(c, c.var.reader), path: `/admin/sites/${id}` };
    const view = (
      <SitePage page={page} line={line} since={sinceIn(page, c.env, now(c))} refused={{ text: text ?? '', faults }} />
    );
    return answer(c, view, 400);
  });

const TOO_LARGE: readonly Fault[] = [{ kind: 'too_large' }];

/** What is wrong with it, or null: it is published. */
async function tryPublish(
  db: D1Database,
  text: string,
  { id, above }: SiteLine,
  at: number,
): Promise<readonly Fault[] | null> {
  const pasted = checkPasted(text, id, above);
  if (pasted.kind === 'bad') return pasted.faults;
  const { version, description } = pasted;
  if (await publish(db, { id, version, description: JSON.stringify(description) }, at)) return null;
  return [{ kind: 'version', path: 'version', above: version }];
}

/** null: more than any request may hold. */
async function readPasted(c: Context<App>): Promise<string | null> {
  try {
    return (await readForm(c)).get('description') ?? '';
  } catch (error) {
    if (error instanceof Trouble && error.code === 'too_large') return null;
    throw error;
  }
}

async function readLines(env: Env, at: number): Promise<SiteLine[]> {
  const [decisions, reports] = await Promise.all([
    readDecisions(env.DB),
    readReports(env.DB, hourOf(at) - RECENT_HOURS, PAUSE_HOURS),
  ]);
  return siteLines(decisions, reports);
}

async function readLine(env: Env, at: number, id: SiteId): Promise<SiteLine> {
  const line = (await readLines(env, at)).find((one) => one.id === id);
  if (!line) throw new Trouble('not_found');
  return line;
}

function siteOf(text: string): SiteId {
  const id = SITE_IDS.find((one) => one === text);
  if (!id) throw new Trouble('not_found');
  return id;
}

function sinceIn({ t, f }: Page, env: Env, at: number): Since {
  // What was reported before that is forgotten, and may be how it began.
  const told = hourOf(at) - KEPT_HOURS + PAUSE_HOURS;
  const clock = new Intl.DateTimeFormat(t.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: env.TIMEZONE,
  });
  return (hour) => {
    const day = dayOf(hour * 3600, env);
    const time = clock.format(hour * 3_600_000);
    if (hour < told) return t.sites.orEarlier(f.day(day));
    return day === f.today ? time : t.sites.onDay(f.day(day), time);
  };
}

const now = (c: { var: App['Variables'] }) => c.var.world.now();
const seconds = (c: { var: App['Variables'] }) => Math.floor(now(c) / 1000);

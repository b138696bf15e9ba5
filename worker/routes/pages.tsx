// The pages: overview, teams, what we promise; their style sheet, mark and language.
import { Hono } from 'hono';
import { MARK } from '../../shared/ui/faces.ts';
import { dayOf, nextTick } from '../domain/clock.ts';
import type { App, Env } from '../env.ts';
import { localAddress } from '../http/local-address.ts';
import { signedIn } from '../http/signed-in.ts';
import { readSession } from '../identity/session.ts';
import { answer, pageOf } from '../pages/answer.tsx';
import { rememberLanguage, toLanguage } from '../pages/language.ts';
import type { Circumstances } from '../pages/lines.ts';
import { overviewOf } from '../pages/overview.ts';
import { sheet, sheetPath } from '../pages/sheet.ts';
import { teamPage } from '../pages/team.ts';
import { OverviewPage } from '../pages/views/overview.tsx';
import { PromisePage } from '../pages/views/promise.tsx';
import { TeamView } from '../pages/views/team.tsx';
import { type Quarter, readCompany, readReader } from '../store/figures.ts';

export const pages = new Hono<App>()
  .get(sheetPath, (c) =>
    c.body(sheet, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  )
  .get('/favicon.svg', (c) =>
    c.body(FAVICON, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  )
  .get('/language/:language', (c) => {
    const language = toLanguage(c.req.param('language'));
    if (!language) return c.notFound();
    rememberLanguage(c, language);
    return c.redirect(localAddress(c.env.ORIGIN, c.req.query('to')), 303);
  })
  .get('/promise', async (c) => {
    const asker = await readSession(c);
    const page = pageOf(c, asker && (await readReader(c.env.DB, asker.person)));
    const clock = c.env.TICK === 'weekly' || c.env.TICK === 'daily' ? c.env.TICK : 'seconds';
    return answer(c, <PromisePage page={page} text={page.t.promise({ company: page.company, k: page.k, clock })} />);
  })
  .get('/', signedIn(), async (c) => {
    const { teams, quarter, reader } = await readCompany(c.env.DB, c.var.asker.person);
    const now = c.var.world.now();
    const overview = overviewOf(teams, circumstances(c.env, now, quarter));
    const next = dayOf(nextTick(now, c.env), c.env);
    return answer(c, <OverviewPage page={pageOf(c, reader)} overview={overview} next={next} deff={quarter.deff} />);
  })
  .get('/teams/:id{[1-9][0-9]{0,4}}', signedIn(), async (c) => {
    const id = Number(c.req.param('id'));
    const { teams, quarter, reader } = await readCompany(c.env.DB, c.var.asker.person);
    const view = teamPage(teams, id, circumstances(c.env, c.var.world.now(), quarter));
    if (view.kind === 'unknown') return c.notFound();
    return answer(c, <TeamView page={pageOf(c, reader)} view={view} deff={quarter.deff} />);
  });

function circumstances(env: Env, now: number, quarter: Quarter): Circumstances {
  const day = (instant: number) => dayOf(instant, env);
  return { today: day(now / 1000), dayOf: day, ...quarter };
}

/** A green that is seen on light and dark browser frames alike. */
const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${MARK.box}" fill="#1d9488"><path d="${MARK.arcs}" fill="none" stroke="#1d9488" stroke-width="${MARK.stroke}" stroke-linecap="round"/><circle cx="${MARK.dot.centre}" cy="${MARK.dot.centre}" r="${MARK.dot.radius}"/></svg>`;

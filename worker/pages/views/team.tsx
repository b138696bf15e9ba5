// The page of a team or a group.
import type { TeamRow } from '../../store/figures.ts';
import { isShare } from '../figure.ts';
import type { Page } from '../page.ts';
import type { TeamFigures, TeamPage } from '../team.ts';
import { nameOf } from '../tree.ts';
import { isDrawn } from '../trend.ts';
import { Aspects, Reasons, Scores, Waits } from './distribution.tsx';
import { releaseLine, TheFigure } from './figure.tsx';
import { Frame } from './frame.tsx';
import { How } from './how.tsx';
import { Part } from './part.tsx';
import { Say } from './say.tsx';
import { Teams } from './teams.tsx';
import { TheTrend } from './trend.tsx';

type Known = Exclude<TeamPage, { kind: 'unknown' }>;

export function TeamView({ page, view, deff }: { page: Page; view: Known; deff: number }) {
  const { t, f, language } = page;
  const name = nameOf(view.team, language);
  const period = view.kind === 'team' ? view.period : null;
  return (
    <Frame page={page} title={name} current={null}>
      <header class="head">
        <Crumbs page={page} view={view} />
        <h1>{name}</h1>
        {period && <p>{t.between(f.day(period.from), f.fullDay(period.to))}</p>}
      </header>
      {view.kind === 'team' ? (
        <Body page={page} name={name} view={view} deff={deff} />
      ) : (
        <RatedAs page={page} name={name} as={view.as} />
      )}
    </Frame>
  );
}

function Body({ page, name, view, deff }: { page: Page; name: string; view: TeamFigures; deff: number }) {
  const { t } = page;
  const { figure, trend, parts, axes } = view;
  return (
    <>
      {figure.kind === 'waiting' ? (
        <Waiting page={page} last={view.last} />
      ) : (
        <>
          <section class="two" aria-label={name}>
            <TheFigure
              page={page}
              figure={figure}
              of="team"
              halves={view.halves}
              standing={view.standing}
              last={view.last}
            />
            <Scores page={page} scores={view.scores} n={figure.counts.n} />
          </section>
          <Part id="trend" title={t.trend.title} read={isDrawn(trend) ? t.trend.read(t.trend.steps[trend.step]) : ''}>
            <TheTrend page={page} trend={trend} reference={view.company} />
          </Part>
        </>
      )}
      <Beside page={page} view={view} />
      {parts.length > 0 && (
        <Part id="parts" title={t.team.parts(name)} read={t.team.partsRead}>
          <Teams
            page={page}
            caption={t.team.parts(name)}
            head={t.table.team}
            lines={parts}
            axis={axes.parts}
            reference={isShare(figure) ? figure.share : null}
            ranked={false}
          />
        </Part>
      )}
      {figure.kind !== 'waiting' && (
        <How
          page={page}
          deff={deff}
          ordered={parts.length > 0}
          compared={view.standing !== null || view.halves !== null}
        />
      )}
    </>
  );
}

/** What was released beside the scores. Waits share their line with whatever there is, so that no half of a page stays empty. */
function Beside({ page, view: { waits, aspects, reasons, axes } }: { page: Page; view: TeamFigures }) {
  const wait = waits && <Waits page={page} waits={waits} />;
  const aspect = aspects.length > 0 && <Aspects page={page} aspects={aspects} axis={axes.aspects} />;
  const why = reasons.low.length + reasons.high.length > 0 && <Reasons page={page} reasons={reasons} />;
  if (wait && why && !aspect) {
    return (
      <div class="third">
        {wait}
        {why}
      </div>
    );
  }
  return (
    <>
      {(wait || aspect) && (
        <div class="two">
          {wait}
          {aspect}
        </div>
      )}
      {why}
    </>
  );
}

function Waiting({ page, last }: { page: Page } & Pick<TeamFigures, 'last'>) {
  const { t, k } = page;
  return (
    <Say title={t.team.waitingTitle} text={[t.team.waitingText(k), t.team.waitingNobody]} go={t.team.allTeams} to="/">
      {last && <p class="small">{releaseLine(page, last)}</p>}
    </Say>
  );
}

function RatedAs({ page: { t, language }, name, as }: { page: Page; name: string; as: TeamRow }) {
  const parent = nameOf(as, language);
  return (
    <Say
      title={t.team.ratedAsTitle(name, parent)}
      text={[t.team.ratedAsText]}
      go={t.team.ratedAsLink(parent)}
      to={`/teams/${as.id}`}
    />
  );
}

function Crumbs({ page: { t, language }, view: { ancestors, whole } }: { page: Page; view: Known }) {
  if (ancestors.length === 0) return null;
  return (
    <nav class="crumbs" aria-label={t.team.breadcrumb}>
      <ol>
        {ancestors.map((team) => (
          <li key={team.id}>
            <a href={team === whole ? '/' : `/teams/${team.id}`}>{nameOf(team, language)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

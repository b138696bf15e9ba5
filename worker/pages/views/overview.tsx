// The overview: the company in one figure, its trend, its teams compared.
import { isShare } from '../figure.ts';
import type { Overview } from '../overview.ts';
import type { Page } from '../page.ts';
import { TheFigure } from './figure.tsx';
import { Frame } from './frame.tsx';
import { How } from './how.tsx';
import { Part } from './part.tsx';
import { Say } from './say.tsx';
import { Teams } from './teams.tsx';
import { TheTrend } from './trend.tsx';

export function OverviewPage({ page, overview, next, deff }: OverviewPageProps) {
  const { t, f, company } = page;
  const { figure, period, teams, groups, axis } = overview;
  const share = isShare(figure) ? figure.share : null;
  return (
    <Frame page={page} title={t.overview} current="overview">
      <header class="head">
        <h1>{t.home.title}</h1>
        <p>
          {company}
          {period && ` · ${t.between(f.day(period.from), f.fullDay(period.to))}`}
        </p>
      </header>
      {figure.kind === 'waiting' ? (
        <Nothing page={page} />
      ) : (
        <>
          <section class="two hero" aria-label={t.home.whole(company)}>
            <TheFigure page={page} figure={figure} of="company" halves={overview.halves} last={null} />
            <TheTrend page={page} trend={overview.trend} reference={null} />
          </section>
          <Facts page={page} overview={overview} next={next} />
        </>
      )}
      <Part id="teams" title={t.home.teams} read={share === null ? '' : t.home.teamsRead}>
        <Teams
          page={page}
          caption={t.home.teams}
          head={t.table.team}
          lines={teams}
          axis={axis}
          reference={share}
          ranked
        />
      </Part>
      {figure.kind !== 'waiting' && groups.length > 0 && (
        <Part id="groups" title={t.home.groups} read={t.home.groupsRead}>
          <Teams
            page={page}
            caption={t.home.groups}
            head={t.table.group}
            lines={groups}
            axis={axis}
            reference={share}
            ranked={false}
          />
        </Part>
      )}
      <How page={page} deff={deff} ordered compared />
    </Frame>
  );
}

export interface OverviewPageProps {
  page: Page;
  overview: Overview;
  /** The day of the next tick, days since 1970. */
  next: number;
  deff: number;
}

function Nothing({ page: { t, k } }: { page: Page }) {
  const { title, text, how } = t.home.empty;
  return <Say title={title} text={[text(k), how]} go={t.promiseLink} to="/promise" />;
}

function Facts({ page: { t, f }, overview: { figure, teams, last }, next }: FactsProps) {
  const { facts } = t.home;
  const shown = teams.filter((line) => isShare(line.figure)).length;
  return (
    <dl class="facts">
      {figure.kind !== 'waiting' && <Fact term={facts.voices}>{f.number(figure.counts.n)}</Fact>}
      <Fact term={facts.teams}>{t.home.teamsOf(f.number(shown), f.number(teams.length))}</Fact>
      {last && <Fact term={facts.last}>{f.begin(f.recent(last.day))}</Fact>}
      <Fact term={facts.next}>{f.begin(f.recent(next))}</Fact>
    </dl>
  );
}

type FactsProps = Pick<OverviewPageProps, 'page' | 'overview' | 'next'>;

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

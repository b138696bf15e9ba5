// How something is spread: the five scores, waits, aspects, reasons. Words and numbers are a table; the bars repeat them.
import type { Axis } from '../axis.ts';
import { isShare } from '../figure.ts';
import type { Page } from '../page.ts';
import type { ReasonLine, TeamFigures } from '../team.ts';
import { AxisHead, Bar, Face, Given, Interval } from './charts.tsx';
import { Part } from './part.tsx';

export function Scores({ page, scores, n }: { page: Page; n: number } & Pick<TeamFigures, 'scores'>) {
  const { t, f } = page;
  const shares = scores.some(({ of }) => of);
  return (
    <Part id="scores" title={t.team.scores} read={shares ? t.team.scoresShares : t.team.scoresCounts}>
      <table class="bars">
        <caption class="visually-hidden">{t.team.scoresRead(n)}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{t.table.score}</th>
            <td />
            {shares && (
              <>
                <th scope="col">{t.table.share}</th>
                <th scope="col">{t.table.interval}</th>
              </>
            )}
            <th scope="col">{t.table.voices}</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ score, n: count, part, of }) => (
            <tr key={score}>
              <th scope="row">
                <span class="name">
                  <Face score={score} />
                  {t.scores[score]}
                </span>
              </th>
              <td class="long">
                <Bar part={part} score={score} />
              </td>
              {of && (
                <>
                  <td class="num">
                    <b class="strong">{f.percent(of.share)}</b>
                  </td>
                  <td class="num tiny muted">{`${f.points(of.low)}–${f.points(of.high)}`}</td>
                </>
              )}
              <td class={of ? 'num muted' : 'num strong'}>{f.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

export function Waits({ page, waits: { known, of, lines } }: WaitsProps) {
  const { t, f } = page;
  const most = Math.max(...lines.map(({ n }) => n));
  // A person who waited differently in one release is counted in each wait: then there is no "of".
  const extent = known <= of ? t.team.known(f.number(known), t.figure.voices(of)) : t.team.knownTimes(f.number(known));
  return (
    <Part id="waits" title={t.team.waits} read={`${t.team.waitsRead} ${extent}`}>
      <Counted
        page={page}
        caption={t.team.waits}
        head={t.team.wait}
        lines={lines.map(({ wait, n }) => ({ key: wait, name: t.waits[wait], n, part: n / most }))}
      />
    </Part>
  );
}

interface WaitsProps {
  page: Page;
  waits: NonNullable<TeamFigures['waits']>;
}

export function Reasons({ page, reasons: { low, high } }: { page: Page } & Pick<TeamFigures, 'reasons'>) {
  const { t } = page;
  const named = (lines: ReasonLine[]) =>
    lines.map(({ reason, n, part }) => ({ key: reason, name: t.reasons[reason], n, part }));
  return (
    <Part id="why" title={t.team.why} read={t.team.whyRead}>
      <div class="two">
        {low.length > 0 && (
          <div class="part">
            <h3>{t.team.whyLow}</h3>
            <Counted page={page} caption={t.team.whyLow} head={t.team.reason} lines={named(low)} />
          </div>
        )}
        {high.length > 0 && (
          <div class="part">
            <h3>{t.team.whyHigh}</h3>
            <Counted page={page} caption={t.team.whyHigh} head={t.team.reason} lines={named(high)} />
          </div>
        )}
      </div>
    </Part>
  );
}

/** Names and how many people each stands for. What was never released is not none: fewer people than may be shown. */
function Counted({ page: { t, f }, caption, head, lines }: CountedProps) {
  return (
    <table class="bars">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{head}</th>
          <td />
          <th scope="col">{t.table.people}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, n, part }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td class="long">
              <Bar part={part} />
            </td>
            {n > 0 ? <td class="num strong">{f.number(n)}</td> : <td class="num tiny muted">{t.team.unreleased}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CountedProps {
  page: Page;
  caption: string;
  head: string;
  lines: { key: string; name: string; n: number; part: number }[];
}

export function Aspects({ page, aspects, axis }: { page: Page; axis: Axis } & Pick<TeamFigures, 'aspects'>) {
  const { t, f } = page;
  return (
    <Part id="aspects" title={t.team.aspects} read={t.team.aspectsRead}>
      <table class="dots">
        <caption class="visually-hidden">{t.team.aspects}</caption>
        <thead>
          <tr>
            <th scope="col">{t.team.aspect}</th>
            <th scope="col" class="plot">
              <span class="visually-hidden">{t.table.plot}</span>
              {aspects.some(({ figure }) => isShare(figure)) && <AxisHead axis={axis} page={page} />}
            </th>
            <th scope="col" class="num">
              {t.table.satisfied}
            </th>
            <th scope="col" class="num">
              {t.table.people}
            </th>
          </tr>
        </thead>
        <tbody>
          {aspects.map(({ aspect, figure }) => (
            <tr key={aspect}>
              <th scope="row">
                {t.aspects[aspect].name} <span class="under">{t.aspects[aspect].hint}</span>
              </th>
              <td class="plot">
                {figure.kind === 'share' && <Interval page={page} axis={axis} figure={figure} reference={null} />}
                {figure.kind === 'few' && <Given page={page} counts={figure.counts} />}
              </td>
              <td class={figure.kind === 'share' ? 'num' : 'num muted'}>
                {figure.kind === 'share' ? <b class="strong">{f.percent(figure.share)}</b> : t.figure.few}{' '}
                {figure.kind === 'share' && (
                  <span class="tiny muted">{`${f.points(figure.low)}–${f.points(figure.high)}`}</span>
                )}
              </td>
              <td class="num" data-after={t.table.peopleAfter}>
                {figure.kind === 'waiting' ? null : f.number(figure.counts.n)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

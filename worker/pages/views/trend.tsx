// A trend with the same figures as a table beside it.
import type { Page } from '../page.ts';
import { isDrawn, type Trend } from '../trend.ts';
import { TrendChart } from './charts.tsx';

/** `reference`: a share that the trend is compared with, the company's. */
export function TheTrend({ page, trend, reference }: { page: Page; trend: Trend; reference: number | null }) {
  const { t } = page;
  if (!isDrawn(trend)) return <p class="small muted">{t.trend.short}</p>;
  const hollow = trend.points.some(({ figure }) => figure.kind === 'few');
  return (
    <figure class="part">
      <TrendChart page={page} trend={trend} reference={reference} />
      <figcaption class="tiny muted">
        {t.trend.caption(t.trend.steps[trend.step])} {reference !== null && t.trend.reference}{' '}
        {hollow && t.trend.hollow}
      </figcaption>
      <details>
        <summary>{t.trend.table}</summary>
        <TrendTable page={page} trend={trend} />
      </details>
    </figure>
  );
}

function TrendTable({ page: { t, f }, trend }: { page: Page; trend: Trend }) {
  return (
    <table class="mini">
      <caption class="visually-hidden">{t.trend.caption(t.trend.steps[trend.step])}</caption>
      <thead>
        <tr>
          <th scope="col">{t.trend.from}</th>
          <th scope="col" class="num">
            {t.table.satisfied}
          </th>
          <th scope="col" class="num">
            {t.table.interval}
          </th>
          <th scope="col" class="num">
            {t.table.voices}
          </th>
        </tr>
      </thead>
      <tbody>
        {trend.points.map(({ from, figure }) =>
          figure.kind === 'waiting' ? null : (
            <tr key={from}>
              <th scope="row">{f.day(from)}</th>
              {figure.kind === 'share' ? (
                <>
                  <td class="num">{f.percent(figure.share)}</td>
                  <td class="num">{`${f.points(figure.low)}–${f.points(figure.high)}`}</td>
                </>
              ) : (
                <td class="num muted" colspan={2}>
                  {t.figure.few}
                </td>
              )}
              <td class="num">{f.number(figure.counts.n)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

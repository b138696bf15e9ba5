// A table of teams: place as a range, dot on interval, share, voices, trend, last release. On a phone it reads as a list.
import type { Axis } from '../axis.ts';
import type { TeamLine } from '../lines.ts';
import type { Page } from '../page.ts';
import { nameOf } from '../tree.ts';
import { AxisHead, Interval, Sparkline, Stack } from './charts.tsx';
import { releaseLine } from './figure.tsx';

export function Teams({ page, caption, lines, axis, reference, ranked }: TeamsProps) {
  const { t, f } = page;
  const count = lines.filter(({ places }) => places).length;
  return (
    <table class="teams">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {ranked && (
            <th scope="col" class="place">
              {count > 0 ? t.table.placeHead(f.number(count)) : t.table.place}
            </th>
          )}
          <th scope="col">{t.table.team}</th>
          <th scope="col" class="plot">
            <span class="visually-hidden">{t.table.plot}</span>
            <AxisHead axis={axis} page={page} />
          </th>
          <th scope="col" class="num">
            {t.table.satisfied}
          </th>
          <th scope="col" class="num">
            {t.table.voices}
          </th>
          <th scope="col" class="line">
            {t.trend.title}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.team.id}>
            {ranked && (
              <td class="place" data-before={line.places ? t.table.placeBefore : undefined}>
                {line.places && t.table.placeRange(f.number(line.places.from), f.number(line.places.to))}
              </td>
            )}
            <th scope="row">
              <a href={`/teams/${line.team.id}`}>{nameOf(line.team, page.language)}</a>
              {line.last && <span class="last">{releaseLine(page, line.last)}</span>}
            </th>
            <Cells page={page} line={line} axis={axis} reference={reference} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface TeamsProps {
  page: Page;
  caption: string;
  lines: TeamLine[];
  axis: Axis;
  /** The share that all are compared with: the company's, or the group's. */
  reference: number | null;
  /** Whether a column shows places: only where the lines are compared with each other. */
  ranked: boolean;
}

function Cells({ page, line: { figure, trend, change }, axis, reference }: CellsProps) {
  const { t, f } = page;
  if (figure.kind === 'waiting') {
    return (
      <td colspan={4} class="rest muted">
        {t.figure.waiting}
      </td>
    );
  }
  const voices = (
    <td class="num" data-after={t.table.voicesAfter}>
      {f.number(figure.counts.n)}
    </td>
  );
  if (figure.kind === 'few') {
    return (
      <>
        <td class="plot">
          <Stack page={page} counts={figure.counts} />
        </td>
        <td class="num muted">{t.figure.few}</td>
        {voices}
        <td class="line" />
      </>
    );
  }
  return (
    <>
      <td class="plot">
        <Interval page={page} axis={axis} figure={figure} reference={reference} />
      </td>
      <td class="num">
        <b class="strong">{f.percent(figure.share)}</b>{' '}
        <span class="tiny muted">
          {f.points(figure.low)}–{f.points(figure.high)}
        </span>
      </td>
      {voices}
      <td class="line">
        <div>
          <Sparkline page={page} axis={axis} trend={trend} reference={reference} />
          {change && <span class="tiny">{t.table[change]}</span>}
        </div>
      </td>
    </>
  );
}

interface CellsProps {
  page: Page;
  line: TeamLine;
  axis: Axis;
  reference: number | null;
}

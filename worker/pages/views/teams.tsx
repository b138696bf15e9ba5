// A table of teams: place as a range, dot on interval, share, voices, trend, last release. On a phone it reads as a list.
import { type Axis, axisFrom } from '../axis.ts';
import { isShare } from '../figure.ts';
import type { TeamLine } from '../lines.ts';
import type { Page } from '../page.ts';
import { nameOf } from '../tree.ts';
import { AxisHead, Given, Interval, Sparkline } from './charts.tsx';
import { releaseLine } from './figure.tsx';

export function Teams(props: TeamsProps) {
  const { page, caption, head, lines, axis, ranked } = props;
  const { t, f } = page;
  const count = lines.filter(({ places }) => places).length;
  // Single weeks go lower than the whole half year does: their lines have an axis of their own, the same in every row.
  const trends = axisFrom(lines.flatMap(({ trend }) => trend.shares.map(({ figure }) => figure.share)));
  if (lines.every(({ figure }) => figure.kind === 'waiting')) return <AllWaiting {...props} />;
  return (
    <table class="dots teams">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {ranked && (
            <th scope="col" class="place">
              {count > 0 ? t.table.placeHead(f.number(count)) : t.table.place}
            </th>
          )}
          <th scope="col">{head}</th>
          <th scope="col" class="plot">
            <span class="visually-hidden">{t.table.plot}</span>
            {lines.some(({ figure }) => isShare(figure)) && <AxisHead axis={axis} page={page} />}
          </th>
          <th scope="col" class="num share">
            {t.table.satisfied}
          </th>
          <th scope="col" class="num count">
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
            <Name page={page} line={line} />
            <Cells {...props} line={line} trends={trends} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export interface TeamsProps {
  page: Page;
  caption: string;
  /** What the first words of a line name. */
  head: string;
  lines: TeamLine[];
  axis: Axis;
  /** The share that all are compared with: the company's, or the group's. */
  reference: number | null;
  /** Whether a column shows places: only where the lines are compared with each other. */
  ranked: boolean;
}

function AllWaiting({ page, caption, head, lines }: TeamsProps) {
  const { t } = page;
  return (
    <table class="teams">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t.table.satisfied}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.team.id}>
            <Name page={page} line={line} />
            <td class="muted">{t.figure.waiting}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name({ page, line: { team, last } }: { page: Page; line: TeamLine }) {
  return (
    <th scope="row">
      <a href={`/teams/${team.id}`}>{nameOf(team, page.language)}</a>
      {last && <span class="under">{releaseLine(page, last)}</span>}
    </th>
  );
}

function Cells({ page, line, axis, trends, reference }: TeamsProps & { line: TeamLine; trends: Axis }) {
  const { figure, trend, change } = line;
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
          <Given page={page} counts={figure.counts} />
        </td>
        <td class="num small muted">{t.figure.few}</td>
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
        {change && <span class="under">{t.table[change]}</span>}
      </td>
      {voices}
      <td class="line">
        <Sparkline page={page} axis={trends} trend={trend} reference={reference} />
      </td>
    </>
  );
}

// The charts, drawn on the server as SVG with percent attributes: text never scales, no script, no style attribute.
import { FACE_BOX, FACE_CENTRE, FACE_FEATURES, FACE_OUTLINE } from '../../../shared/ui/faces.ts';
import { SCORES, type Score } from '../../../shared/words.ts';
import { type Axis, percent } from '../axis.ts';
import type { Share } from '../figure.ts';
import type { Page } from '../page.ts';
import { draw, sparkline, type Trend } from '../trend.ts';
import { type Counts, WINDOW_WEEKS } from '../weeks.ts';

export function Face({ score }: { score: Score }) {
  return (
    <svg class="face" data-score={score} viewBox={FACE_BOX} aria-hidden="true">
      <circle cx={FACE_CENTRE} cy={FACE_CENTRE} r={FACE_OUTLINE.radius} />
      <path d={FACE_FEATURES[score]} />
    </svg>
  );
}

/** A bar whose length is a part of the longest one's; the number stands beside it. */
export function Bar({ part, score }: { part: number; score?: Score }) {
  return (
    <svg class="bar" data-score={score} aria-hidden="true">
      <rect width={percent(part * 100)} height="100%" rx="2" />
    </svg>
  );
}

/** Few voices: each score's face and count. No bar, for beside the intervals of others it would be read as one. */
export function Given({ page: { t, f }, counts }: { page: Page; counts: Counts }) {
  return (
    <ul class="given">
      {SCORES.map((score) => ({ score, n: counts.scores[score - 1] ?? 0 }))
        .filter(({ n }) => n > 0)
        .map(({ score, n }) => (
          <li key={score} title={t.scores[score]}>
            <Face score={score} />
            <span class="visually-hidden">{t.scores[score]}</span> {f.number(n)}
          </li>
        ))}
    </ul>
  );
}

/** The head of a column of intervals: the axis that all of its dots stand on. */
export function AxisHead({ axis, page: { f } }: { axis: Axis; page: Page }) {
  return (
    <svg class="axis" aria-hidden="true">
      {axis.ticks.map(({ share, at }, i) => (
        <text key={at} x={at} y="1em" text-anchor={i === 0 ? 'start' : share === 1 ? 'end' : 'middle'}>
          {share === 1 ? f.percent(share) : f.points(share)}
        </text>
      ))}
    </svg>
  );
}

/** A share as a dot on the bar of its interval; the dotted line is what it is compared with. */
export function Interval({ page: { t, f }, axis, figure, reference }: IntervalProps) {
  const { share, low, high, counts } = figure;
  const words = t.figure.spoken(f.percent(share), f.points(low), f.points(high), counts.n);
  return (
    <svg class="ci" role="img" aria-label={words}>
      <title>{words}</title>
      {axis.ticks.map(({ at }) => (
        <line key={at} class="rule" x1={at} x2={at} y1="-100%" y2="200%" />
      ))}
      {reference !== null && <line class="ref" x1={axis.at(reference)} x2={axis.at(reference)} y1="-100%" y2="200%" />}
      <line class="band" x1={axis.at(low)} x2={axis.at(high)} y1="50%" y2="50%" />
      <circle class="dot" cx={axis.at(share)} cy="50%" r="5" />
    </svg>
  );
}

export interface IntervalProps {
  page: Page;
  axis: Axis;
  figure: Share;
  reference: number | null;
}

export function Sparkline({ page: { t, f }, axis, trend, reference }: SparklineProps) {
  const [first, last] = [trend.shares[0], trend.shares.at(-1)];
  if (!first || !last || first === last) return null;
  const { path, end } = sparkline(trend, axis, f.today, WINDOW_WEEKS);
  const at = reference === null ? null : percent(axis.down(reference));
  return (
    <svg class="spark" role="img" aria-label={t.trend.sparkSpoken(spoken(first.figure), spoken(last.figure))}>
      {at !== null && <line class="ref" x1="0" x2="100%" y1={at} y2={at} />}
      <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path d={path} />
      </svg>
      {end && <circle cx={end.x} cy={end.y} r="2.5" />}
    </svg>
  );

  function spoken({ share, low, high }: Share): string {
    return `${f.percent(share)} (${t.figure.interval(f.points(low), f.points(high))})`;
  }
}

export interface SparklineProps {
  page: Page;
  axis: Axis;
  trend: Trend;
  reference: number | null;
}

/** Line, band and points over the weeks, with month names below and shares at the left. */
export function TrendChart({ page: { t, f }, trend, reference }: Omit<SparklineProps, 'axis'>) {
  const [first, last] = [trend.shares[0], trend.shares.at(-1)];
  if (!first || !last) return null;
  const { axis, line, band, across, months } = draw(trend, reference);
  const step = t.trend.steps[trend.step];
  return (
    <svg
      class="trend"
      role="img"
      aria-label={t.trend.spoken(step, spoken(first.figure), spoken(last.figure), f.day(first.from), f.day(last.from))}
    >
      {axis.ticks.map(({ share }) => (
        <line key={share} class="rule" x1="0" x2="100%" y1={down(share)} y2={down(share)} />
      ))}
      {axis.ticks.map(({ share }) => (
        <text key={share} x="-8" y={down(share)} dy="4" text-anchor="end">
          {share === 1 ? f.percent(share) : f.points(share)}
        </text>
      ))}
      <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path class="band" d={band} />
        <path class="line" d={line} />
      </svg>
      {reference !== null && <line class="ref" x1="0" x2="100%" y1={down(reference)} y2={down(reference)} />}
      {trend.points.map(({ from, at, figure }) => {
        const x = percent(across(at));
        if (figure.kind === 'share') {
          return (
            <circle key={from} class="pt" cx={x} cy={down(figure.share)} r="4">
              <title>{`${f.day(from)}: ${spoken(figure)}, ${t.figure.voices(figure.counts.n)}`}</title>
            </circle>
          );
        }
        return figure.kind === 'few' ? (
          <circle key={from} class="pt few" cx={x} cy="100%" r="3">
            <title>{`${f.day(from)}: ${t.figure.fewTitle(figure.counts.n)}`}</title>
          </circle>
        ) : null;
      })}
      {months.map(({ day, at, anchor }) => (
        <text key={day} x={at} y="100%" dy="22" text-anchor={anchor}>
          {f.month(day)}
        </text>
      ))}
    </svg>
  );

  function down(share: number): string {
    return percent(axis.down(share));
  }
  function spoken({ share, low, high }: Share): string {
    return `${f.percent(share)} (${t.figure.interval(f.points(low), f.points(high))})`;
  }
}

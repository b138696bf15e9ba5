// The geometry of a trend: points in time, a line through the shares and the band of their intervals.
import { area, line } from 'd3-shape';
import { mondayOf } from '../domain/clock.ts';
import { type Axis, axisFrom, percent, round } from './axis.ts';
import type { Figure } from './figure.ts';
import type { Step } from './weeks.ts';

export interface TrendPoint {
  /** Days since 1970: where its weeks begin, and where it is drawn. */
  from: number;
  at: number;
  figure: Figure;
}

export interface Trend {
  step: Step;
  points: TrendPoint[];
  /** The points that have a share. */
  shares: (TrendPoint & { figure: Extract<Figure, { kind: 'share' }> })[];
}

/** A trend is drawn from two shares on; before that it is no trend. */
export const isDrawn = ({ shares }: Trend) => shares.length > 1;

export interface Drawing {
  axis: Axis;
  line: string;
  band: string;
  /** Where a day stands from the left. */
  across(day: number): number;
  months: { day: number; at: string; anchor: 'start' | 'middle' | 'end' }[];
}

export function draw({ points, shares }: Trend, reference: number | null): Drawing {
  const axis = axisFrom([...shares.map(({ figure }) => figure.low), reference ?? 1]);
  const days = points.map(({ at }) => at);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const across = (day: number) => (last === first ? 50 : round(((day - first) / (last - first)) * 100));
  type Share = Trend['shares'][number];
  return {
    axis,
    line:
      line<Share>(
        ({ at }) => across(at),
        ({ figure }) => round(axis.down(figure.share)),
      ).digits(2)(shares) ?? '',
    band:
      area<Share>()
        .digits(2)
        .x(({ at }) => across(at))
        .y0(({ figure }) => round(axis.down(figure.low)))
        .y1(({ figure }) => round(axis.down(figure.high)))(shares) ?? '',
    across,
    months: monthStarts(first, last).map((day) => {
      const at = across(day);
      return { day, at: percent(at), anchor: at < 4 ? 'start' : at > 96 ? 'end' : 'middle' };
    }),
  };
}

/** A small line without axis or words, for a row of a table: weeks on one common axis of time. */
export function sparkline({ shares }: Trend, axis: Axis, today: number, weeks: number) {
  const end = mondayOf(today);
  const x = (day: number) => round(Math.min(100, Math.max(0, (1 - (end - day) / ((weeks - 1) * 7)) * 100)));
  type Share = Trend['shares'][number];
  const last = shares.at(-1);
  return {
    path:
      line<Share>(
        ({ at }) => x(at),
        ({ figure }) => round(axis.down(figure.share)),
      ).digits(1)(shares) ?? '',
    end: last ? { x: percent(x(last.at)), y: percent(axis.down(last.figure.share)) } : null,
  };
}

/** The first of each month between two days; the first day itself where no month begins soon after it. */
function monthStarts(first: number, last: number): number[] {
  const starts: number[] = [];
  const date = new Date(first * 86_400_000);
  for (let m = date.getUTCMonth() + (date.getUTCDate() === 1 ? 0 : 1); ; m++) {
    const day = Date.UTC(date.getUTCFullYear(), m, 1) / 86_400_000;
    if (day > last) break;
    starts.push(day);
  }
  return starts.length > 0 ? starts : [first];
}

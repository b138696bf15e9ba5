// The axis of shares: positions are percent attributes, because a strict CSP drops style attributes.
import { scaleLinear } from 'd3-scale';

export interface Axis {
  /** The share at the axis' low end. */
  from: number;
  ticks: { share: number; at: string }[];
  /** Where a share stands from the left, "66.67%". */
  at(share: number): string;
  /** Where a share stands from the top, 0 to 100. */
  down(share: number): number;
}

/** Starts at the multiple of 20 below the lowest end of an interval and ends at 100 %. */
export function axisFrom(lows: readonly number[]): Axis {
  const from = Math.max(0, Math.min(0.8, Math.floor(Math.min(...lows) * 5) / 5));
  const across = scaleLinear([from, 1], [0, 100]).clamp(true);
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].filter((share) => share >= from - 0.001);
  return {
    from,
    ticks: ticks.map((share) => ({ share, at: percent(across(share)) })),
    at: (share) => percent(across(share)),
    down: (share) => 100 - across(share),
  };
}

/** A position as an attribute: short, because a page holds hundreds. */
export const percent = (value: number) => `${round(value)}%`;
export const round = (value: number) => Math.round(value * 100) / 100;

// Knows whether the row is in sight, so that a page cannot hide it under something else and borrow the reader's click.
//
// A click counts when the row has been on the screen for at least 100 ms (no row can slip under a click that was meant for
// something else), no ancestor makes it nearly transparent, and when it was pressed nothing was painted over it. The press is
// what counts: of it the page hears only afterwards (`performance.eventCounts`), when it could take a cover away.
// Of keys nothing may lie over the row: only the reader's own Tab leads into it.
import { alpha, isCovered, LEAST_OPACITY, opacity } from './cover.ts';

export interface Sight {
  /** Looks, at a press, whether anything is painted over the faces. */
  look(): void;
  /** Why a click now does not count; null when it does. */
  trouble(by: 'pointer' | 'key'): 'notYet' | 'covered' | null;
}

const LEAST_MS = 100;

/** @param faces what can be pressed */
export function watchSight(host: Element, faces: readonly Element[]): Sight {
  let since: number | null = null;
  let covered = false;
  /** By what stands around a frame on a page of another origin, where the browser tells: nothing in here can. */
  let hidden = false;
  const options: IntersectionObserverInit & { trackVisibility: true; delay: number } = {
    trackVisibility: true,
    delay: LEAST_MS,
  };
  const observer = new IntersectionObserver((entries: (IntersectionObserverEntry & { isVisible?: boolean })[]) => {
    const last = entries.at(-1);
    since = last?.isIntersecting ? (since ?? last.time) : null;
    hidden = self !== top && !self.frameElement && last?.isVisible === false;
  }, options);
  // One in the middle: a neighbour of the row may well reach over its edge.
  const middle = faces[faces.length >> 1];
  if (middle) observer.observe(middle);

  return {
    look() {
      covered = isCovered(host, faces);
    },
    trouble(by) {
      if (!host.checkVisibility({ visibilityProperty: true })) return 'notYet';
      if (since === null || performance.now() - since < LEAST_MS) return 'notYet';
      const isPale = opacity(host.parentElement) * alpha(getComputedStyle(host).color) < LEAST_OPACITY;
      return isPale || (by === 'pointer' && (covered || hidden)) ? 'covered' : null;
    },
  };
}

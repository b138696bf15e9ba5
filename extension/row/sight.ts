// Knows whether the row is in sight, so that a page cannot hide it under something else and borrow the reader's click.
//
// A click counts when the row has been on the screen for at least 100 ms (no row can slip under a click that was meant for
// something else), no ancestor makes it nearly transparent, and nothing was painted over it. For that it looks when the pointer
// comes, now and again for as long as it stays, at times drawn by lot, and at the press. The press alone would be too late: a
// page's style (`:active`) takes a cover away before anybody hears of it.
// Of keys nothing may lie over the row: only the reader's own Tab leads into it.
import { alpha, LEAST_OPACITY, lookForCover, opacity } from './cover.ts';

export interface Sight {
  /** An event: the pointer came, moved, pressed, or left. */
  take(type: string): void;
  /** Why a click now does not count; null when it does. In a large page a quick press waits until the look is through. */
  trouble(by: 'pointer' | 'key'): Promise<'notYet' | 'covered' | null>;
}

const LEAST_MS = 100;
/** Between two looks at most: at first, and where the pointer rests. */
const PAUSE_MS = 400;
const LONG_PAUSE_MS = 3000;
/** Parts of a look while a press waits; the others come before its click counts. */
const AT_PRESS = 4;

/** @param faces what can be pressed */
export function watchSight(host: Element, faces: readonly Element[]): Sight {
  let since: number | null = null;
  /** By what stands around a frame on a page of another origin, where the browser tells: nothing in here can. */
  let hidden = false;
  let isOver = false;
  /** Since the pointer came, or pressed. */
  let looked = false;
  /** At the last look; and at the last one before the press. */
  let covered = false;
  let before = false;
  let look: ReturnType<typeof lookForCover> | null = null;
  let pause = PAUSE_MS;
  let next: ReturnType<typeof setTimeout> | undefined;
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

  const isPale = () => opacity(host.parentElement) * alpha(getComputedStyle(host).color) < LEAST_OPACITY;

  /** @returns whether there is more of the look to come */
  function goOn(): boolean {
    // What the row says may stand in the place of its faces.
    if (since === null) {
      look = null;
      covered = false;
    } else {
      look ??= lookForCover(host, faces);
      const { done, value } = look.next();
      if (done) {
        look = null;
        looked = true;
        covered = value || hidden || isPale();
      }
    }
    return look !== null;
  }

  function goOnLater(): void {
    clearTimeout(next);
    next = setTimeout(lookOn, look ? 0 : pause * Math.random());
  }

  /** Not where nobody sees it: the next event there sets it going again. */
  function lookOn(): void {
    pause = Math.min(pause * 1.2, LONG_PAUSE_MS);
    if (isOver && host.isConnected && !document.hidden) {
      goOn();
      goOnLater();
    } else look = null;
  }

  return {
    take(type) {
      const rested = pause !== PAUSE_MS;
      pause = PAUSE_MS;
      if (type === 'pointerout') isOver = false;
      else if (type === 'pointerover' || type === 'pointerdown') {
        isOver = true;
        look = null;
        looked = false;
        const isPress = type === 'pointerdown';
        before = isPress && covered;
        covered = false;
        for (let parts = isPress ? AT_PRESS : 1; parts > 0 && goOn(); ) parts -= 1;
        goOnLater();
      } else if (rested) goOnLater();
    },
    async trouble(by) {
      if (!host.checkVisibility({ visibilityProperty: true })) return 'notYet';
      if (since === null || performance.now() - since < LEAST_MS) return 'notYet';
      if (by === 'key') return isPale() ? 'covered' : null;
      while (!looked && goOn()) await new Promise((later) => setTimeout(later));
      if (!looked) return 'notYet';
      return before || covered ? 'covered' : null;
    },
  };
}

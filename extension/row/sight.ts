// Knows whether the row is in sight, so that a page cannot hide it under something else and borrow the reader's click.
//
// A click counts when the row has been on the screen for at least 100 ms (no row can slip under a click that was meant for
// something else), no ancestor makes it nearly transparent, and nothing is painted over it. The last is told by
// IntersectionObserver v2 where there is one. It asks for the row's middle, where the faces are: what follows a row closely
// shares a pixel with its edge, or reaches up into it by the padding of its links, and hides nothing. It also says "not visible"
// for every filter, opacity and transform of an ancestor, which honest pages have (dark modes above all), so then its word is
// not taken and the plain checks decide.
// Keys need no such proof but that the row is drawn: only the reader's own Tab leads into it.
import { element } from './draw.ts';

export interface Sight {
  /** Why a click now does not count; null when it does. */
  trouble(by: 'pointer' | 'key'): 'notYet' | 'covered' | null;
}

const LEAST_MS = 100;
const LEAST_OPACITY = 0.5;

/** @param root the row's own, which gets the box that is watched; its sheet lays it over all else, or that would pass for a cover */
export function watchSight(host: Element, root: ShadowRoot, signal: AbortSignal): Sight {
  const middle = element('div', { class: 'middle', 'aria-hidden': 'true' });
  root.append(middle);
  let since: number | null = null;
  let covered = false;
  const options: IntersectionObserverInit & { trackVisibility?: boolean; delay?: number } = {
    threshold: [0, 0.9],
    trackVisibility: true,
    delay: LEAST_MS,
  };
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (!last) return;
    if (!last.isIntersecting) since = null;
    else since ??= last.time;
    // Browsers without the second version leave `isVisible` out.
    covered = last.isIntersecting && 'isVisible' in last && last.isVisible === false;
  }, options);
  observer.observe(middle);
  signal.addEventListener('abort', () => observer.disconnect());

  return {
    trouble(by) {
      if (!host.checkVisibility({ visibilityProperty: true })) return 'notYet';
      if (by === 'key') return null;
      if (since === null || performance.now() - since < LEAST_MS) return 'notYet';
      const around = effectsAround(host);
      if (around.opacity < LEAST_OPACITY) return 'covered';
      return covered && around.plain ? 'covered' : null;
    },
  };
}

/** How opaque the ancestors leave the row, and whether none of them has an effect that v2 takes for a cover. */
function effectsAround(host: Element): { opacity: number; plain: boolean } {
  let opacity = 1;
  let plain = true;
  for (let at: Element | null = host.parentElement; at; at = at.parentElement ?? shadowHost(at)) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity) * opacityOf(style.filter);
    plain &&= [style.filter, style.transform, style.maskImage, style.clipPath].every(
      (value) => !value || value === 'none',
    );
    plain &&= style.opacity === '1' && style.mixBlendMode === 'normal';
  }
  return { opacity, plain };
}

function opacityOf(filter: string): number {
  const found = /opacity\(([\d.]+)(%?)\)/.exec(filter);
  return found ? Number(found[1]) / (found[2] ? 100 : 1) : 1;
}

function shadowHost(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

// Notices that there may be something new to read, as cheaply as can be: the browser's own matching of a style rule tells when
// a message body appears (an animation starts on it). Everything else is for pages on which that does not happen.

/** In entrypoints/page.content/finder.css, on every site's anchor. */
export const FOUND = 'hearback-found';
const EVERY_MS = 1000;

interface FinderNews {
  /** The selector of what is announced. */
  anchor(): string;
  /** Something may have changed. Often said in vain. */
  changed(): void;
  /** A message body may have come. */
  appeared(): void;
  /** Somebody came back to the page. */
  back(): void;
  /** The page wrote itself anew (`document.open`): listeners are gone, and the page's new ones may be first. */
  rewritten(): void;
  /** Once a second while the page is visible. */
  tick(): void;
  /** The message bodies that the last look found. */
  shown(): Iterable<Element>;
}

export interface Finder {
  /** Whoever is to hear from now on: first the loader, then a visit. */
  report(to: FinderNews): void;
}

/** Made before the page's own scripts run: what was announced to nobody yet is remembered, and the page does not hear of it. */
export function createFinder(window: Window, signal: AbortSignal): Finder {
  const { document } = window;
  const announced = new WeakSet<EventTarget>();
  const suspect = new WeakSet<EventTarget>();
  let news: FinderNews | null = null;
  let root: Element | null = document.documentElement;
  let timer: ReturnType<typeof setInterval> | undefined;

  const isNew = (node: Node, anchor: string) =>
    node instanceof Element && (node.matches(anchor) || node.querySelector(anchor) !== null);
  const added = new MutationObserver((records) => {
    const anchor = news?.anchor();
    if (anchor && records.some((record) => [...record.addedNodes].some((node) => isNew(node, anchor)))) appeared();
  });
  // Only the document's own child: called when the page rewrites itself, and never else.
  const rooted = new MutationObserver(lookAtRoot);

  function changed(): void {
    news?.changed();
  }

  function appeared(): void {
    news?.appeared();
  }

  function onAnimation(event: AnimationEvent): void {
    if (event.animationName !== FOUND) return;
    event.stopImmediatePropagation();
    if (event.target) announced.add(event.target);
    appeared();
  }

  function lookAtRoot(): void {
    if (document.documentElement === root) return;
    const rewritten = root !== null;
    root = document.documentElement;
    if (root === null || !rewritten) return;
    listen();
    lookAtAdded();
    news?.rewritten();
  }

  /** Addresses change without a word (pushState), animations can be forbidden, rows be taken away: hence this each second. */
  function tick(): void {
    lookAtRoot();
    for (const body of news?.shown() ?? []) {
      if (announced.has(body)) continue;
      // Shown for a whole second and not announced: animations are not to be relied on here.
      if (suspect.has(body)) lookAtAdded();
      suspect.add(body);
    }
    news?.tick();
  }

  function onVisibility(): void {
    clearInterval(timer);
    if (document.visibilityState !== 'visible') return;
    timer = setInterval(tick, EVERY_MS);
    news?.back();
  }

  function lookAtAdded(): void {
    added.observe(document, { childList: true, subtree: true });
  }

  function listen(): void {
    const early = { capture: true, signal };
    window.addEventListener('animationstart', onAnimation, early);
    for (const type of ['hashchange', 'popstate', 'pageshow', 'DOMContentLoaded']) {
      window.addEventListener(type, changed, early);
    }
    document.addEventListener('visibilitychange', onVisibility, early);
  }

  listen();
  onVisibility();
  rooted.observe(document, { childList: true });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    added.disconnect();
    rooted.disconnect();
  });
  return {
    report(to) {
      news = to;
    },
  };
}

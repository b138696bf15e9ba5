// What a curious page can do to learn of a rating: its first script, which hears, sees and measures whatever a page may.
// Runs in the page. `window.__learned()` gives what it knows, without times, so that two visits can be compared.
export function spy(): void {
  interface Learned {
    events: string[];
    mutations: string[];
    looks: string[];
    counts: Record<string, number>;
  }
  const learned: Learned = { events: [], mutations: [], looks: [], counts: {} };
  const HOST = 'hearback-rating';
  const host = () => document.querySelector(HOST);

  // Every type that has an `on...` attribute anywhere, and those that have none.
  const types = new Set([
    'focusin',
    'focusout',
    'DOMActivate',
    'textInput',
    'beforeinput',
    'pointerrawupdate',
    'touchforcechange',
  ]);
  for (let proto: object | null = window; proto; proto = Object.getPrototypeOf(proto)) collect(proto);
  for (const proto of [Document.prototype, Element.prototype, HTMLElement.prototype, SVGElement.prototype])
    collect(proto);
  function collect(from: object): void {
    for (const name of Object.getOwnPropertyNames(from)) if (name.startsWith('on')) types.add(name.slice(2));
  }
  for (const type of ['message', 'error', 'load', 'animationstart', 'animationend', 'scroll', 'scrollend', 'resize'])
    types.delete(type);

  const hear = (where: string) => (event: Event) => {
    const facts = [where, event.type];
    for (const name of [
      'clientX',
      'clientY',
      'offsetX',
      'key',
      'code',
      'data',
      'inputType',
      'detail',
      'button',
    ] as const) {
      const value: unknown = Reflect.get(event, name);
      if (value !== undefined) facts.push(`${name}=${value}`);
    }
    facts.push(
      event
        .composedPath()
        .map((one) => (one instanceof Element ? one.localName : ''))
        .filter(Boolean)
        .join('<'),
    );
    learned.events.push(facts.join(' '));
  };
  const listenOn = (where: string, target: EventTarget) => {
    for (const type of types) {
      target.addEventListener(type, hear(`${where} capture`), { capture: true, passive: true });
      target.addEventListener(type, hear(`${where} bubble`), { passive: true });
    }
  };
  listenOn('window', window);
  listenOn('document', document);

  const measured = new WeakSet<Element>();
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      const node = target instanceof Element ? target : target.parentElement;
      if (node?.closest(HOST)) learned.mutations.push(`${type} ${attributeName ?? ''}`);
      for (const added of addedNodes)
        if (added instanceof Element && (added.localName === HOST || added.querySelector(HOST))) meet();
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  function meet(): void {
    const met = host();
    if (!met || measured.has(met)) return;
    measured.add(met);
    listenOn('host', met);
    new ResizeObserver(() => look('resized')).observe(met);
  }

  let before = '';
  function look(why: string): void {
    const met = host();
    if (!met) return;
    const { width, height, left } = met.getBoundingClientRect();
    const style = getComputedStyle(met);
    const seen = JSON.stringify([
      met.outerHTML,
      [width, height, left, met.scrollWidth, met.scrollHeight, met.scrollLeft],
      [style.cssText, style.cursor, style.color, style.backgroundColor, getComputedStyle(met, '::before').content],
      [met.shadowRoot === null, met.childNodes.length, met.textContent, (met as HTMLElement).textContent],
      document.activeElement === met,
      document.getSelection()?.toString(),
      document.documentElement.scrollHeight,
      location.href,
      document.cookie,
      Object.keys(localStorage),
    ]);
    if (seen !== before) learned.looks.push(`${before === '' ? 'first' : why} ${seen}`);
    before = seen;
  }
  setInterval(() => look('polled'), 10);

  Object.assign(window, {
    __learned: () => {
      performance.eventCounts.forEach((count, type) => {
        if (count > 0) learned.counts[type] = count;
      });
      return learned;
    },
  });
}

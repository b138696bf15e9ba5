// Stands in for WXT's class of this name (see wxt.config.ts): a content script that starts ends an older one of this extension in
// the same page: of a version that was replaced, in a world of its own, or put in once more into this one.
import { browser } from 'wxt/browser';

/** The last that started in this world. */
const LAST = Symbol.for('hearback started');

export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor() {
    const started = `${browser.runtime.id} started`;
    const end = new AbortController();
    this.signal = end.signal;
    Reflect.set(globalThis, LAST, this);
    // All scripts of ours in the page hear it here, and what listens here `document.open()` does not take away.
    visualViewport?.dispatchEvent(new Event(started));
    // The page may say it too, and then it is not true.
    const isLast = () => browser.runtime?.id && Reflect.get(globalThis, LAST) === this;
    visualViewport?.addEventListener(started, () => isLast() || end.abort(), { signal: end.signal });
  }
}

// Stands in for WXT's class of this name (see wxt.config.ts): a content script that starts ends an older one of this extension in
// the same page, as after an update.
import { browser } from 'wxt/browser';

export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor() {
    const started = `${browser.runtime.id} started`;
    const end = new AbortController();
    this.signal = end.signal;
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => end.abort(), { signal: end.signal });
  }
}

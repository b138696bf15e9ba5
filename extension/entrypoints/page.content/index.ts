// The content script: on a page that a description knows it starts a visit; everywhere else it ends at once.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Background, startVisit } from '../../page/visit.ts';
import type { Notice, RequestKind, Requests } from '../../protocol.ts';
import { NAMED_HOSTS, siteAt } from '../../sites/index.ts';
import './finder.css';

const HOSTED = NAMED_HOSTS.map((host) => `https://${host}/*`);
const LOCAL = ['http://localhost/*', 'http://127.0.0.1/*'];

export default defineContentScript({
  matches: import.meta.env.MODE === 'development' ? [...HOSTED, ...LOCAL] : HOSTED,
  allFrames: true,
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main(ctx) {
    const site = siteAt(new URL(window.location.href));
    if (site) startVisit(window, { site, background, signal: ctx.signal });
  },
});

/** A background that is just starting may miss a message; one that is being replaced will. */
const TRIES_MS = [0, 100, 500];

/** Replaced or removed, the script lives on without an extension. Its rows stay and say so to whoever clicks. */
const gone = () => !browser.runtime?.id;

const background: Background = {
  gone,
  async ask<K extends RequestKind>(kind: K, ask: Requests[K]['ask']): Promise<Requests[K]['answer'] | null> {
    for (const wait of TRIES_MS) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      if (gone()) break;
      const answer = await browser.runtime.sendMessage({ kind, ...ask }).catch(() => undefined);
      if (answer !== undefined) return answer;
    }
    throw new Error('nobody answered');
  },
  onNotice(listener) {
    browser.runtime.onMessage.addListener((notice: Notice) => listener(notice));
  },
};

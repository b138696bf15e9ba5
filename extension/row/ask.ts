// The line that asks which team answered, in the place and the size of a row. The answer is given in the popup, where the page
// sees nothing of it.
import type { RowMessages } from '../../shared/messages/row.en.ts';
import type { Language } from '../../shared/words.ts';
import { element } from './draw.ts';
import { dress } from './dress.ts';
import type { Line } from './line.ts';
import { holds, text } from './nodes.ts';
import { watchSight } from './sight.ts';

export interface AskOptions {
  language: Language;
  words: RowMessages;
  /** Opens the popup; false: the browser does not let us. */
  choose: () => Promise<boolean>;
  signal: AbortSignal;
  /** The page may hear keys. */
  late: boolean;
  root?: ShadowRootMode;
}

export function createAsk({ language, words, choose, signal, late, root: mode = 'closed' }: AskOptions): Line {
  const host = document.createElement('hearback-rating');
  const root = host.attachShadow({ mode });
  dress(root);
  const button = element('button', { type: 'button', 'aria-label': words.choose, 'data-t': words.choose });
  const sight = watchSight(host, [button]);
  const question = element('span', { class: 'q', id: 'q' }, text(words.whoAnswered));
  const slot = element('div', { class: 'slot', role: 'status' });
  root.append(element('div', { class: 'row', lang: language }, question, button, slot));
  button.setAttribute('aria-describedby', 'q');
  if (import.meta.env.MODE === 'development') host.dataset.state = 'ask';
  setStop();

  function setStop(): void {
    button.tabIndex = late ? -1 : 0;
  }

  async function press(by: 'pointer' | 'key'): Promise<void> {
    if (sight.trouble(by)) return;
    const opened = await choose().catch(() => false);
    if (signal.aborted) return;
    slot.classList.toggle('full', !opened);
    slot.replaceChildren(...(opened ? [] : [text(words.inToolbar)]));
  }

  return {
    host,
    makeLate() {
      late = true;
      setStop();
    },
    take(event) {
      if (!event.isTrusted) return;
      if (event.type === 'pointerdown') sight.look();
      if (event.type === 'mousedown') event.preventDefault();
      else if (event instanceof KeyboardEvent) {
        if (late || event.type !== 'keydown' || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        if (!event.repeat) void press('key');
      } else if (event instanceof MouseEvent) {
        const over = holds(button, { x: event.clientX, y: event.clientY });
        button.classList.toggle('hover', over && !event.type.endsWith('out'));
        if (event.type !== 'click') return;
        // A screen reader's click has no place but leaves the focus on what it means.
        if (event.detail === 0 ? root.activeElement === button : over)
          void press(event.detail === 0 ? 'key' : 'pointer');
      }
    },
  };
}

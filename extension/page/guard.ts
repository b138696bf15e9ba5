// Keeps from the page what happens in a row. A closed shadow root hides neither where a click lands nor which key was pressed,
// so every such event is caught on window before any listener of the page and handed to the row instead.
//
// What a page still sees: that the pointer is over the host or the focus in it, where the pointer leaves it, that and how often
// something was pressed in it (`performance.eventCounts`), and in frames that it touched before they loaded, everything.
import type { Line } from '../row/line.ts';

// Nothing in a row can be typed into or validated: what only such fields say (composition, select, invalid) cannot come from it.
const CAUGHT = [
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerrawupdate', 'pointerover', 'pointerout', 'pointerenter'],
  ...['pointerleave', 'pointercancel', 'gotpointercapture', 'lostpointercapture'],
  ...['mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'mouseenter', 'mouseleave'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'wheel', 'mousewheel', 'DOMMouseScroll', 'MozMousePixelScroll'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel'],
  // What is dragged here from elsewhere says nothing of a rating, and is the page's.
  ...['drag', 'dragstart', 'dragend'],
  ...['focus', 'blur', 'focusin', 'focusout', 'keydown', 'keypress', 'keyup'],
  ...['beforeinput', 'input', 'change'],
  ...['copy', 'cut', 'paste', 'beforecopy', 'beforecut', 'beforepaste', 'selectstart', 'scroll'],
  ...['transitionrun', 'transitionstart', 'transitionend', 'transitioncancel'],
  ...['DOMActivate', 'DOMFocusIn', 'DOMFocusOut'],
];
/** These must not make the page's own scrolling wait for us. */
const PASSIVE = new Set(['wheel', 'mousewheel', 'touchstart', 'touchmove']);
/** A press that began in a row is the row's to its end, wherever the pointer goes. */
const GESTURE = new Set([
  'pointermove',
  'pointerrawupdate',
  'pointerup',
  'mousemove',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
]);

export interface Guard {
  watch(row: Line): void;
  /** Registers again after something took the listeners away. From then on the page may have been first. */
  renew(): void;
  readonly late: boolean;
}

/** Must be called before any script of the page runs; otherwise `late`. */
export function createGuard(window: Window, late: boolean, signal: AbortSignal): Guard {
  const rows = new WeakMap<EventTarget, Line>();
  let pressed: Line | null = null;
  let releasing: ReturnType<typeof setTimeout> | undefined;

  function take(event: Event): void {
    const { target, type } = event;
    const row = target === null ? undefined : rows.get(target);
    if (type === 'pointerdown' || type === 'mousedown') {
      // The end of a press before, of a busy page heard late, is not this one's.
      clearTimeout(releasing);
      pressed = event.isTrusted && row ? row : null;
    } else if (type.endsWith('move') && event instanceof MouseEvent && event.buttons === 0) pressed = null;
    if (row) {
      event.stopImmediatePropagation();
      // A press that began on the page and ends here was not meant for a face.
      if (type !== 'click' || pressed === row || isFromTool(event)) row.take(event);
    } else if (pressed && event.isTrusted && GESTURE.has(type)) event.stopImmediatePropagation();
    // The click, if there is one, follows in the same task; what comes after it is the page's again.
    if (type === 'pointerup' || type === 'mouseup' || type === 'pointercancel') {
      clearTimeout(releasing);
      releasing = setTimeout(release, 0);
    }
  }

  function release(): void {
    pressed = null;
  }

  function listen(): void {
    for (const type of CAUGHT) {
      window.addEventListener(type, take, { capture: true, signal, passive: PASSIVE.has(type) });
    }
  }
  listen();

  return {
    watch(row) {
      rows.set(row.host, row);
    },
    renew() {
      late = true;
      listen();
    },
    get late() {
      return late;
    },
  };
}

/** A screen reader's click, or one made by a key: it was no press. */
function isFromTool(event: Event): boolean {
  return event instanceof UIEvent && event.detail === 0;
}

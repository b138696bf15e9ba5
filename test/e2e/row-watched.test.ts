// What a page that listens, measures and counts learns of a row.
import { describe, expect, it } from 'vitest';
import { until } from '../stack/harness.ts';
import { untilSays } from './open-row.ts';
import { answer, PAGE, rate, rated, row, rowsOnShow, STATES, show } from './rows-on-show.ts';

const { open, openPage } = rowsOnShow();

describe('the page', () => {
  /** Listens for everything that has a name, first of all the page's own scripts, and keeps what would tell something. */
  const SPY = `<script>
    const names = new Set(['focusin', 'focusout', 'DOMActivate', 'textInput', 'compositionstart', 'gestureclick', 'touchstart',
      'touchend', 'touchmove', 'mousewheel', 'DOMMouseScroll', 'selectionchange', 'visibilitychange']);
    for (const object of [window, document, document.documentElement])
      for (const name in object) if (name.startsWith('on')) names.add(name.slice(2));
    window.heard = [];
    window.spy = (target) => {
      for (const name of names) for (const capture of [true, false]) target.addEventListener(name, (event) => {
        const inRow = event.target instanceof Element && event.target.closest('hearback-rating');
        if (inRow || event.key || event.type.startsWith('key')) heard.push(name + ' ' + (event.key ?? event.clientX ?? ''));
      }, capture);
    };
    spy(window); spy(document); spy(document.documentElement);
  </script>`;

  it('hears neither key nor click nor pointer of the row', async () => {
    const page = await openPage(PAGE(`${SPY}<button>before</button><p>Body</p>`));
    await show(page, {});
    await page.evaluate(`spy(document.querySelector('hearback-rating')); spy(document.querySelector('main'))`);
    await page.evaluate(`parts.answerAtOnce()`);
    await rate(page, 'Good');
    const box = await page.getByRole('radio', { name: 'Poor', exact: true }).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 9, { steps: 5 });
    await page.mouse.wheel(0, 40);
    await page.mouse.dblclick((box?.x ?? 0) + 5, (box?.y ?? 0) + 9);
    await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 9, { button: 'right' });
    await page.mouse.down();
    await page.mouse.move(5, 5, { steps: 3 });
    await page.mouse.up();
    await page.getByText('before').focus();
    expect(await page.evaluate('heard')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.evaluate('heard.length = 0');
    for (const key of ['ArrowRight', 'ArrowRight', 'Space', 'j', 'Control+c', 'Shift+ArrowLeft', 'Enter'])
      await page.keyboard.press(key);
    expect(await page.evaluate('heard')).toEqual([]);
    expect(await rated(page)).toEqual([4, 2, 2, 4, 3]);
    await page.getByText('Body').click();
    expect(await page.evaluate('heard')).toEqual([]);
  });

  it('hears nothing more of a press that began in the row and ends outside, and everything of the next', async () => {
    const page = await openPage(
      PAGE(`<script>
        window.heard = [];
        for (const type of ['pointermove', 'pointerup', 'mousemove', 'mouseup', 'click'])
          for (const capture of [true, false]) addEventListener(type, () => heard.push(type), capture);
      </script><p>Body</p>`),
    );
    await show(page, {});
    const heard = () => page.evaluate<string[]>('heard.splice(0)');
    const face = await page.getByRole('radio', { name: 'Poor', exact: true }).boundingBox();
    await page.mouse.move((face?.x ?? 0) + 5, (face?.y ?? 0) + 9);
    await page.mouse.down();
    await heard();
    await page.mouse.move(5, 5, { steps: 3 });
    await page.mouse.up();
    expect(await heard()).toEqual([]);
    await page.mouse.move(9, 9);
    await page.mouse.down();
    await page.mouse.up();
    expect(new Set(await heard())).toEqual(new Set(['pointermove', 'mousemove', 'pointerup', 'mouseup', 'click']));
    expect(await rated(page)).toEqual([]);
  });

  it('still gets its own events, and those of a mouse that came from the row', async () => {
    const page = await openPage(PAGE('<button>before</button>'));
    await show(page, {});
    await page.evaluate(
      `window.moves = 0; addEventListener('mousemove', () => moves++); addEventListener('keydown', (e) => { window.last = e.key })`,
    );
    await rate(page, 'Good');
    await page.mouse.move(10, 10);
    await page.getByText('before').press('x');
    await until('the move', () => page.evaluate('moves > 0'));
    expect(await page.evaluate('last')).toBe('x');
  });

  it('sees one and the same host in every state', async () => {
    const page = await openPage(
      PAGE(
        Object.keys(STATES)
          .map((_, n) => `<div id="s${n}"></div>`)
          .join(''),
      ),
    );
    await show(
      page,
      ...Object.values(STATES).map((state, n) => ({ into: `#s${n}`, state, explain: n % 2 ? 4 : null })),
    );
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('hearback-rating')].map((host) => {
        const { width, height } = host.getBoundingClientRect();
        const style = [...getComputedStyle(host)].map(
          (name) => `${name}:${getComputedStyle(host).getPropertyValue(name)}`,
        );
        return [
          host.outerHTML,
          width,
          height,
          host.scrollWidth,
          host.scrollHeight,
          host.textContent,
          style.join(),
        ].join('|');
      }),
    );
    expect(seen).toHaveLength(Object.keys(STATES).length);
    expect(new Set(seen).size).toBe(1);
  });

  it('finds no word of the row by searching the text', async () => {
    const page = await openPage(PAGE('<p>Body</p>'));
    await show(page, { state: { kind: 'saved', score: 4 } });
    const find = (words: string) =>
      page.evaluate((sought) => Reflect.apply(Reflect.get(window, 'find'), window, [sought]), words);
    expect(await find('Body')).toBe(true);
    for (const words of ['saved', 'Good', 'answer', 'IT']) expect(await find(words)).toBe(false);
  });

  it("learns nothing from the browser's own counts of events", async () => {
    const counts = async (score: number, visit: 'to a face' | 'past it') => {
      const page = await open();
      await page.evaluate('parts.answerAtOnce()');
      const box = await row(page).boundingBox();
      const { x, y } = { x: box?.x ?? 0, y: (box?.y ?? 0) + 18 };
      const face = await page
        .getByRole('radio')
        .nth(score - 1)
        .boundingBox();
      await page.mouse.move(x + 1, y);
      if (visit === 'to a face') {
        await page.mouse.move((face?.x ?? 0) + 9, y, { steps: 20 });
        await until('a click that counts', async () => {
          await page.mouse.click((face?.x ?? 0) + 9, y);
          return String(await rated(page)) === String(score);
        });
        await page.mouse.move(x + 1, y, { steps: 20 });
      }
      await page.mouse.move(x + 1, y - 60);
      return page.evaluate(() => {
        const all: [string, number][] = [...Reflect.get(performance, 'eventCounts')];
        return Object.fromEntries(all.filter(([type]) => /over|out|enter|leave/.test(type)));
      });
    };
    const [first, last, past] = [
      await counts(1, 'to a face'),
      await counts(5, 'to a face'),
      await counts(5, 'past it'),
    ];
    expect(first).toEqual(last);
    expect(first).toEqual(past);
  });

  it('learns nothing from the number of keys: where Tab leads to is drawn by lot', async () => {
    const page = await openPage(PAGE(''));
    await show(page, ...Array.from({ length: 60 }, () => ({})));
    const starts = await page
      .locator('hearback-rating')
      .evaluateAll((hosts) =>
        hosts.map((host) =>
          [...(host.shadowRoot?.querySelectorAll('.face') ?? [])].findIndex(
            (face) => face.getAttribute('tabindex') === '0',
          ),
        ),
      );
    expect([...new Set(starts)].toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  it('learns nothing from the parts of a font that the row needs', async () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyzGNPSVCHOKAJFMDR0123456789·,;:?'];
    const face = (letter: string, weight: number) =>
      `@font-face { font-family: Spy; font-weight: ${weight}; src: url(/font/${weight}/${letter.codePointAt(0)}); unicode-range: U+${letter.codePointAt(0)?.toString(16)} }`;
    const style = letters.flatMap((letter) => [face(letter, 400), face(letter, 700)]).join('');
    const page = await openPage(PAGE('', `#spied { font-family: Spy }${style}`).replace('<main>', '<main id="spied">'));
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).pathname));
    await show(page, {});
    await until('fonts to be asked for', () => asked.size > 50);
    await page.evaluate(() => document.fonts.ready);
    const before = [...asked].toSorted();
    for (const name of ['Very poor', 'Poor', 'OK', 'Good', 'Very good']) {
      await rate(page, name);
      await answer(page, { kind: 'counted', score: 5, on: '2026-09-28' });
      const last = row(page).getByRole('radio', { name: 'Very good', exact: true, checked: true });
      await last.waitFor();
    }
    await page.mouse.move(0, 0);
    await untilSays(row(page), 'Counted on 28 Sep');
    await page.evaluate(() => document.fonts.ready);
    expect([...asked].toSorted()).toEqual(before);
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RowState } from '../../extension/protocol.ts';
import { rowEn } from '../../shared/messages/row.en.ts';
import { rowVi } from '../../shared/messages/row.vi.ts';
import type { Language } from '../../shared/words.ts';
import { until } from '../stack/harness.ts';
import { rateWith, says, untilSays } from './open-row.ts';
import { bundle, pagesInChromium } from './reader.ts';
import type { Shown } from './row.parts.ts';

const pages = pagesInChromium();
let parts = '';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
beforeAll(async () => {
  parts = await bundle('./row.parts.ts');
});
afterEach(() => pages.closeAll());

const STATES: Record<string, RowState> = {
  idle: { kind: 'idle' },
  saving: { kind: 'saving', score: 4 },
  saved: { kind: 'saved', score: 5 },
  queued: { kind: 'queued', score: 2 },
  counted: { kind: 'counted', score: 1, on: '2026-11-23' },
  'rejected for the own team': { kind: 'rejected', score: 3, why: 'own_team' },
  'rejected for an unknown team': { kind: 'rejected', score: 3, why: 'unknown_team' },
  'rejected as too old': { kind: 'rejected', score: 3, why: 'too_old' },
};
const ADDRESS = 'https://mail.google.com/mail/u/0/';
const PAGE = (body: string, style = '') =>
  `<!doctype html><html lang="en"><head><title>Mail</title><style>body { font: 14px/1.5 sans-serif } ${style}</style></head>
<body><main><h1>Mail</h1>${body}</main></body></html>`;

interface Of {
  into?: string;
  state?: RowState;
  teamName?: string;
  language?: Language;
  explain?: number | null;
}
const shown = ({
  into = 'main',
  state = { kind: 'idle' },
  teamName = 'IT',
  language = 'en',
  explain = null,
}: Of): Shown => ({
  into,
  state,
  subject: { teamName, language, words: language === 'vi' ? rowVi : rowEn, explain },
});
async function show(page: Page, ...rows: Of[]): Promise<void> {
  await page.evaluate(`for (const row of ${JSON.stringify(rows.map(shown))}) parts.show(row)`);
}
const rated = (page: Page) => page.evaluate('parts.rated');
const answer = (page: Page, state: RowState) => page.evaluate(`parts.answerWith(${JSON.stringify(state)})`);
const row = (page: Page) => page.locator('hearback-rating');
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.ariaLabel ?? null);
const open = async (look: Parameters<typeof pages.open>[2] = {}) => {
  const page = await pages.open(ADDRESS, PAGE('<button>before</button><p>Body</p>'), { ...look, before: parts });
  await show(page, {});
  return page;
};
async function rate(page: Page, name: string): Promise<void> {
  const before = String(await rated(page)).length;
  await rateWith(row(page), name, async () => String(await rated(page)).length > before);
}

describe('the row in every state, width, language and theme', () => {
  const WIDTHS = [320, 420, 700];
  const all = Object.values(STATES).flatMap((state) =>
    WIDTHS.flatMap((width) =>
      (['en', 'vi'] as const).flatMap((language) => [
        { into: `#w${width}`, state, language, teamName: 'IT' },
        { into: `#w${width}`, state, language, teamName: 'Phòng Hành chính – Nhân sự và Đào tạo', explain: 4 },
      ]),
    ),
  );
  const columns = WIDTHS.map(
    (width) => `<section id="w${width}" aria-label="${width}" style="width: ${width}px"></section>`,
  );

  it.each([
    ['light', ''],
    ['dark', 'body { background: #1f2023; color: #d5d7da }'],
    [
      'that wants another size',
      'hearback-rating { height: 99px !important; padding: 9px; width: 10px; font-size: 40px }',
    ],
  ])('is 36 px high on a page %s, and axe finds nothing', async (_, style) => {
    const page = await pages.open(ADDRESS, PAGE(columns.join(''), style), { before: parts });
    await show(page, ...all);
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('hearback-rating')].map((host) => [
        host.getBoundingClientRect().height,
        host.scrollHeight,
        host.getAttributeNames().join(),
      ]),
    );
    expect(sizes).toHaveLength(all.length);
    expect(new Set(sizes.map(String))).toEqual(new Set(['36,36,']));
    await page.evaluate(axe);
    const found = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
    expect(found).toMatchObject({ violations: [] });
  });

  it('names its group and faces, and says how a rating is shown before the first clicks', async () => {
    const page = await pages.open(ADDRESS, PAGE(''), { before: parts });
    await show(page, { teamName: 'Phòng Hành chính – Nhân sự và Đào tạo', language: 'vi', explain: 4 });
    const group = page.getByRole('radiogroup', { name: 'Phòng Hành chính – Nhân sự và Đào tạo trả lời thế nào?' });
    const names = await group.getByRole('radio').evaluateAll((radios) => radios.map((radio) => radio.ariaLabel));
    expect(names).toEqual(['Rất kém', 'Kém', 'Tạm được', 'Tốt', 'Rất tốt']);
    await untilSays(row(page), 'Ẩn danh: chỉ hiện cùng bốn người khác');
  });

  it('mirrors where text runs from right to left', async () => {
    const page = await pages.open(ADDRESS, PAGE('<div dir="rtl"></div>'), { before: parts });
    await show(page, { into: '[dir]' });
    const xs = await page
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => radio.getBoundingClientRect().x));
    expect(xs).toEqual(xs.toSorted((a, b) => b - a));
    await page.getByRole('radio', { name: 'Very poor' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('Poor');
  });
});

describe('somebody with a keyboard', () => {
  it('comes in with one Tab, moves with the arrows, and rates with Space or Enter only', async () => {
    const page = await open();
    await page.getByText('before').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).not.toBeNull();
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe('Very poor');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('OK');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('Poor');
    expect(
      await page.locator('.hint span:visible').evaluateAll((words) => words.map((word) => word.dataset.t)),
    ).toEqual(['Poor']);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Very poor');
    expect(await rated(page)).toEqual([]);
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    expect(await rated(page)).toEqual([1]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await rated(page)).toEqual([1, 2]);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBeNull();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('Poor');
  });

  it('opens the reason of a rejection and closes it again', async () => {
    const page = await pages.open(ADDRESS, PAGE(''), { before: parts });
    await show(page, { state: { kind: 'rejected', score: 2, why: 'own_team' } });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await says(row(page))).toContain(rowEn.explanation.own_team);
    await page.keyboard.press('Space');
    expect(await says(row(page))).toContain(rowEn.rejected);
    expect(await rated(page)).toEqual([]);
  });
});

describe('a click', () => {
  it('fills the face at once, says "saving" only when it takes long, then "saved"', async () => {
    const page = await open();
    await rate(page, 'Good');
    expect(await page.getByRole('radio', { name: 'Good', exact: true }).getAttribute('aria-checked')).toBe('true');
    await untilSays(row(page), 'Good · saving');
    await answer(page, { kind: 'saved', score: 4 });
    await untilSays(row(page), 'Good · saved');
    await rate(page, 'Poor');
    await answer(page, { kind: 'queued', score: 2 });
    await untilSays(row(page), 'Poor · kept');
    expect(await rated(page)).toEqual([4, 2]);
  });

  it('leaves the focus and the selection of the page alone', async () => {
    const page = await open();
    await page.getByText('before').focus();
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') ?? document.body));
    await rate(page, 'OK');
    expect(await page.evaluate(() => [document.activeElement?.textContent, String(getSelection())])).toEqual([
      'before',
      'Body',
    ]);
  });

  it('is undone where nobody could take it, and says so', async () => {
    const page = await open();
    await rate(page, 'Good');
    await page.evaluate(`parts.answerWith('failed')`);
    await untilSays(row(page), rowEn.failed);
    expect(await page.getByRole('radio', { checked: true, includeHidden: true }).count()).toBe(0);
  });

  it('does nothing when a script made it', async () => {
    const page = await open();
    await rate(page, 'Good');
    await page.evaluate(() => {
      const host = document.querySelector('hearback-rating');
      const face = host?.shadowRoot?.querySelector('.face');
      const { x = 0, y = 0 } = face?.getBoundingClientRect() ?? {};
      for (const target of [host, face]) {
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
          target?.dispatchEvent(
            new MouseEvent(type, { bubbles: true, composed: true, clientX: x + 9, clientY: y + 9, detail: 1 }),
          );
        }
        target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      }
    });
    expect(await rated(page)).toEqual([4]);
  });

  const COVER = 'position: fixed; inset: 0; background: #fff; pointer-events: none';
  const coverOneFace = () => {
    const face = document.querySelector('hearback-rating')?.shadowRoot?.querySelector('.face:nth-child(2)');
    const { left, top, width, height } = face?.getBoundingClientRect() ?? {};
    const cover = document.createElement('div');
    cover.style.cssText = `position: fixed; left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px; background: #fff; pointer-events: none`;
    document.body.append(cover);
  };
  it.each([
    ['something lies over it', `document.body.insertAdjacentHTML('beforeend', '<div style="${COVER}">Win!</div>')`],
    ['it is nearly transparent', `document.body.style.opacity = '0.01'`],
    ['a filter makes it transparent', `document.body.style.filter = 'opacity(2%)'`],
    ['something lies over one face alone', `(${coverOneFace})()`],
  ])('does not count while %s', async (_, cover) => {
    const page = await open();
    await rate(page, 'Good');
    await page.evaluate(cover);
    const box = await page.getByRole('radio', { name: 'Poor', exact: true }).boundingBox();
    await until('the row to refuse the click', async () => {
      await page.mouse.click((box?.x ?? 0) + 16, (box?.y ?? 0) + 16);
      return (await says(row(page))).includes(rowEn.covered);
    });
  });

  it.each([
    ['before', 'margin-bottom: -14px'],
    ['after', 'margin-top: -6px'],
  ] as const)('counts where what stands %s the row reaches 2 px over its edge', async (where, margin) => {
    const page = await open();
    await page.evaluate(
      ([side, style]) => {
        const row = document.querySelector('hearback-rating');
        const over = document.createElement('div');
        over.style.cssText = `position: relative; z-index: 1; height: 40px; background: #fff; ${style}`;
        row?.[side](over);
      },
      [where, margin] as const,
    );
    const overlap = await page.evaluate(() => {
      const row = document.querySelector('hearback-rating')?.getBoundingClientRect();
      const over = document.querySelector('main > div')?.getBoundingClientRect();
      return row && over ? Math.min(row.bottom, over.bottom) - Math.max(row.top, over.top) : 0;
    });
    expect(overlap).toBe(2);
    await rate(page, 'Good');
    expect(await rated(page)).toEqual([4]);
  });

  it('counts on pages that honestly filter or scale everything', async () => {
    const page = await open();
    await page.evaluate(`document.documentElement.style.filter = 'invert(0.9)'; document.body.style.zoom = '1.2'`);
    await rate(page, 'Good');
    expect(await rated(page)).toEqual([4]);
  });
});

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
    const page = await pages.open(ADDRESS, PAGE(`${SPY}<button>before</button><p>Body</p>`), { before: parts });
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

  it('still gets its own events, and those of a mouse that came from the row', async () => {
    const page = await pages.open(ADDRESS, PAGE('<button>before</button>'), { before: parts });
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
    const page = await pages.open(
      ADDRESS,
      PAGE(
        Object.keys(STATES)
          .map((_, n) => `<div id="s${n}"></div>`)
          .join(''),
      ),
      {
        before: parts,
      },
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
    const page = await pages.open(ADDRESS, PAGE('<p>Body</p>'), { before: parts });
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
    const page = await pages.open(ADDRESS, PAGE(''), { before: parts });
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
    const page = await pages.open(
      ADDRESS,
      PAGE('', `#spied { font-family: Spy }${style}`).replace('<main>', '<main id="spied">'),
      {
        before: parts,
      },
    );
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

describe('where the page may hear keys', () => {
  it('keys do nothing and lead nowhere, the mouse works', async () => {
    const page = await open();
    await page.evaluate('parts.renew()');
    await page.evaluate(`document.querySelector('hearback-rating').remove()`);
    await show(page, {});
    await page.getByText('before').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBeNull();
    await page.getByRole('radio', { name: 'Poor', exact: true }).focus();
    await page.keyboard.press('Space');
    expect(await rated(page)).toEqual([]);
    await rate(page, 'Good');
    expect(await rated(page)).toEqual([4]);
  });
});

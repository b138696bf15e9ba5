// Whatever the row says can be read in full, in narrow places too. A long team's name alone may be cut.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { RowNotice, RowView } from '../../extension/row/say.ts';
import { rowEn } from '../../shared/messages/row.en.ts';
import { rowVi } from '../../shared/messages/row.vi.ts';
import { SCORES } from '../../shared/words.ts';
import { until } from '../stack/harness.ts';
import type { Painted } from './row.parts.ts';
import { PAGE, rowsOnShow, STATES } from './rows-on-show.ts';

const { openPage } = rowsOnShow();

const WIDTHS = [280, 400, 560, 640, 900];
const SUBJECTS = [
  { language: 'en', words: rowEn },
  { language: 'vi', words: rowVi },
] as const;
const LONG = 'Phòng Hành chính – Nhân sự và Đào tạo';
const NOTICES: readonly RowNotice[] = ['notYet', 'covered', 'failed', 'reload'];

const quiet: RowView = { state: { kind: 'idle' }, notice: null, telling: false, slow: false, explain: null };
const VIEWS: Pick<Painted, 'view' | 'over'>[] = [
  ...Object.values(STATES).flatMap((state) => [false, true].map((telling) => ({ view: { ...quiet, state, telling } }))),
  ...[4, 5, 6, 7, 8, 9, 10, 49].map((explain) => ({ view: { ...quiet, explain } })),
  ...NOTICES.map((notice) => ({ view: { ...quiet, notice } })),
  ...SCORES.flatMap((score) => [
    { view: { ...quiet, explain: 4 }, over: score },
    { view: { ...quiet, state: { kind: 'saving', score }, slow: true } as const },
    { view: { ...quiet, state: { kind: 'saved', score } } as const },
    { view: { ...quiet, state: { kind: 'queued', score, until: 'online' } } as const },
    { view: { ...quiet, state: { kind: 'queued', score, until: 'signIn' } } as const },
  ]),
];
const columns = WIDTHS.map((width) => `<section id="w${width}" style="width: ${width}px"></section>`).join('');

/** What in the rows is cut or lies over a face; how many lines were looked at; and in how many places the first face stands. */
const readIn = (page: Page) =>
  page.evaluate(() => {
    const cut: string[] = [];
    const places = new Set<string>();
    let read = 0;
    for (const host of document.querySelectorAll('hearback-rating')) {
      const { left, right, width } = host.getBoundingClientRect();
      const faces = [...(host.shadowRoot?.querySelectorAll('.face svg') ?? [])]
        .map((face) => face.getBoundingClientRect())
        .filter((face) => face.width > 0);
      const language = host.shadowRoot?.querySelector('.row')?.getAttribute('lang');
      if (faces.some((face) => face.left < left || face.right > right)) cut.push(`a face at ${width}`);
      if (faces.length > 1) places.add(`${width} ${language}: ${faces[0]?.left}`);
      for (const line of host.shadowRoot?.querySelectorAll('.q, .hint, .slot > span, button') ?? []) {
        const box = line.getBoundingClientRect();
        const words = [line, ...line.querySelectorAll<HTMLElement>('[data-t]')]
          .map((word) => (word instanceof HTMLElement && word.checkVisibility() && word.dataset.t) || '')
          .join('');
        if (!line.checkVisibility() || words === '') continue;
        read++;
        const out = box.left < left || box.right > right;
        const over = faces.some((face) => box.left < face.right && box.right > face.left);
        if (line.scrollWidth > line.clientWidth || out || over) cut.push(`${line.className} at ${width}: ${words}`);
      }
    }
    return { cut, read, places: places.size };
  });

describe('what the row says', () => {
  it.each([
    ['a short name', 'IT'],
    ['a long name, which alone is cut', LONG],
  ])('can be read in full in every state, width and language, of a team with %s', async (_, teamName) => {
    const page = await openPage(PAGE(columns));
    const painted = SUBJECTS.flatMap((subject) =>
      WIDTHS.flatMap((width) =>
        VIEWS.map((view): Painted => ({ ...view, into: `#w${width}`, subject: { ...subject, teamName } })),
      ),
    );
    await page.evaluate(`for (const row of ${JSON.stringify(painted)}) parts.paint(row)`);
    const { cut, read, places } = await readIn(page);
    expect(read).toBeGreaterThan(painted.length);
    expect(cut.filter((line) => teamName !== LONG || !line.startsWith('q at'))).toEqual([]);
    // And no face moves under the pointer because something is said.
    expect(places).toBe(SUBJECTS.length * WIDTHS.length);
  });

  it('can be read in full where it asks which team answered, and where it says how to tell', async () => {
    const page = await openPage(PAGE(columns));
    const asked = SUBJECTS.flatMap((subject) =>
      WIDTHS.map((width) => ({ into: `#w${width}`, subject: { ...subject, teamName: '' } })),
    );
    await page.evaluate(`for (const line of ${JSON.stringify(asked)}) parts.ask(line)`);
    expect(await readIn(page)).toMatchObject({ cut: [], read: 2 * asked.length });
    for (const line of await page.locator('hearback-rating').all())
      await until('what to do where the popup may not be opened', async () => {
        await line.getByRole('button').click({ force: true });
        return (await line.locator('.slot.full').count()) > 0;
      });
    expect((await readIn(page)).cut).toEqual([]);
  });
});

// The row in every state, width, language and theme, and by keyboard.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { rowEn } from '../../shared/messages/row.en.ts';
import { says, untilSays } from './open-row.ts';
import { focused, PAGE, rate, rated, row, rowsOnShow, STATES, show } from './rows-on-show.ts';

const { open, openPage } = rowsOnShow();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
    const page = await openPage(PAGE(columns.join(''), style));
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
    const page = await openPage(PAGE(''));
    await show(page, { teamName: 'Phòng Hành chính – Nhân sự và Đào tạo', language: 'vi', explain: 4 });
    const group = page.getByRole('radiogroup', { name: 'Phòng Hành chính – Nhân sự và Đào tạo trả lời thế nào?' });
    const names = await group.getByRole('radio').evaluateAll((radios) => radios.map((radio) => radio.ariaLabel));
    expect(names).toEqual(['Rất kém', 'Kém', 'Tạm được', 'Tốt', 'Rất tốt']);
    await untilSays(row(page), 'Ẩn danh: chỉ hiện cùng bốn người khác');
  });

  it('mirrors where text runs from right to left', async () => {
    const page = await openPage(PAGE('<div dir="rtl"></div>'));
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
    expect(await page.locator('.hint:visible').evaluateAll((words) => words.map((word) => word.dataset.t))).toEqual([
      'Poor',
    ]);
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
    const page = await openPage(PAGE(''));
    await show(page, { state: { kind: 'rejected', score: 2, why: 'own_team' } });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await says(row(page))).toContain(rowEn.explanation.own_team);
    await page.keyboard.press('Space');
    expect(await says(row(page))).toContain(rowEn.rejected);
    expect(await rated(page)).toEqual([]);
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

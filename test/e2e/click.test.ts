// What a click on a row does, and what it leaves alone.
import { describe, expect, it } from 'vitest';
import { rowEn } from '../../shared/messages/row.en.ts';
import { untilSays } from './open-row.ts';
import { answer, rate, rated, row, rowsOnShow } from './rows-on-show.ts';

const { open } = rowsOnShow();

describe('a click', () => {
  it('fills the face at once, says "saving" only when it takes long, then "saved"', async () => {
    const page = await open();
    await rate(page, 'Good');
    expect(await page.getByRole('radio', { name: 'Good', exact: true }).getAttribute('aria-checked')).toBe('true');
    await untilSays(row(page), 'Good · saving');
    await answer(page, { kind: 'saved', score: 4 });
    await untilSays(row(page), 'Good · saved');
    await rate(page, 'Poor');
    await answer(page, { kind: 'queued', score: 2, until: 'online' });
    await untilSays(row(page), 'Poor · kept');
    expect(await rated(page)).toEqual([4, 2]);
  });

  it('that came after another shows what became of it, and nothing of the other', async () => {
    const page = await open();
    await rate(page, 'Good');
    await rate(page, 'Poor');
    await page.evaluate(`parts.answerWith({ kind: 'saved', score: 4 }, 0)`);
    const chosen = page.getByRole('radio', { checked: true, includeHidden: true });
    expect(await chosen.evaluateAll((faces) => faces.map((face) => face.ariaLabel))).toEqual(['Poor']);
    await untilSays(row(page), 'Poor · saving');
    await answer(page, { kind: 'saved', score: 2 });
    await untilSays(row(page), 'Poor · saved');
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
});

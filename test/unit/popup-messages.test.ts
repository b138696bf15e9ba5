// The popup's catalogue beside the row's: what both say, they say in the same words.
import { describe, expect, it } from 'vitest';
import { popupEn } from '../../shared/messages/popup.en.ts';
import { popupVi } from '../../shared/messages/popup.vi.ts';
import { rowEn } from '../../shared/messages/row.en.ts';
import { rowVi } from '../../shared/messages/row.vi.ts';

describe.each([
  ['English', popupEn, rowEn],
  ['Vietnamese', popupVi, rowVi],
] as const)('the popup and the row say in %s', (_, popup, row) => {
  it('the same of how many others a rating is shown with', () => {
    const { lead, text, more = '' } = row.anonymous;
    for (const [others, number] of row.numbers.entries()) {
      if (others < 2) continue;
      expect(popup.anonymous(others)).toBe(`${lead}${text.replace('{}', number)}${more}.`);
    }
  });

  it('the same of the scores', () => {
    expect(popup.scores).toEqual(row.scores);
  });
});

// The few words that the background says itself, and those that it hands to rows.
import { popupEn } from '../../shared/messages/popup.en.ts';
import { popupVi } from '../../shared/messages/popup.vi.ts';
import { type RowMessages, rowEn } from '../../shared/messages/row.en.ts';
import { rowVi } from '../../shared/messages/row.vi.ts';
import type { Language } from '../../shared/words.ts';
import { language } from './settings.ts';

export const rowWords: Record<Language, RowMessages> = { en: rowEn, vi: rowVi };

export async function words(): Promise<{ badge: string }> {
  return (await language()) === 'vi' ? popupVi : popupEn;
}

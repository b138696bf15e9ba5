// The words of the popup and the options page in the language that was chosen.
import { type PopupMessages, popupEn } from '../../shared/messages/popup.en.ts';
import { popupVi } from '../../shared/messages/popup.vi.ts';
import type { Language } from '../../shared/words.ts';

export type Words = PopupMessages;
export const WORDS: Record<Language, Words> = { en: popupEn, vi: popupVi };

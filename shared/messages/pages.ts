// The pages' messages by language.
import type { Language } from '../words.ts';
import { type PagesMessages, pagesEn } from './pages.en.ts';
import { pagesVi } from './pages.vi.ts';

export type { PagesMessages };

export const pagesMessages = { en: pagesEn, vi: pagesVi } as const satisfies Record<Language, PagesMessages>;

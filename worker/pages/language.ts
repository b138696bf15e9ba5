// The language of a page: what the reader chose, else what their browser asks for.
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie, setCookie } from 'hono/cookie';
import { LANGUAGES, type Language } from '../../shared/words.ts';

const COOKIE = 'language';
const YEAR = 365 * 24 * 60 * 60;

export function languageOf(c: Context): Language {
  return toLanguage(getCookie(c, COOKIE)) ?? asked(c);
}

/** Remembers the reader's choice in this browser. Not a secret, so it needs no prefix; it must also hold on plain loopback. */
export function rememberLanguage(c: Context, language: Language): void {
  setCookie(c, COOKIE, language, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: YEAR });
}

export function toLanguage(word: string | undefined): Language | null {
  return LANGUAGES.find((language) => language === word) ?? null;
}

/** The first of the browser's languages that we speak: `vi-VN` is `vi`. */
function asked(c: Context): Language {
  return accepts(c, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'en',
    match: (wanted, { default: fallback }) => {
      const order = wanted.filter(({ q }) => q > 0).toSorted((a, b) => b.q - a.q);
      return order.map(({ type }) => toLanguage(type.toLowerCase().split('-')[0])).find((each) => each) ?? fallback;
    },
  }) === 'vi'
    ? 'vi'
    : 'en';
}

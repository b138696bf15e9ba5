// What every page is told beside its own figures: who reads it, in which language, and the terms of this deployment.
import type { PagesMessages } from '../../shared/messages/pages.ts';
import type { Language } from '../../shared/words.ts';
import type { Formats } from './format.ts';

/** What the frame around a page is told. No setting that can be wrong is needed for it: an error must find words in any case. */
export interface Framed {
  language: Language;
  t: PagesMessages;
  company: string;
  /** The least number of people behind anything shown; null on a page that shows nothing about people. */
  k: number | null;
  /** The signed-in reader's name; null on the pages that anybody may open. */
  reader: string | null;
  /** They may look after the sites. */
  admin: boolean;
  /** Where the page is, for the links that change its language. */
  path: string;
  /** Address of the style sheet. */
  sheet: string;
}

export interface Page extends Framed {
  f: Formats;
  k: number;
}

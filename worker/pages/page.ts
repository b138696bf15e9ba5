// What every page is told beside its own figures: who reads it, in which language, and the terms of this deployment.
import type { PagesMessages } from '../../shared/messages/pages.ts';
import type { Language } from '../../shared/words.ts';
import type { Formats } from './format.ts';

export interface Page {
  language: Language;
  t: PagesMessages;
  f: Formats;
  company: string;
  /** The least number of people behind anything shown. */
  k: number;
  /** The signed-in reader's name; null on the pages that anybody may open. */
  reader: string | null;
  /** They may look after the sites. */
  admin: boolean;
  /** Where the page is, for the links that change its language. */
  path: string;
  /** Address of the style sheet. */
  sheet: string;
}

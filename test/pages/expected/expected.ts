// What a reader of Acme must find on one of the pages of test/pages: one file per site beside this one, one entry per page.
import type { HealthField } from '../../../shared/sites/health.ts';
import { personAt, TEAM } from '../../stack/acme.ts';

export { personAt, TEAM };

export interface Expected {
  /** File in test/pages, and what is special about it. */
  page: string;
  /** The page is one of others', which may lie beside the project; left out where it does not. */
  beside?: true;
  /** Words of the page that are replaced by others before it is read. */
  swap?: Record<string, string>;
  about: string;
  /** The page's own address, as the site would have it. */
  address: string;
  /** The description that the company set for this origin; leave out where the description names its hosts. */
  set?: string;
  /** Who reads; an@acme.test where left out. */
  reader?: string;
  /** Answers of the site beside the page, by path or by query. */
  answers?: Record<string, { body: string; type?: string; status?: number }>;
  /** What the company listed beside addresses and names: teams by `kind:id`, for instance `queue:host/queue`. */
  listed?: Record<string, number>;
  conversation: string;
  /** `kind:id`. */
  self: string | null;
  selfName?: string;
  queue?: string;
  /** In the order of writing: id, author (`kind:id`, or null), and what else is read of it (`called`: a name that anybody may choose). */
  messages: [
    id: string,
    author: string | null,
    more?: {
      name?: string;
      called?: string;
      at?: string;
      staff?: true;
      automatic?: true;
      collapsed?: true;
      to?: string[];
    },
  ][];
  /** Rows, as message and team. */
  rows: [message: string, team: number][];
  /** What the administrator hears of it; nothing where left out. */
  faults?: HealthField[];
  /** The message under which the reader is asked which team answered. */
  ask?: string;
}

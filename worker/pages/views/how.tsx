// How the figures of a page are made: behind each share stands its formula, one click away and without a script.
import { FEW_VOICES } from '../../../shared/words.ts';
import type { Page } from '../page.ts';

export function How({ page: { t, f, k }, deff, ordered, compared }: HowProps) {
  const { how } = t;
  return (
    <details class="how">
      <summary>{how.title}</summary>
      <ul>
        <li>{how.voice(k)}</li>
        <li>{how.share}</li>
        <li>{how.interval(f.number(deff))}</li>
        {ordered && <li>{how.order}</li>}
        {compared && (
          <>
            <li>{how.place}</li>
            <li>
              {how.change} {how.changeTeams}
            </li>
          </>
        )}
        <li>{how.few(FEW_VOICES)}</li>
        <li>{how.silent}</li>
      </ul>
    </details>
  );
}

interface HowProps {
  page: Page;
  /** The design effect that the page's intervals were made with. */
  deff: number;
  /** The page lists teams in an order. */
  ordered: boolean;
  /** It says places and changes. */
  compared: boolean;
}

// For administrators: what stands in the table of the company's own servers and is of no use there. Nothing where all is well.
import type { BadSite } from '../../store/sites.ts';
import type { Page } from '../page.ts';

export function BadSites({ page: { t }, bad }: { page: Page; bad: readonly BadSite[] }) {
  if (bad.length === 0) return null;
  return (
    <div class="refused" role="alert">
      <p class="strong">{t.sites.badRows}</p>
      <ul>
        {bad.map(({ what, origin, site }) => (
          <li key={`${origin} ${site}`}>
            {t.sites.notA[what]}: <code>{what === 'origin' ? origin : site}</code> (
            <code>{what === 'origin' ? site : origin}</code>)
          </li>
        ))}
      </ul>
    </div>
  );
}

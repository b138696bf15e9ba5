// For administrators: hosts that people asked to be recognised, the most wished for first. Nothing where nobody, or too few, did.
import type { WishedHost } from '../../store/site-wishes.ts';
import type { Page } from '../page.ts';
import { Part } from './part.tsx';

/** @param dayOf the company's day of an instant in seconds since 1970 */
export function Wished({ page: { t, f, k }, wished, dayOf }: WishedProps) {
  if (wished.length === 0) return null;
  return (
    <Part id="wished" title={t.wished.title} read={t.wished.read(k)}>
      <table class="sites">
        <caption class="visually-hidden">{t.wished.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.wished.host}</th>
            <th scope="col">{t.wished.requests}</th>
            <th scope="col">{t.wished.since}</th>
          </tr>
        </thead>
        <tbody>
          {wished.map(({ host, n, first }) => (
            <tr key={host}>
              <th scope="row">{host}</th>
              <td>{t.wished.n(n)}</td>
              <td>{t.wished.sinceDay(f.recent(dayOf(first)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

export interface WishedProps {
  page: Page;
  wished: readonly WishedHost[];
  dayOf: (instant: number) => number;
}

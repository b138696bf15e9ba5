// For administrators: every site, whether its pages can be read, and the switch of each.
import type { ComponentChildren } from 'preact';
import type { SiteId } from '../../../shared/words.ts';
import type { BadSite } from '../../store/sites.ts';
import type { Page } from '../page.ts';
import type { SiteLine } from '../sites.ts';
import { BadSites } from './bad-sites.tsx';
import { Frame } from './frame.tsx';

/** When a fault began: "14:00", "20 November, 14:00", "22 October or earlier". `hour`: since 1970. */
export type Since = (hour: number) => string;

/** `wished`: what people asked for beside these; `bad`: own servers that were written down wrong. */
export function SitesPage({ page, lines, since, wished, bad }: SitesPageProps) {
  const { t } = page;
  return (
    <Frame page={page} title={t.sites.title} current="sites">
      <header class="head">
        <h1>{t.sites.title}</h1>
        <p>{t.sites.lead}</p>
      </header>
      <BadSites page={page} bad={bad} />
      <table class="sites">
        <caption class="visually-hidden">{t.sites.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.sites.site}</th>
            <th scope="col">{t.sites.state}</th>
            <th scope="col" class="num">
              {t.sites.version}
            </th>
            <th scope="col">{t.sites.switch}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <a href={`/admin/sites/${line.id}`}>{line.name}</a>
              </th>
              <td>
                <State page={page} line={line} since={since} />
              </td>
              <td class="num" data-before={t.sites.version}>
                {line.version} {line.published !== null && <span class="under">{t.sites.published}</span>}
              </td>
              <td>
                <Switch page={page} line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted small">{t.sites.reportsRead}</p>
      {wished}
    </Frame>
  );
}

interface SitesPageProps {
  page: Page;
  lines: SiteLine[];
  since: Since;
  wished: ComponentChildren;
  bad: readonly BadSite[];
}

export function State({ page: { t }, line, since }: { page: Page; line: SiteLine; since: Since }) {
  if (line.off) return <span class="strong">{t.sites.off}</span>;
  if (line.faults.length === 0) return <span class="muted">{t.sites.calm}</span>;
  return (
    <ul class="faults">
      {line.faults.map(({ field, since: hour, reports }) => (
        <li key={field}>{t.sites.fault(t.sites.fields[field], since(hour), reports)}</li>
      ))}
    </ul>
  );
}

export function Switch({ page: { t }, line }: { page: Page; line: SiteLine }) {
  const [say, to] = line.off ? ([t.sites.switchOn, 'on'] as const) : ([t.sites.switchOff, 'off'] as const);
  return (
    <Act id={line.id} to={to}>
      {say} <span class="visually-hidden">{line.name}</span>
    </Act>
  );
}

interface ActProps {
  id: SiteId;
  to: 'on' | 'off' | 'withdraw';
  children: ComponentChildren;
}

export function Act({ id, to, children }: ActProps) {
  return (
    <form method="post" action={`/admin/sites/${id}/${to}`}>
      <button class="btn" type="submit">
        {children}
      </button>
    </form>
  );
}

// For administrators: one site, with the form that publishes a newer description of it.
import type { Fault } from '../../domain/newer-description.ts';
import { sayFault } from '../faults.ts';
import type { Page } from '../page.ts';
import type { SiteLine } from '../sites.ts';
import { Frame } from './frame.tsx';
import { Part } from './part.tsx';
import { Act, type Since, State, Switch } from './sites.tsx';

/** What was pasted and is not good. */
interface Refused {
  text: string;
  faults: readonly Fault[];
}

export function SitePage({ page, line, since, refused }: SitePageProps) {
  const { t } = page;
  return (
    <Frame page={page} title={line.name} current="sites">
      <header class="head">
        <nav class="crumbs" aria-label={t.team.breadcrumb}>
          <ol>
            <li>
              <a href="/admin/sites">{t.sites.title}</a>
            </li>
          </ol>
        </nav>
        <h1>{line.name}</h1>
        <State page={page} line={line} since={since} />
      </header>
      <Part id="switch" title={t.sites.switch} read={t.sites.switchRead}>
        <div>
          <Switch page={page} line={line} />
        </div>
      </Part>
      <Part id="newer" title={t.sites.newer} read={t.sites.newerRead}>
        {refused && <Faults page={page} faults={refused.faults} />}
        <p>
          <a href={`/admin/sites/${line.id}/description.json`}>{t.sites.begin(line.above + 1)}</a>
        </p>
        <p class="small">
          {t.sites.tryIt} <code>{`npm run site -- try --description ${line.id}.json <page-or-url>`}</code>
        </p>
        <form class="publish" method="post" action={`/admin/sites/${line.id}/publish`} enctype="multipart/form-data">
          <label for="description">{t.sites.paste(line.above)}</label>
          <textarea
            id="description"
            name="description"
            rows={16}
            spellcheck={false}
            autocomplete="off"
            required
            aria-invalid={refused ? 'true' : undefined}
            aria-describedby={refused ? 'faults' : undefined}
          >
            {refused?.text}
          </textarea>
          <p class="acts">
            <button class="btn main" type="submit">
              {t.sites.publish}
            </button>
          </p>
        </form>
      </Part>
      {line.published !== null && (
        <Part id="published" title={t.sites.inUse(line.version)} read={t.sites.withdrawRead}>
          <div>
            <Act id={line.id} to="withdraw">
              {t.sites.withdraw}
            </Act>
          </div>
          <details>
            <summary>{t.sites.show}</summary>
            <pre tabindex={0}>{line.published}</pre>
          </details>
        </Part>
      )}
    </Frame>
  );
}

export interface SitePageProps {
  page: Page;
  line: SiteLine;
  since: Since;
  refused: Refused | null;
}

function Faults({ page: { t }, faults }: { page: Page; faults: readonly Fault[] }) {
  return (
    <div class="refused" id="faults" role="alert">
      <p class="strong">{t.sites.refused}</p>
      <ul>
        {faults.map((fault) => (
          <li key={'path' in fault ? fault.path : fault.kind}>
            {'path' in fault && fault.path !== '' && (
              <>
                <code>{fault.path}</code>:{' '}
              </>
            )}
            {sayFault(fault, t.sites.faultSays)}
          </li>
        ))}
      </ul>
    </div>
  );
}

// The frame of every page: head, mark, navigation, language, who is signed in, foot.
import type { ComponentChildren } from 'preact';
import { MARK } from '../../../shared/ui/faces.ts';
import { LANGUAGES, type Language } from '../../../shared/words.ts';
import type { Framed } from '../page.ts';

type Current = 'overview' | 'promise' | 'sites' | null;

export function Frame({ page, title, current, children }: FrameProps) {
  const { t, language, k } = page;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{t.title(title)}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={page.sheet} />
      </head>
      <body>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        <header class="top">
          <div>
            <a class="brand" href="/">
              <Mark />
              Hearback
            </a>
            <nav aria-label={t.nav}>
              <ul>
                <Tab href="/" here={current === 'overview'}>
                  {t.overview}
                </Tab>
                <Tab href="/promise" here={current === 'promise'}>
                  {t.promiseLink}
                </Tab>
                {page.admin && (
                  <Tab href="/admin/sites" here={current === 'sites'}>
                    {t.sites.title}
                  </Tab>
                )}
              </ul>
            </nav>
            <Who page={page} />
          </div>
        </header>
        <main class="page" id="main">
          {children}
        </main>
        <footer class="foot">
          <div>
            {k !== null && <p>{t.footer(k)}</p>}
            {page.reader !== null && (
              <div class="leave">
                {t.signedInAs(page.reader)} <SignOut label={t.signOut} />
              </div>
            )}
            <a href="/promise">{t.promiseLink}</a>
          </div>
        </footer>
      </body>
    </html>
  );
}

export interface FrameProps {
  page: Framed;
  title: string;
  current: Current;
  children: ComponentChildren;
}

function Tab({ href, here, children }: { href: string; here: boolean; children: ComponentChildren }) {
  return (
    <li>
      <a href={href} aria-current={here ? 'page' : undefined}>
        {children}
      </a>
    </li>
  );
}

const NAMES: Record<Language, string> = { en: 'English', vi: 'Tiếng Việt' };

function Who({ page: { t, language, path, reader } }: { page: Framed }) {
  return (
    <div class="who">
      <ul class="langs" aria-label={t.languages}>
        {LANGUAGES.map((each) => (
          <li key={each}>
            <a
              href={`/language/${each}?to=${encodeURIComponent(path)}`}
              lang={each}
              hreflang={each}
              title={NAMES[each]}
              aria-current={each === language ? 'true' : undefined}
            >
              {each.toUpperCase()}
            </a>
          </li>
        ))}
      </ul>
      {reader !== null && (
        <>
          <span class="reader" title={reader}>
            {reader}
          </span>
          <SignOut label={t.signOut} />
        </>
      )}
    </div>
  );
}

/** On a phone it stands in the foot, where there is room. */
function SignOut({ label }: { label: string }) {
  return (
    <form method="post" action="/auth/sign-out">
      <button class="link" type="submit">
        {label}
      </button>
    </form>
  );
}

function Mark() {
  return (
    <svg class="mark" viewBox={MARK.box} aria-hidden="true">
      <path d={MARK.arcs} fill="none" stroke="currentColor" stroke-width={MARK.stroke} stroke-linecap="round" />
      <circle cx={MARK.dot.centre} cy={MARK.dot.centre} r={MARK.dot.radius} fill="currentColor" />
    </svg>
  );
}

// The popup: what can be rated here and now first, the last ratings second, the rest is quiet.

import { LANGUAGES } from '../../shared/words.ts';
import { ask } from '../ask.ts';
import type { Status } from '../protocol.ts';
import { Allow, onTab } from './Allow.tsx';
import { Answerer } from './Answerer.tsx';
import { Foot } from './Foot.tsx';
import { Here } from './Here.tsx';
import { Icon, Mark, Sprite } from './icons.tsx';
import { Last } from './Last.tsx';
import { Picture } from './Picture.tsx';
import { SignIn } from './SignIn.tsx';
import { WORDS, type Words } from './words.ts';

interface Props {
  status: Status;
  onChange: () => void;
  /** All ratings that can still be changed are wanted, or no longer. */
  onAll: (all: boolean) => void;
}

export function Popup({ status, onChange, onAll }: Props) {
  const words = WORDS[status.language];
  return (
    <>
      <Sprite />
      <header>
        <h1>
          <Mark />
          Hearback
        </h1>
        <nav aria-label={words.languages}>
          {LANGUAGES.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              aria-pressed={language === status.language}
              title={words.languageNames[language]}
              onClick={async () => {
                await ask('setLanguage', { language });
                onChange();
              }}
            >
              {language.toUpperCase()}
            </button>
          ))}
        </nav>
        <button
          class="icon-button"
          type="button"
          aria-label={words.options}
          title={words.options}
          onClick={() => chrome.runtime.openOptionsPage()}
        >
          <Icon name="gear" />
        </button>
      </header>
      <main>
        <Content status={status} words={words} onChange={onChange} onAll={onAll} />
      </main>
      {status.account || status.waiting > 0 ? <Foot status={status} words={words} onChange={onChange} /> : null}
    </>
  );
}

function Content({ status, words, onChange, onAll }: Props & { words: Words }) {
  const { server, account, waiting, stuck } = status;
  if (!server) {
    return (
      <section class="roomy">
        <h2 class="strong">{words.noServer}</h2>
        <p class="muted">{words.noServerWhy}</p>
        <button class="btn main" type="button" onClick={() => chrome.runtime.openOptionsPage()}>
          {words.openOptions}
        </button>
      </section>
    );
  }
  const allowHere = onTab(status.grant, status.host);
  // Before it is allowed nothing was looked for, so nothing is said of what is there.
  const seen = allowHere.length > 0 ? { ...status, known: false } : status;
  if (!account) return <SignIn server={server.url} again={false} words={words} onChange={onChange} />;
  return (
    <>
      {account.expired ? <SignIn server={server.url} again words={words} onChange={onChange} /> : null}
      {!account.expired && stuck && waiting > 0 && !navigator.onLine ? (
        <section>
          <h2 class="strong">{words.offline}</h2>
          <p class="muted">{words.offlineWhy}</p>
        </section>
      ) : null}
      {allowHere.length > 0 ? <Allow patterns={allowHere} quiet={false} words={words} onChange={onChange} /> : null}
      {status.unknown && !status.siteOff ? (
        <Answerer unknown={status.unknown} status={status} words={words} onChange={onChange} />
      ) : null}
      {account.name ? <Here status={seen} words={words} /> : <p class="muted preparing">{words.preparing}</p>}
      <Last status={status} words={words} onAll={onAll} />
      {account.name && seen.known && !seen.siteOff ? <Picture words={words} /> : null}
      {status.grant.length > 0 && allowHere.length === 0 ? (
        <Allow patterns={status.grant} quiet words={words} onChange={onChange} />
      ) : null}
    </>
  );
}

// The options page: which server, which language, signing out everywhere, sites that are off.
import { LANGUAGES } from '../../shared/words.ts';
import { ask } from '../ask.ts';
import { Mark } from '../popup/icons.tsx';
import { WORDS, type Words } from '../popup/words.ts';
import type { Status } from '../protocol.ts';
import { AccountPart } from './AccountPart.tsx';
import { ServerPart } from './ServerPart.tsx';

export interface PartProps {
  status: Status;
  words: Words;
  onChange: () => void;
}

export function Options({ status, onChange }: Omit<PartProps, 'words'>) {
  const words = WORDS[status.language];
  const part = { status, words, onChange };
  return (
    <main>
      <h1>
        <Mark />
        Hearback
      </h1>
      <ServerPart {...part} />
      <AccountPart {...part} />
      <LanguagePart {...part} />
      <SitesPart {...part} />
    </main>
  );
}

function LanguagePart({ status, words, onChange }: PartProps) {
  return (
    <fieldset>
      <legend>{words.language}</legend>
      {LANGUAGES.map((language) => (
        <label key={language} lang={language}>
          <input
            type="radio"
            name="language"
            checked={language === status.language}
            onChange={async () => {
              await ask('setLanguage', { language });
              onChange();
            }}
          />
          {words.languageNames[language]}
        </label>
      ))}
    </fieldset>
  );
}

function SitesPart({ status: { off }, words, onChange }: PartProps) {
  return (
    <section>
      <h2>{words.sites}</h2>
      <p class="muted">{off.length === 0 ? words.noSites : words.sitesWhy}</p>
      <ul>
        {off.map((host) => (
          <li key={host}>
            <span>{host}</span>
            <button
              class="link"
              type="button"
              aria-label={words.switchOn(host)}
              onClick={async () => {
                await ask('setSiteOff', { host, off: false });
                onChange();
              }}
            >
              {words.againHere}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

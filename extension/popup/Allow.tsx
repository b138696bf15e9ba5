// One click lets the extension look at the company's own servers. Browsers ask once more, in their own words.
import { ask } from '../ask.ts';
import type { Words } from './words.ts';

/** @param patterns match patterns; where the tab is on one of them, only that one is asked for */
export function Allow({ patterns, host, words, onChange }: Props) {
  const here = patterns.filter((pattern) => hostOf(pattern) === host?.split(':')[0]);
  const wanted = here.length > 0 ? here : [...patterns];
  return (
    <section class="roomy">
      <button
        class="btn main"
        type="button"
        title={wanted.map(hostOf).join(', ')}
        onClick={async () => {
          // First of all: the browser asks only in the very turn of a click.
          await chrome.permissions.request({ origins: wanted });
          await ask('granted', {});
          onChange();
        }}
      >
        {words.allow(wanted.map(hostOf))}
      </button>
      <p class="tiny muted note">{words.allowWhy}</p>
    </section>
  );
}

interface Props {
  patterns: readonly string[];
  host: string | null;
  words: Words;
  onChange: () => void;
}

const hostOf = (pattern: string) => new URL(pattern.slice(0, -1)).hostname;

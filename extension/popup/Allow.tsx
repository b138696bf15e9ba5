// One click lets the extension look at the company's own servers. Browsers ask once more, in their own words.
import { ask } from '../ask.ts';
import type { Words } from './words.ts';

/** Those of the patterns that the tab is on; what matters first, where there is one. */
export const onTab = (patterns: readonly string[], host: string | null): string[] =>
  patterns.filter((pattern) => hostOf(pattern) === host?.split(':')[0]);

/** @param quiet the tab is elsewhere: it can wait */
export function Allow({ patterns, quiet, words, onChange }: Props) {
  return (
    <section class={quiet ? '' : 'roomy'}>
      <button
        class={quiet ? 'link' : 'btn main'}
        type="button"
        title={patterns.map(hostOf).join(', ')}
        onClick={async () => {
          // First of all: the browser asks only in the very turn of a click.
          await chrome.permissions.request({ origins: patterns });
          await ask('granted', {});
          onChange();
        }}
      >
        {words.allow(patterns.map(hostOf))}
      </button>
      {quiet ? null : <p class="tiny muted note">{words.allowWhy}</p>}
    </section>
  );
}

interface Props {
  patterns: string[];
  quiet: boolean;
  words: Words;
  onChange: () => void;
}

const hostOf = (pattern: string) => new URL(pattern.slice(0, -1)).hostname;

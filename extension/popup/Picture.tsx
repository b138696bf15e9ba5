// A picture of how the page is built, without a word of it, for the administrator who mends a description: shown first, then saved.
import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Requests } from '../protocol.ts';
import { pictureOf } from '../sites/tree.ts';
import type { Words } from './words.ts';

export function Picture({ words }: { words: Words }) {
  const [picture, setPicture] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  async function take(): Promise<void> {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const page = tab?.id === undefined ? null : await ask('picture', { tab: tab.id }).catch(() => null);
    setFailed(page === null);
    // A document of this kind runs no script and loads nothing.
    if (page) setPicture(drawn(page));
  }

  return (
    <details class="picture">
      <summary class="tiny">{words.picture}</summary>
      <p class="tiny muted">{words.pictureWhy}</p>
      {picture === null ? (
        <button class="btn" type="button" onClick={take}>
          {words.pictureShow}
        </button>
      ) : (
        <>
          <textarea class="tiny" readOnly rows={8} aria-label={words.picture} value={picture} />
          <a class="btn" download="page.txt" href={`data:text/plain;charset=utf-8,${encodeURIComponent(picture)}`}>
            {words.pictureSave}
          </a>
        </>
      )}
      <p class="tiny" role="status">
        {failed ? words.pictureFailed : null}
      </p>
    </details>
  );
}

const drawn = ({ html, names }: Requests['picture']['answer']) =>
  pictureOf(new DOMParser().parseFromString(html, 'text/html').documentElement, names);

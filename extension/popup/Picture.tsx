// A picture of how the page is built, without a word of it, for the administrator who mends a description: shown first, then saved.
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { pictureOf } from '../sites/tree.ts';
import type { Words } from './words.ts';

const Page = v.object({ html: v.string(), address: v.string() });

export function Picture({ words }: { words: Words }) {
  const [picture, setPicture] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  async function take(): Promise<void> {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    const answer: unknown =
      tab?.id === undefined ? null : await chrome.tabs.sendMessage(tab.id, { kind: 'page' }).catch(() => null);
    const page = v.safeParse(Page, answer);
    setFailed(!page.success);
    // A document of this kind runs no script and loads nothing.
    if (page.success) setPicture(drawn(page.output));
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

const drawn = ({ html, address }: v.InferOutput<typeof Page>) =>
  pictureOf(new DOMParser().parseFromString(html, 'text/html').documentElement, address);

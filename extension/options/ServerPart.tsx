// The server's address: typed here, unless the company set it.
import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { PartProps } from './Options.tsx';

export function ServerPart({ status: { server }, words, onChange }: PartProps) {
  const [typed, setTyped] = useState(server?.url ?? '');
  const [said, setSaid] = useState<'saved' | 'malformed' | null>(null);

  if (server?.from === 'policy') {
    return (
      <section>
        <h2>{words.server}</h2>
        <p>{server.url}</p>
        <p class="muted">{words.serverManaged}</p>
      </section>
    );
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await ask('setServer', { server: typed }).catch(() => null);
    setSaid(answer?.ok ? 'saved' : 'malformed');
    if (answer?.ok) onChange();
  }

  return (
    <form onSubmit={save}>
      <h2>
        <label for="server">{words.server}</label>
      </h2>
      <p class="muted" id="server-hint">
        {words.serverHint}
      </p>
      <div class="with-button">
        <input
          id="server"
          class="field"
          type="text"
          inputmode="url"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="server-hint server-said"
          aria-invalid={said === 'malformed'}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setSaid(null);
          }}
        />
        <button class="btn" type="submit">
          {words.save}
        </button>
      </div>
      <p id="server-said" role="status" class={said === 'malformed' ? 'warn' : 'muted'}>
        {said === 'malformed' ? words.serverMalformed : said === 'saved' ? words.serverSaved : null}
      </p>
    </form>
  );
}

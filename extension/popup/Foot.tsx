// What waits to be sent, whether rows show on this site, who is signed in.
import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Status } from '../protocol.ts';
import { Icon } from './icons.tsx';
import type { Words } from './words.ts';

export function Foot({ status, words, onChange }: { status: Status; words: Words; onChange: () => void }) {
  const { account, server, host, known, siteOff } = status;
  return (
    <footer>
      <Outbox status={status} words={words} onChange={onChange} />
      {account && host && (known || siteOff) ? (
        <p class="line tiny">
          <span class="grow one">{host}</span>
          <button
            class="link"
            type="button"
            onClick={async () => {
              await ask('setSiteOff', { host, off: !siteOff });
              onChange();
            }}
          >
            {siteOff ? words.againHere : words.notHere}
          </button>
        </p>
      ) : null}
      {account?.name ? (
        <p class="line tiny">
          <span class="grow who">
            {account.name} · {account.teamName} · {account.company}
            <br />
            {account.email}
            {server ? ` · ${new URL(server.url).host}` : null}
          </span>
          <button
            class="link"
            type="button"
            onClick={async () => {
              await ask('signOut', { everywhere: false });
              onChange();
            }}
          >
            {words.signOut}
          </button>
        </p>
      ) : null}
    </footer>
  );
}

function Outbox({ status, words, onChange }: { status: Status; words: Words; onChange: () => void }) {
  const { waiting, stuck, account } = status;
  const [busy, setBusy] = useState(false);
  const said =
    waiting === 0
      ? words.allSent
      : !account || account.expired
        ? words.waitsForSignIn(waiting)
        : stuck && !busy
          ? words.waitsForNetwork(waiting)
          : words.sending(waiting);

  async function tryNow(): Promise<void> {
    setBusy(true);
    await ask('sendNow', {}).catch(() => null);
    setBusy(false);
    onChange();
  }

  return (
    <div class="line">
      <Icon name={waiting === 0 ? 'check' : 'clock'} />
      <span class="grow" role="status">
        {said}
      </span>
      {waiting > 0 && account && !account.expired ? (
        <button class="link" type="button" aria-disabled={busy} onClick={() => (busy ? undefined : tryNow())}>
          {words.tryNow}
        </button>
      ) : null}
    </div>
  );
}

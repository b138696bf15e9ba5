// Who is signed in, and signing out of every device.
import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { PartProps } from './Options.tsx';

export function AccountPart({ status: { account, server }, words, onChange }: PartProps) {
  const [failed, setFailed] = useState(false);

  async function signOut(everywhere: boolean): Promise<void> {
    const answer = await ask('signOut', { everywhere }).catch(() => null);
    setFailed(answer?.ok !== true);
    onChange();
  }

  return (
    <section>
      <h2>{words.account}</h2>
      {account && server ? (
        <>
          <p>{account.name ? words.signedInAs(account.name, new URL(server.url).host) : words.preparing}</p>
          <div class="buttons">
            <button class="btn" type="button" onClick={() => signOut(false)}>
              {words.signOut}
            </button>
            <button class="btn" type="button" aria-describedby="everywhere" onClick={() => signOut(true)}>
              {words.everywhere}
            </button>
          </div>
          <p class="muted" id="everywhere">
            {words.everywhereWhy}
          </p>
        </>
      ) : (
        <>
          <p>{words.signedOut}</p>
          {server ? (
            <button
              class="btn"
              type="button"
              onClick={async () => {
                await ask('signIn', {}).catch(() => null);
                onChange();
              }}
            >
              {words.signIn}
            </button>
          ) : null}
        </>
      )}
      <p class="warn" role="alert">
        {failed ? words.everywhereFailed : null}
      </p>
    </section>
  );
}

// Who is signed in, and signing out of every device.
import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Requests } from '../protocol.ts';
import type { PartProps } from './Options.tsx';

type Failure = { signOut: true } | { signIn: Extract<Requests['signIn']['answer'], { ok: false }>['why'] };

export function AccountPart({ status: { account, server }, words, onChange }: PartProps) {
  const [state, setState] = useState<'idle' | 'signingIn' | Failure>('idle');

  async function signOut(everywhere: boolean): Promise<void> {
    const answer = await ask('signOut', { everywhere }).catch(() => null);
    setState(answer?.ok ? 'idle' : { signOut: true });
    onChange();
  }

  async function signIn(): Promise<void> {
    if (state === 'signingIn') return;
    setState('signingIn');
    const answer = await ask('signIn', {}).catch(() => null);
    setState(answer?.ok ? 'idle' : { signIn: answer?.why ?? 'offline' });
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
            <button class="btn" type="button" aria-disabled={state === 'signingIn'} onClick={signIn}>
              {state === 'signingIn' ? words.signingIn : words.signIn}
            </button>
          ) : null}
        </>
      )}
      <p class="warn" role="alert">
        {typeof state === 'string'
          ? null
          : 'signIn' in state
            ? words.signInFailed[state.signIn]
            : words.everywhereFailed}
      </p>
    </section>
  );
}

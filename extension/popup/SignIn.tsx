// Asks to sign in: the first time, or again, when what is rated is kept meanwhile.
import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Requests } from '../protocol.ts';
import type { Words } from './words.ts';

type Answer = Requests['signIn']['answer'];
interface Props {
  server: string;
  /** An account is known, its sign-in has ended. */
  again: boolean;
  words: Words;
  onChange: () => void;
}

export function SignIn({ server, again, words, onChange }: Props) {
  const [state, setState] = useState<'idle' | 'busy' | Extract<Answer, { ok: false }>['why']>('idle');

  async function signIn(): Promise<void> {
    if (state === 'busy') return;
    setState('busy');
    const answer = await ask('signIn', {}).catch(() => null);
    setState(!answer ? 'offline' : answer.ok ? 'idle' : answer.why);
    onChange();
  }

  return (
    <section class="roomy">
      <h2 class="strong">{again ? words.signInAgain : words.signInOnce}</h2>
      <p class="muted">{again ? words.signInKept : words.signInWith(new URL(server).host)}</p>
      <button class="btn main" type="button" aria-disabled={state === 'busy'} onClick={signIn}>
        {state === 'busy' ? words.signingIn : words.signIn}
      </button>
      <p class="warn" role="alert">
        {state === 'idle' || state === 'busy' ? null : words.signInFailed[state]}
      </p>
    </section>
  );
}

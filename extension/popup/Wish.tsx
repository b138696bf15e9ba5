// Tells the admin that this page's site should be recognised; what is sent stands beside it before the click.
import { useState } from 'preact/hooks';
import { ask } from '../ask.ts';
import type { Status } from '../protocol.ts';
import type { Words } from './words.ts';

type WishFor = NonNullable<NonNullable<Status['elsewhere']>['wish']>;

export function Wish({ wish: { host, people, asked }, words }: { wish: WishFor; words: Words }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function send(): Promise<void> {
    if (state === 'busy') return;
    setState('busy');
    const answer = await ask('wish', { host }).catch(() => null);
    setState(answer?.ok ? 'idle' : 'failed');
  }

  return (
    <div class="tiny note">
      {asked ? null : (
        <p>
          <button class="link" type="button" aria-disabled={state === 'busy'} onClick={send}>
            {words.wish}
          </button>
        </p>
      )}
      <p class="muted" role="status">
        {asked ? words.wished(host) : state === 'failed' ? words.wishFailed : words.wishSends(host, people)}
      </p>
    </div>
  );
}

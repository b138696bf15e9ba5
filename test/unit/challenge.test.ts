// A sign-in attempt believes only the answer that was made for it.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { attempt, authorizeUrl, returned } from '../../extension/account/challenge.ts';

const HOME = 'https://abc.chromiumapp.org/';

it('asks with a challenge whose verifier it keeps to itself, and silently only where told so', async () => {
  const one = attempt(HOME);
  const url = new URL(await authorizeUrl('https://hearback.example', one, 'none'));
  expect(url.origin + url.pathname).toBe('https://hearback.example/connect/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    redirect_uri: HOME,
    code_challenge: createHash('sha256').update(one.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: one.state,
    prompt: 'none',
  });
  expect(await authorizeUrl('https://hearback.example', one, null)).not.toContain('prompt');
  expect(attempt(HOME).verifier).not.toBe(one.verifier);
  expect(attempt(HOME).state).not.toBe(one.state);
});

it('takes the code that comes back to it', () => {
  const one = attempt(HOME);
  expect(returned(`${HOME}?code=abc&state=${one.state}`, one)).toEqual({ kind: 'code', code: 'abc' });
});

it('refuses what belongs to another attempt, came to another address, or carries no code', () => {
  const one = attempt(HOME);
  for (const address of [
    undefined,
    'not an address',
    `${HOME}?code=abc&state=${attempt(HOME).state}`,
    `${HOME}?code=abc`,
    `https://evil.example/?code=abc&state=${one.state}`,
    `${HOME}other?code=abc&state=${one.state}`,
    `${HOME}?error=login_required&state=${one.state}`,
  ]) {
    expect(returned(address, one)).toEqual({ kind: 'refused' });
  }
});

it('tells a server in trouble from one that refuses', () => {
  const one = attempt(HOME);
  expect(returned(`${HOME}?error=temporarily_unavailable&state=${one.state}`, one)).toEqual({ kind: 'unavailable' });
});

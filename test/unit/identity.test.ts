// The fixed ids follow from the key and from the gecko id as the browsers work them out; sign-in returns to nowhere else.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHROME_ID, CHROME_KEY, CHROME_REDIRECT, GECKO_ID, GECKO_REDIRECT } from '../../extension/identity.ts';

it('names the id that Chromium makes of the key: half of its SHA-256, in the letters a to p', () => {
  const hash = createHash('sha256').update(Buffer.from(CHROME_KEY, 'base64')).digest('hex').slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
  expect(CHROME_ID).toBe(id);
});

it('names the address that Firefox makes of its id: the SHA-1 of it', () => {
  const hash = createHash('sha1').update(GECKO_ID).digest('hex');
  expect(GECKO_REDIRECT).toBe(`https://${hash}.extensions.allizom.org/`);
});

it('is what a deployment lets sign-in return to', () => {
  const redirects = /^EXTENSION_REDIRECTS = "(.*)"$/m.exec(readFileSync('wrangler.toml', 'utf8'))?.[1];
  expect(redirects?.split(' ')).toEqual([CHROME_REDIRECT, GECKO_REDIRECT]);
});

// The server's address is typed by people: https, or this very machine, and nothing else.
import { expect, it } from 'vitest';
import { serverAddress } from '../../extension/background/server.ts';

it.each([
  ['https://hearback.acme.example', 'https://hearback.acme.example'],
  ['  hearback.acme.example ', 'https://hearback.acme.example'],
  ['https://Hearback.Acme.Example/teams/4?x=1#y', 'https://hearback.acme.example'],
  ['http://localhost:8787', 'http://localhost:8787'],
  ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000'],
  ['http://[::1]:9000', 'http://[::1]:9000'],
])('takes %j as %s', (typed, address) => {
  expect(serverAddress(typed)).toBe(address);
});

it.each([
  '',
  '   ',
  'http://hearback.acme.example',
  'http://localhost.evil.example',
  'ftp://hearback.example',
  'javascript:alert(1)',
  'https://an:secret@hearback.example',
  'https://',
])('refuses %j', (typed) => {
  expect(serverAddress(typed)).toBeNull();
});

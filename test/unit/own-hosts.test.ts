import { describe, expect, it } from 'vitest';
import { ownHosts } from '../../extension/sites/hosts.ts';

describe('The hosts that a company names in its own build', () => {
  it('are allowed whole, whatever their ports', () => {
    expect(ownHosts(' https://tickets.acme.test  https://mail.acme.test:8443/ ')).toEqual([
      'https://tickets.acme.test/*',
      'https://mail.acme.test/*',
    ]);
  });

  it('may be none', () => {
    expect(ownHosts('')).toEqual([]);
  });

  it.each([
    'tickets.acme.test',
    'http://tickets.acme.test',
    'https://*.acme.test',
    'https://acme.test/jira',
    'https://*/',
  ])('stop the build where one is no https origin: %s', (origin) => {
    expect(() => ownHosts(`https://mail.acme.test ${origin}`)).toThrow(`HEARBACK_HOSTS: "${origin}"`);
  });
});

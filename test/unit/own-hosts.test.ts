import { describe, expect, it } from 'vitest';
import { ownHosts } from '../../extension/sites/hosts.ts';
import { patternsOf, usable } from '../../extension/sites/own-origins.ts';

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

describe('The servers that a company wrote down', () => {
  it('are those that can be used, whatever stands beside them', () => {
    const written = [
      'tickets.acme.test',
      'https://mail.acme.test/',
      'https://*.acme.test',
      'https://rt.acme.test:8443',
      'http://rt.acme.test',
      'https://github.com',
      'http://127.0.0.1:8080',
    ].map((origin) => ({ origin, site: 'redmine' }));
    const good = usable(written);
    expect(good.map(({ origin }) => origin)).toEqual([
      'https://mail.acme.test',
      'https://rt.acme.test:8443',
      'https://github.com',
      'http://127.0.0.1:8080',
    ]);
    expect(patternsOf(good)).toEqual(['https://mail.acme.test/*', 'https://rt.acme.test/*']);
  });
});

import { describe, expect, it } from 'vitest';
import { originOf } from '../../shared/sites/origin.ts';

describe('The origin of a company’s own server', () => {
  it.each([
    ['https://tickets.acme.test', 'https://tickets.acme.test'],
    ['https://tickets.acme.test/', 'https://tickets.acme.test'],
    ['HTTPS://Tickets.Acme.Test:443', 'https://tickets.acme.test'],
    ['https://tickets.acme.test:8443', 'https://tickets.acme.test:8443'],
    ['http://127.0.0.1:18083', 'http://127.0.0.1:18083'],
  ])('is %s, as browsers write it', (text, origin) => {
    expect(originOf(text)).toBe(origin);
  });

  it.each([
    ...['', 'tickets.acme.test', 'tickets.acme.test:8443', 'http://tickets.acme.test', 'ftp://tickets.acme.test'],
    ...['https://tickets.acme.test/redmine', 'https://tickets.acme.test/?a=b', 'https://an@tickets.acme.test'],
    ...['https://*.acme.test', 'https://*/', 'null', 'about:blank', '#'],
  ])('is nothing of "%s"', (text) => {
    expect(originOf(text)).toBeNull();
  });
});

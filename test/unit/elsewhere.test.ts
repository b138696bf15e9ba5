// Pages that no description reads: what their address is remembered by, and for which hosts somebody may ask.
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../extension/directory/last-rated.ts';
import { mayWishFor } from '../../shared/sites/wish.ts';

const names = (address: string) => namesOf(new URL(address));

describe('the names of a page', () => {
  it('go from the whole path to the host alone', () => {
    expect(names('https://tickets.acme.test/queue/12')).toEqual([
      'tickets.acme.test/queue/12',
      'tickets.acme.test/queue',
      'tickets.acme.test',
    ]);
    expect(names('https://tickets.acme.test:8443/')).toEqual(['tickets.acme.test:8443']);
  });

  it('say nothing of query and fragment, nor of slashes that mean nothing', () => {
    expect(names('https://tickets.acme.test//show/?id=12#comment')).toEqual(names('https://tickets.acme.test/show'));
  });

  it('differ where hosts and paths only look alike when put together', () => {
    expect(names('https://acme.test/a%2Fb')[0]).not.toBe(names('https://acme.test/a/b')[0]);
  });

  it('are at most six, however long the path', () => {
    expect(names(`https://acme.test/${'a/'.repeat(500)}`)).toHaveLength(6);
  });
});

describe('a host that may be asked for', () => {
  it.each(['tickets.acme.test', 'helpdesk', 'xn--nhn-tkc.vn', 'a-1.b_2.example', '1.example'])('%s: yes', (host) => {
    expect(mayWishFor(host)).toBe(true);
  });

  it.each([
    ...['', 'localhost', 'app.localhost', 'nas.local', 'router.home.arpa', '127.0.0.1', '[::1]', '10.0.0.7', '1'],
    ...['Acme.test', 'acme.test.', '.acme.test', 'a..b', '-a.test', 'a-.test', 'a b', 'a/b', 'a:1', 'an@acme.test'],
    ...['a'.repeat(64), 'nhân.vn', `${'a.'.repeat(127)}a`],
  ])('"%s": no', (host) => {
    expect(mayWishFor(host)).toBe(false);
  });
});

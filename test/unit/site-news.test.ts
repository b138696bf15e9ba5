// What the server says of sites, which description reads a page, and when word is given that none does.
import { describe, expect, it } from 'vitest';
import { createHealth } from '../../extension/page/health.ts';
import { gmail } from '../../extension/sites/gmail.ts';
import { waysAt } from '../../extension/sites/index.ts';
import { jsmPortal } from '../../extension/sites/jsm-portal.ts';
import { isPoorer } from '../../extension/sites/newer.ts';
import { bundledVersion, isOff, newerOf, readNews } from '../../extension/sites/news.ts';
import { redmine } from '../../extension/sites/redmine.ts';
import { roundcube } from '../../extension/sites/roundcube.ts';
import type { HealthField } from '../../shared/sites/health.ts';

const described = (change: object = {}) => ({ ...structuredClone(redmine), ...change });
const next = bundledVersion('redmine') + 1;

describe('what the server says of sites', () => {
  it('is taken where it can be understood', () => {
    const sites = [
      { id: 'redmine', off: false, newer: { version: next, description: described() } },
      { id: 'gmail', off: true, newer: null },
    ];
    expect(readNews({ sites })).toEqual({
      whole: true,
      news: [
        { id: 'redmine', off: false, newer: { version: next, site: redmine } },
        { id: 'gmail', off: true, newer: null },
      ],
    });
  });

  it.each<[string, object]>([
    ['a word that this version does not know', described({ shadow: 'x' })],
    ['a read of another host', described({ reads: [{ get: '//evil.example/', as: 'mail-headers' }] })],
    ['another site', described({ id: 'gmail' })],
    ['nothing', {}],
  ])('keeps its switches where a description holds %s', (_, description) => {
    const sites = [
      { id: 'redmine', off: true, newer: { version: next, description: { ...description } } },
      { id: 'gmail', off: true, newer: null },
    ];
    expect(readNews({ sites })).toEqual({
      whole: false,
      news: [
        { id: 'redmine', off: true, newer: null },
        { id: 'gmail', off: true, newer: null },
      ],
    });
  });

  it('is a newer description where that is newer, and that a site is off', () => {
    const newer = (version: number, off = false) => [{ id: 'redmine', off, newer: { version, site: described() } }];
    expect(newerOf(redmine, [])).toBeNull();
    expect(newerOf(redmine, newer(next))).toEqual(redmine);
    expect(newerOf(redmine, newer(next - 1))).toBeNull();
    expect(newerOf(gmail, newer(next))).toBeNull();
    expect([redmine, gmail].map((site) => isOff(site, newer(next, true)))).toEqual([true, false]);
    expect(isOff(redmine, newer(next))).toBe(false);
  });
});

describe('a site whose addresses changed', () => {
  const at = (
    address: string,
    change: object,
    site = jsmPortal,
    set: readonly string[] | null = ['jsm-portal'],
    frame = 0,
  ) =>
    waysAt({ url: new URL(address), frame }, set, [
      { id: site.id, off: false, newer: { version: bundledVersion(site.id) + 1, site: { ...site, ...change } } },
    ]);
  const says = (ways: ReturnType<typeof waysAt>) => ways && [ways.site.root !== ':not(*)', ways.newer !== null];
  const OLD = 'https://jira.acme.test/servicedesk/customer/portal/3/OPS-1';
  const NEW = 'https://jira.acme.test/helpcenter/portal/3/OPS-1';

  it('is read where it stands now, by the newer description alone, and where it stood, by the old one alone', () => {
    const moved = { paths: ['/helpcenter/'] };
    expect(says(at(NEW, moved))).toEqual([false, true]);
    expect(says(at(OLD, moved))).toEqual([true, false]);
    expect(at('https://jira.acme.test/admin/', moved)).toBeNull();
    expect(says(at(OLD, { anchor: 'p' }))).toEqual([true, true]);
    expect(at(NEW, { anchor: 'p' })).toBeNull();
  });

  it('is read by parameters that are named anew', () => {
    const moved = { query: { _task: ['mail'], _action: ['read'] } };
    expect(says(at('https://mail.acme.test/?_task=mail&_action=read', moved, roundcube, null))).toEqual([false, true]);
    expect(says(at('https://mail.acme.test/?_task=mail&_action=show', moved, roundcube, null))).toEqual([true, false]);
    expect(at('https://mail.acme.test/?_task=mail', moved, roundcube, null)).toBeNull();
  });

  it('is read in frames inside as well, or no more, where the newer description says so', () => {
    const top = { ...redmine, frames: 'top' } as const;
    const sites = [top];
    const news = [{ id: 'redmine', off: false, newer: { version: next, site: described() } }];
    const url = new URL('https://tickets.acme.test/issues/7');
    expect(says(waysAt({ url, frame: 3 }, ['redmine'], news, sites))).toEqual([false, true]);
    expect(waysAt({ url, frame: 3 }, ['redmine'], [], sites)).toBeNull();
    expect(says(waysAt({ url, frame: 0 }, ['redmine'], news, sites))).toEqual([true, true]);
    expect(says(at(url.href, { frames: 'top' }, redmine, ['redmine'], 3))).toEqual([true, false]);
  });

  it('gives way to nobody on an origin that it shares, and takes nothing from others', () => {
    const both = ['jira-server', 'jsm-portal'];
    const wide = { paths: ['/'] };
    expect(at(OLD, { paths: ['/helpcenter/'] }, jsmPortal, both)?.site.id).toBe('jsm-portal');
    expect(at(NEW, { paths: ['/helpcenter/'] }, jsmPortal, both)?.site.id).toBe('jsm-portal');
    expect(at('https://jira.acme.test/browse/OPS-1', { paths: ['/helpcenter/'] }, jsmPortal, both)?.site.id).toBe(
      'jira-server',
    );
    expect(at(NEW, wide, jsmPortal, ['redmine'])).toBeNull();
    expect(at(NEW, wide, jsmPortal, both)?.site.id).toBe('jsm-portal');
    expect(at('https://elsewhere.acme.test/helpcenter/', wide, jsmPortal, null)).toBeNull();
  });
});

describe('a newer description', () => {
  // Messages, authors, recipients, bodies, who reads.
  const all = [3, true, true, 1, 'an'];
  const nothing = [0, false, false, 0, null];
  const without = (what: number) => all.map((found, i) => (i === what ? nothing[i] : found));
  it.each([
    ['finds all', all, all, false],
    ['finds fewer, but some', [1, true, true, 1, 'an'], all, false],
    ['finds no conversation where the old one does', [null], all, true],
    ['finds no message where the old one does', nothing, all, true],
    ['finds no author where the old one does', without(1), all, true],
    ['finds no recipient where the old one does', without(2), all, true],
    ['finds no body where the old one does', without(3), all, true],
    ['finds nobody who reads where the old one does', without(4), all, true],
    ['finds nothing, and neither does the old one', nothing, nothing, false],
    ['finds no conversation, and neither does the old one', [null], [null], false],
    ['finds no author, and neither does the old one', without(1), without(1), false],
    ['finds what the old one does not', all, nothing, false],
  ])('that %s', (_, newer, bundled, poorer) => {
    expect(isPoorer(newer, () => bundled)).toBe(poorer);
  });

  it('costs no second look where it finds all', () => {
    expect(
      isPoorer(all, () => {
        throw new Error('the old one was asked');
      }),
    ).toBe(false);
  });
});

describe('the health of a page', () => {
  function watched() {
    const told: HealthField[] = [];
    const clock = { now: 0 };
    const health = createHealth(
      (field) => told.push(field),
      () => clock.now,
    );
    /** A look each second for so long. */
    const look = (seconds: number, faults: HealthField[], page = 'a') => {
      for (let i = 0; i < seconds; i++) {
        clock.now += 1000;
        health.look(page, () => faults);
      }
    };
    return { told, look, health };
  }

  it('is told once, and only where something stays wrong', () => {
    const { told, look } = watched();
    look(15, ['author']);
    expect(told).toEqual([]);
    look(600, ['author', 'body']);
    expect(told).toEqual(['author']);
    look(600, ['message']);
    expect(told).toEqual(['author']);
  });

  it('is not told where it was well in between, was something else, or another page', () => {
    const { told, look } = watched();
    look(15, ['author']);
    look(10, []);
    look(15, ['author']);
    look(15, ['message']);
    look(15, ['author'], 'b');
    look(15, ['author'], 'c');
    expect(told).toEqual([]);
  });

  it('is looked after no more than every five seconds, and not at all after it was told', () => {
    const { look, health } = watched();
    let asked = 0;
    const faults = () => {
      asked += 1;
      return [];
    };
    health.look('a', faults);
    look(4, []);
    health.look('a', faults);
    expect(asked).toBe(1);
    health.say('selector');
    look(60, []);
    health.look('a', faults);
    expect(asked).toBe(1);
  });
});

// What the server says of sites, which description reads a page, and when word is given that none does.
import { describe, expect, it } from 'vitest';
import { createHealth } from '../../extension/page/health.ts';
import { isPoorer } from '../../extension/sites/newer.ts';
import { bundledVersion, inUse, readNews } from '../../extension/sites/news.ts';
import { redmine } from '../../extension/sites/redmine.ts';
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

  it('decides how a site is read: as published where that is newer, not at all where it is off', () => {
    const newer = (version: number) => [{ id: 'redmine', off: false, newer: { version, site: described() } }];
    expect(inUse(redmine, [])).toEqual({ site: redmine, newer: null });
    expect(inUse(redmine, newer(next))).toEqual({ site: redmine, newer: redmine });
    expect(inUse(redmine, newer(next - 1))).toEqual({ site: redmine, newer: null });
    expect(inUse(redmine, [{ id: 'redmine', off: true, newer: newer(next)[0]?.newer ?? null }])).toBeNull();
    expect(inUse(redmine, [{ id: 'gmail', off: true, newer: null }])).toEqual({ site: redmine, newer: null });
  });
});

describe('a newer description', () => {
  const all = { messages: 3, authors: 3, bodies: 1 };
  it.each([
    ['finds all', all, all, false],
    ['finds fewer, but some', { messages: 1, authors: 1, bodies: 1 }, all, false],
    ['finds no message where the old one does', { messages: 0, authors: 0, bodies: 0 }, all, true],
    ['finds no author where the old one does', { ...all, authors: 0 }, all, true],
    ['finds no body where the old one does', { ...all, bodies: 0 }, all, true],
    [
      'finds nothing, and neither does the old one',
      { messages: 0, authors: 0, bodies: 0 },
      { messages: 0, authors: 0, bodies: 0 },
      false,
    ],
    ['finds no author, and neither does the old one', { ...all, authors: 0 }, { ...all, authors: 0 }, false],
    ['finds what the old one does not', all, { messages: 0, authors: 0, bodies: 0 }, false],
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

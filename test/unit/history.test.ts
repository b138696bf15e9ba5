// What a browser remembers of a rating, through clicks, answers, other devices and releases.
import { describe, expect, it } from 'vitest';
import { enter, ownerOf } from '../../extension/outbox/entry.ts';
import { missed, reconciled, remember, rowState, settled } from '../../extension/outbox/history.ts';

const OWNER = ownerOf('https://hearback.example', 'an');
const NOW = Date.UTC(2026, 10, 21, 9);

describe('what is remembered of a rating', () => {
  const first = enter(OWNER, { conversation: 'A', team: 1, score: 2, wait: null }, 0, NOW, 'first');
  const second = enter(OWNER, { conversation: 'A', team: 1, score: 5, wait: null }, first.event.rev, NOW, 'second');

  it('still waits when the answer is about a click that was changed meanwhile', () => {
    const known = settled(remember(second, 'test'), first, { kind: 'accepted' });
    expect(rowState(known ?? undefined, 'online')).toEqual({ kind: 'queued', score: 5, until: 'online' });
    const sent = known && settled(known, second, { kind: 'accepted' });
    expect(rowState(sent ?? undefined, 'online')).toEqual({ kind: 'saved', score: 5 });
  });

  it('is nothing at once when it is taken back, and is forgotten when the server knows', () => {
    const back = enter(OWNER, { conversation: 'A', team: 1, score: null, wait: null }, second.event.rev, NOW, 'back');
    const known = remember(back, 'test');
    for (const until of ['online', 'signIn', null] as const) expect(rowState(known, until)).toEqual({ kind: 'idle' });
    expect(settled(known, second, { kind: 'accepted' })).toBe(known);
    expect(settled(known, back, { kind: 'accepted' })).toBeNull();
  });

  it.each([{ kind: 'superseded' }, { kind: 'rejected', why: 'too_old' }] as const)(
    'is what the server holds where it could not be taken back ($kind)',
    (outcome) => {
      const back = enter(OWNER, { conversation: 'A', team: 1, score: null, wait: null }, second.event.rev, NOW, 'back');
      const known = settled(remember(back, 'test'), back, outcome) ?? undefined;
      expect(rowState(known, null)).toEqual({ kind: 'idle' });
      const found = { conversation: 'A', team: 1, score: 5, rev: second.event.rev, counted: null } as const;
      expect(rowState(reconciled(known, known, found, OWNER, 'test') ?? undefined, null)).toEqual({
        kind: 'saved',
        score: 5,
      });
    },
  );

  it('follows another device and a release, but not an answer that a click has overtaken', () => {
    const mine = settled(remember(first, 'test'), first, { kind: 'accepted' }) ?? undefined;
    const found = { conversation: 'A', team: 1, score: 4, rev: first.event.rev - 5, counted: '2026-11-23' } as const;
    expect(rowState(reconciled(mine, mine, found, OWNER, 'test') ?? undefined, null)).toEqual({
      kind: 'counted',
      score: 4,
      on: '2026-11-23',
    });
    const clicked = remember(second, 'test');
    expect(reconciled(mine, clicked, found, OWNER, 'test')).toBe(clicked);
    expect(reconciled(mine, mine, { ...found, score: null }, OWNER, 'test')).toBeNull();
  });

  it('is closed once the server, which took it, finds it no more; a click that overtook the answer still waits', () => {
    const mine = settled(remember(first, 'test'), first, { kind: 'accepted' }) ?? undefined;
    const closed = missed(mine, mine) ?? undefined;
    expect(rowState(closed, null)).toEqual({ kind: 'closed', score: 2 });
    const clicked = remember(second, 'test');
    expect(missed(mine, clicked)).toBe(clicked);
    expect(missed(clicked, clicked)).toBe(clicked);
    const counted = { conversation: 'A', team: 1, score: 2, rev: first.event.rev, counted: '2026-11-23' } as const;
    const known = reconciled(mine, mine, counted, OWNER, 'test') ?? undefined;
    expect(missed(known, known), 'what is known to be counted').toBe(known);
  });

  it('is forgotten where it could not be taken back and the server finds nothing', () => {
    const back = enter(OWNER, { conversation: 'A', team: 1, score: null, wait: null }, second.event.rev, NOW, 'back');
    const known = settled(remember(back, 'test'), back, { kind: 'rejected', why: 'too_old' }) ?? undefined;
    expect(missed(known, known)).toBeNull();
  });

  it('keeps a refusal that the server knows nothing of', () => {
    const refused = settled(remember(second, 'test'), second, { kind: 'rejected', why: 'too_old' }) ?? undefined;
    const found = { conversation: 'A', team: 1, score: 4, rev: first.event.rev, counted: null } as const;
    expect(reconciled(refused, refused, found, OWNER, 'test')).toBe(refused);
  });
});

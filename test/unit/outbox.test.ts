// The outbox keeps its promise whatever happens on the way: a click is never lost and never counted twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Click, type Entry, enter, ownerOf } from '../../extension/outbox/entry.ts';
import { next } from '../../extension/outbox/next.ts';
import { due, postpone, READY, waitsFor } from '../../extension/outbox/schedule.ts';
import { judge } from '../../extension/outbox/verdict.ts';
import type { RatingEvent } from '../../shared/api/schemas.ts';
import { BATCH_MAX, BODY_MAX, OLDEST_EVENT_MS } from '../../shared/words.ts';
import { ModelDevice, ModelServer, newer, OWN_TEAM, spot, type Way } from './outbox.model.ts';

const OWNER = ownerOf('https://hearback.example', 'an');
const NOW = Date.UTC(2026, 10, 21, 9);
const DAY = 24 * 60 * 60_000;

const click = fc.record<Click>({
  conversation: fc.constantFrom('A', 'B', 'C'),
  team: fc.constantFrom(1, 2, OWN_TEAM),
  score: fc.constantFrom(null, 1, 2, 3, 4, 5),
  wait: fc.constantFrom(null, '1h', 'more'),
});
const way = fc.constantFrom<Way>('good', 'unsent', 'lost', 'late', 'unauthorized', 'busy', 'partial');
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const device = fc.constantFrom(0, 1);
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('click' as const), device, click, strange: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('step' as const), device, way, random }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), device }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      device,
      ms: fc.integer({ min: -3_600_000, max: 3_600_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('arrive' as const) }) },
);

describe('the outbox', () => {
  it('ends with the newest click of each place on the server and nothing left to send, whatever happened on the way', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), fc.boolean(), (acts, bugs) => {
        const server = new ModelServer();
        const devices = [new ModelDevice(OWNER), new ModelDevice(OWNER)] as const;
        const clocks = [NOW, NOW + 40_000];
        const clicks: RatingEvent[] = [];
        const delayed: RatingEvent[][] = [];
        let count = 0;

        for (const one of acts) {
          if (one.do === 'arrive') {
            const events = delayed.pop();
            if (events) server.take(events);
            continue;
          }
          const at = devices[one.device] ?? devices[0];
          const now = clocks[one.device] ?? NOW;
          if (one.do === 'click') {
            const event = at.click(one.click, now, `${one.device}-${++count}`);
            clicks.push(event);
            if (bugs && one.strange) server.strange.add(event.id);
          } else if (one.do === 'step') at.step(server, one.way, now, one.random, delayed);
          else if (one.do === 'crash') at.crash();
          else clocks[one.device] = now + one.ms;
        }

        // The network is good from here on and the server was mended; time passes only as far as the outbox asks for.
        server.strange.clear();
        for (const [index, at] of devices.entries()) {
          let now = clocks[index] ?? NOW;
          for (let steps = 0; ; steps++) {
            expect(steps, 'the outbox comes to an end').toBeLessThan(2_000);
            const from = at.step(server, 'good', now, 0.5, delayed);
            if (from === Number.POSITIVE_INFINITY) break;
            now = Math.max(now, from);
          }
        }
        for (const events of delayed) server.take(events);

        expect(devices.map((at) => at.disk.entries.size)).toEqual([0, 0]);
        const counted = clicks.filter((event) => event.team !== OWN_TEAM);
        for (const at of new Set(counted.map(spot))) {
          const newest = counted.filter((event) => spot(event) === at).reduce((a, b) => (newer(b, a) ? b : a));
          expect(server.held.get(at)).toEqual(newest);
        }
        expect(server.held.size).toBe(new Set(counted.map(spot)).size);
        for (const at of devices) {
          for (const known of at.disk.history.values()) {
            // What could not be taken back is asked for, and not held against anybody.
            expect(known.outcome.kind).toBe(known.team === OWN_TEAM && known.score !== null ? 'rejected' : 'saved');
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('sends every other event when the server does not understand some, and keeps those', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 149 }), { maxLength: 20 }), (bad) => {
        const server = new ModelServer();
        const at = new ModelDevice(OWNER);
        for (let i = 0; i < 150; i++) {
          const event = at.click({ conversation: `C${i}`, team: 1, score: 3, wait: null }, NOW, `e${i}`);
          if (bad.includes(i)) server.strange.add(event.id);
        }
        let steps = 0;
        while (at.step(server, 'good', NOW, 0, []) === NOW) expect(++steps).toBeLessThan(3_000);
        expect(server.held.size).toBe(150 - bad.length);
        expect([...at.disk.entries.keys()].sort()).toEqual(bad.map((i) => `C${i} 1`).sort());
      }),
      { numRuns: 30 },
    );
  });

  it('tells the rater when an event that was never understood has become too old', () => {
    const old = enter(OWNER, { conversation: 'A', team: 1, score: 2, wait: null }, 0, NOW - OLDEST_EVENT_MS - 1, 'old');
    expect(judge([old], { kind: 'malformed' }, READY, NOW, 0).settled).toEqual([
      { entry: old, outcome: { kind: 'rejected', why: 'too_old' } },
    ]);
  });

  it('asks for a new token and changes nothing when the server refuses the one it has', () => {
    const entry = enter(OWNER, { conversation: 'A', team: 1, score: 2, wait: null }, 0, NOW, 'e');
    expect(judge([entry], { kind: 'unauthorized' }, READY, NOW, 0)).toEqual({
      settled: [],
      held: [],
      schedule: READY,
      after: 'sign_in',
    });
  });

  it('waits before asking again about an event that an answer left out', () => {
    const sent = ['a', 'b'].map((id) => enter(OWNER, { conversation: id, team: 1, score: 2, wait: null }, 0, NOW, id));
    const verdict = judge(sent, { kind: 'results', results: [{ id: 'b', result: 'accepted' }] }, READY, NOW, 0.5);
    expect(verdict.settled.map(({ entry }) => entry.event.id)).toEqual(['b']);
    expect(verdict.schedule.notBefore).toBe(NOW + 1_000);
  });

  it('gives a click a greater rev than the last one, though the clock was set back', () => {
    const entry = enter(OWNER, { conversation: 'A', team: 1, score: 2, wait: null }, NOW + 500, NOW, 'e');
    expect(entry.event.rev).toBe(NOW + 501);
  });
});

describe('what is sent next', () => {
  const many = (count: number, from = NOW): Entry[] =>
    Array.from({ length: count }, (_, i) =>
      enter(OWNER, { conversation: `C${i}`, team: 1, score: 4, wait: '1d' }, from + i, 0, `e${i}`),
    );

  it('is at most a hundred events, the oldest first, in a body that the server takes', () => {
    const plan = next(many(250).reverse(), READY, NOW + DAY);
    if (plan.kind !== 'send') throw new Error(plan.kind);
    expect(plan.entries.length).toBe(BATCH_MAX);
    expect(plan.entries[0]?.event.id).toBe('e0');
    expect(JSON.stringify({ events: plan.entries.map((entry) => entry.event) }).length).toBeLessThan(BODY_MAX);
  });

  it('is fewer where a hundred would not fit', () => {
    const long = many(100).map((entry) => ({ ...entry, event: { ...entry.event, conversation: 'x'.repeat(2_000) } }));
    const plan = next(long, READY, NOW + DAY);
    if (plan.kind !== 'send') throw new Error(plan.kind);
    expect(plan.entries.length).toBeGreaterThan(20);
    expect(JSON.stringify({ events: plan.entries.map((entry) => entry.event) }).length).toBeLessThan(BODY_MAX);
  });

  it('is nothing while the server asked to wait, nor while the only entry is put aside', () => {
    expect(next(many(1), { failures: 1, notBefore: NOW + 5_000, batch: 100 }, NOW)).toEqual({
      kind: 'wait',
      until: NOW + 5_000,
    });
    const held = many(1).map((entry) => ({ ...entry, heldUntil: NOW + DAY }));
    expect(next(held, READY, NOW)).toEqual({ kind: 'wait', until: NOW + DAY });
    expect(next([], READY, NOW)).toEqual({ kind: 'nothing' });
  });
});

describe('waiting after a failure', () => {
  it('grows with each failure up to ten minutes, at any point of the span, and never undercuts what the server asked for', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.option(fc.nat(600)), random, (failures, asked, dice) => {
        const after = postpone({ failures, notBefore: 0, batch: 7 }, asked, NOW, dice);
        const floor = NOW + (asked ?? 0) * 1000;
        expect(after.notBefore).toBeGreaterThanOrEqual(floor);
        expect(after.notBefore).toBeLessThanOrEqual(floor + Math.min(600_000, 2_000 * 2 ** failures));
        expect(after.batch).toBe(7);
      }),
    );
  });

  it('ends with a sign-in where that has ended, whatever failed besides', () => {
    const failed = postpone(READY, null, NOW, 0.5);
    expect(waitsFor({ refreshToken: 'r' }, READY)).toBeNull();
    expect(waitsFor({ refreshToken: 'r' }, failed)).toBe('online');
    for (const schedule of [READY, failed]) expect(waitsFor({ refreshToken: null }, schedule)).toBe('signIn');
  });

  it('does not last for days because the clock was set back', () => {
    expect(due({ failures: 1, notBefore: NOW + 40 * DAY, batch: 100 }, NOW)).toBe(NOW);
  });
});

// A server and a device, both small, that speak as the real ones do: for driving the outbox's pure parts through every mishap.

import { type Click, type Entry, enter, type Owner } from '../../extension/outbox/entry.ts';
import { type Remembered, remember, settled } from '../../extension/outbox/history.ts';
import { next } from '../../extension/outbox/next.ts';
import { READY } from '../../extension/outbox/schedule.ts';
import { type Answer, judge, staying, type Verdict } from '../../extension/outbox/verdict.ts';
import type { RatingEvent, RatingResult } from '../../shared/api/schemas.ts';

export const spot = (of: { conversation: string; team: number }) => `${of.conversation} ${of.team}`;

/** Keeps the newest event of each spot; the same event twice is one event. */
export class ModelServer {
  readonly held = new Map<string, RatingEvent>();
  readonly seen = new Set<string>();
  /** Ids of events that it does not understand. */
  readonly strange = new Set<string>();

  take(events: readonly RatingEvent[]): Answer {
    if (events.some((event) => this.strange.has(event.id))) return { kind: 'malformed' };
    return { kind: 'results', results: events.map((event) => this.#take(event)) };
  }

  #take(event: RatingEvent): RatingResult {
    this.seen.add(event.id);
    if (event.team === OWN_TEAM) return { id: event.id, result: 'rejected', code: 'own_team' };
    const held = this.held.get(spot(event));
    if (held && newer(held, event)) return { id: event.id, result: 'superseded' };
    this.held.set(spot(event), event);
    return { id: event.id, result: 'accepted' };
  }
}

export const OWN_TEAM = 9;
export const newer = (a: RatingEvent, b: RatingEvent) => a.rev > b.rev || (a.rev === b.rev && a.id > b.id);

/** What a request meets on its way. `lost`: it arrived, its answer did not. `late`: it arrives again after everything else. */
export type Way = 'good' | 'unsent' | 'lost' | 'late' | 'unauthorized' | 'busy' | 'partial';

/** A browser: what is on its disk survives a crash, what is in its hands does not. */
export class ModelDevice {
  disk = { last: 0, entries: new Map<string, Entry>(), history: new Map<string, Remembered>(), schedule: READY };
  #hands: { entries: Entry[]; verdict: Verdict | null } | null = null;
  readonly owner: Owner;

  constructor(owner: Owner) {
    this.owner = owner;
  }

  click(click: Click, now: number, id: string): RatingEvent {
    const entry = enter(this.owner, click, this.disk.last, now, id);
    this.disk.last = entry.event.rev;
    this.disk.entries.set(spot(entry.event), entry);
    this.disk.history.set(spot(entry.event), remember(entry, 'test'));
    return entry.event;
  }

  /** One step of the sending loop: take a batch, or hear an answer, or write down what it means. Returns when it may go on. */
  step(server: ModelServer, way: Way, now: number, random: number, delayed: RatingEvent[][]): number {
    if (!this.#hands) {
      const plan = next([...this.disk.entries.values()], this.disk.schedule, now);
      if (plan.kind === 'nothing') return Number.POSITIVE_INFINITY;
      if (plan.kind === 'wait') return plan.until;
      this.#hands = { entries: plan.entries, verdict: null };
    } else if (!this.#hands.verdict) {
      const { entries } = this.#hands;
      const answer = carry(
        server,
        entries.map((entry) => entry.event),
        way,
        delayed,
      );
      this.#hands.verdict = judge(entries, answer, this.disk.schedule, now, random);
    } else {
      this.#write(this.#hands.verdict);
      this.#hands = null;
    }
    return now;
  }

  crash(): void {
    this.#hands = null;
  }

  #write(verdict: Verdict): void {
    for (const { entry, outcome } of verdict.settled) {
      this.#put(spot(entry.event), staying(this.disk.entries.get(spot(entry.event)), entry, { kind: 'settled' }));
      const known = this.disk.history.get(spot(entry.event));
      const after = known && settled(known, entry, outcome);
      if (after) this.disk.history.set(spot(entry.event), after);
      else this.disk.history.delete(spot(entry.event));
    }
    for (const { entry, until } of verdict.held) {
      this.#put(spot(entry.event), staying(this.disk.entries.get(spot(entry.event)), entry, { kind: 'held', until }));
    }
    this.disk.schedule = verdict.schedule;
  }

  #put(at: string, entry: Entry | undefined): void {
    if (entry) this.disk.entries.set(at, entry);
    else this.disk.entries.delete(at);
  }
}

function carry(server: ModelServer, events: RatingEvent[], way: Way, delayed: RatingEvent[][]): Answer {
  switch (way) {
    case 'good':
      return server.take(events);
    case 'unsent':
      return { kind: 'trouble', retryAfter: null };
    case 'lost':
      server.take(events);
      return { kind: 'trouble', retryAfter: null };
    case 'late':
      delayed.push(events);
      return { kind: 'trouble', retryAfter: null };
    case 'unauthorized':
      return { kind: 'unauthorized' };
    case 'busy':
      return { kind: 'trouble', retryAfter: 30 };
    case 'partial': {
      const answer = server.take(events);
      return answer.kind === 'results' ? { ...answer, results: answer.results.slice(1) } : answer;
    }
  }
}

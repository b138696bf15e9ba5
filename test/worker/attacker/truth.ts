// What really happened, kept outside the database: who said what, where it waits, what was published of it.
import type { RatingEvent } from '../../../shared/api/schemas.ts';
import { CLOCK_AHEAD_MS, OLDEST_EVENT_MS } from '../../../shared/words.ts';
import { WAIT_DAYS } from '../../../worker/domain/rule.ts';
import { TREE } from '../privacy/company.ts';
import type { Facets } from './history.ts';

/** One rating as a person means it. After its release it never changes; what they say later is another one. */
export interface Rating {
  person: number;
  conversation: string;
  team: number;
  customer: number;
  score: number | null;
  facets: Facets;
  rev: number;
  event: string;
  /** The quarter's key it is stored under. */
  keyEpoch: number;
  k: number;
  pool: Pool;
  since: number;
  /** cut: released, and then withdrawn: nothing leads to it any more. */
  state: 'pending' | 'released' | 'cut' | 'dropped';
  /** Never changed and never moved. */
  plain: boolean;
  /** The facets that were published. */
  counted: Set<string>;
}

export interface Pool {
  team: number;
  customer: number;
}

/** An event on the wire. */
export interface Sent {
  person: number;
  conversation: string;
  event: RatingEvent;
}

/** What holds when a request arrives. */
export interface Receipt {
  now: number;
  day: number;
  epoch: number;
  k: number;
  /** The key of the quarter before is still there. */
  grace: boolean;
  isOpen(pool: Pool): boolean;
}

export interface Expected {
  pool: Pool;
  people: Set<number>;
  histogram: number[];
  ratings: Rating[];
}

export class Truth {
  readonly ratings: Rating[] = [];
  readonly homes: number[];
  /** Clicks that were taken a second time, as if they were new. */
  readonly twice: Sent[] = [];
  private readonly heads = new Map<string, Rating>();
  /** The newest word of each person on each conversation and team: unlike heads, never forgotten. */
  private readonly words = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly ahead = new Set<string>();

  constructor(homes: readonly number[]) {
    this.homes = [...homes];
  }

  /** A request of one person: what the worker must answer to each event, in order. */
  receive(sent: readonly Sent[], at: Receipt): string[] {
    const taken = sent.filter((one) => this.refusal(one, at.now) === null);
    const newest = new Map<string, Sent>();
    for (const one of taken.toSorted((a, b) => a.event.rev - b.event.rev)) {
      if (!this.ahead.has(one.event.id)) newest.set(slot(one), one);
    }
    // Whoever comes back to what still waits under the old key takes it along.
    for (const one of taken) {
      const head = this.heads.get(slot(one));
      if (at.grace && head?.state === 'pending') head.keyEpoch = at.epoch;
    }
    for (const one of newest.values()) this.take(one, at);
    for (const { event } of taken) if (event.rev > at.now + CLOCK_AHEAD_MS) this.ahead.add(event.id);
    return sent.map((one) => {
      const refusal = this.refusal(one, at.now);
      if (refusal) return refusal;
      return this.heads.get(slot(one))?.event === one.event.id ? 'accepted' : 'superseded';
    });
  }

  private refusal({ person, event }: Sent, now: number): string | null {
    if (event.team === this.homes[person]) return 'own_team';
    return event.rev < now - OLDEST_EVENT_MS ? 'too_old' : null;
  }

  private take(one: Sent, at: Receipt): void {
    const { person, conversation, event } = one;
    const rev = Math.min(event.rev, at.now + CLOCK_AHEAD_MS);
    const head = this.heads.get(slot(one));
    if (head && !(rev > head.rev || (rev === head.rev && event.id > head.event))) return;
    if (this.taken.has(event.id)) this.twice.push(one);
    this.taken.add(event.id);
    this.words.set(slot(one), event.id);
    const { aspect, reasons, wait } = event;
    const facets = { ...(aspect && { aspect }), ...(reasons && { reasons }), ...(wait && { wait }) };
    if (event.score === null) this.cut(one, at.grace ? at.epoch - 1 : at.epoch);
    if (head?.state === 'pending') {
      if (head.score === null) head.since = at.day;
      Object.assign(head, {
        score: event.score,
        facets,
        rev,
        event: event.id,
        plain: false,
        k: Math.max(head.k, at.k),
      });
      return;
    }
    const customer = this.homes[person] ?? 0;
    const pair = { team: event.team, customer };
    const rating: Rating = {
      person,
      conversation,
      team: event.team,
      customer,
      score: event.score,
      facets,
      rev,
      event: event.id,
      keyEpoch: at.epoch,
      k: at.k,
      pool: at.isOpen(pair) ? pair : { team: event.team, customer: 0 },
      since: at.day,
      state: 'pending',
      plain: !head,
      counted: new Set(),
    };
    this.ratings.push(rating);
    this.heads.set(slot(one), rating);
  }

  /** What must be released now: every pool with enough people, whole. */
  release(k: number): Expected[] {
    const expected: Expected[] = [];
    for (const [pool, ratings] of Map.groupBy(this.waiting(), (rating) => name(rating.pool))) {
      const voices = Map.groupBy(ratings, (rating) => rating.person);
      if (voices.size < Math.max(k, ...ratings.map((rating) => rating.k))) continue;
      const histogram = [0, 0, 0, 0, 0];
      for (const said of voices.values()) {
        const voice = halvesDown(said.map((rating) => rating.score ?? 0));
        histogram[voice - 1] = (histogram[voice - 1] ?? 0) + 1;
      }
      for (const rating of ratings) rating.state = 'released';
      this.bury(pool);
      const [first] = ratings;
      if (first) expected.push({ pool: first.pool, people: new Set(voices.keys()), histogram, ratings });
    }
    return expected;
  }

  /** What waits too long moves on. */
  move(day: number, isOpen: (pool: Pool) => boolean): void {
    const pools = Map.groupBy(this.waiting(), (rating) => name(rating.pool));
    for (const [from, ratings] of pools) {
      const [first] = ratings;
      if (!first) continue;
      const closed = first.pool.customer !== 0 && !isOpen(first.pool);
      if (!closed && !ratings.some((rating) => rating.since <= day - WAIT_DAYS)) continue;
      const team = first.pool.customer !== 0 ? first.pool.team : TREE[first.pool.team];
      for (const rating of ratings) {
        rating.plain = false;
        rating.since = day;
        if (team) rating.pool = { team, customer: 0 };
        else rating.state = 'dropped';
      }
      this.bury(from);
    }
  }

  /** What was withdrawn in a pool that was released or moved on is over: the next word on it is a new rating. */
  private bury(pool: string): void {
    for (const rating of this.ratings) {
      if (rating.state === 'pending' && rating.score === null && name(rating.pool) === pool) rating.state = 'dropped';
    }
  }

  /** Facets that still wait are dropped. */
  closeQuarter(): void {
    for (const rating of this.ratings) rating.plain = false;
  }

  /**
   * The old key is gone, and nothing leads from a conversation to what was stored under it. What waits under it is withdrawn, whatever
   * else its rater said since: they could not change it or take it back.
   */
  endGrace(epoch: number): void {
    for (const rating of this.ratings) {
      if (rating.state === 'pending' && rating.keyEpoch < epoch) rating.state = 'dropped';
    }
    for (const [key, head] of this.heads) if (head.keyEpoch < epoch) this.heads.delete(key);
  }

  /** Pending and not withdrawn. */
  waiting(): Rating[] {
    return this.ratings.filter((rating) => rating.state === 'pending' && rating.score !== null);
  }

  /** What waits although its rater has since said something else, or nothing, about the same. */
  stale(): Rating[] {
    return this.waiting().filter((rating) => this.words.get(slotOf(rating)) !== rating.event);
  }

  /** What was released of a rating that is withdrawn belongs to nobody; facets of its rater's others may go with it. */
  private cut({ person, conversation, event }: Sent, oldestKey: number): void {
    for (const rating of this.ratings) {
      if (rating.person !== person) continue;
      rating.plain = false;
      const same = rating.conversation === conversation && rating.team === event.team;
      if (same && rating.state === 'released' && rating.keyEpoch >= oldestKey) rating.state = 'cut';
    }
  }
}

export const name = ({ team, customer }: Pool) => `${team}/${customer}`;

const slot = ({ person, conversation, event }: Sent) => slotOf({ person, conversation, team: event.team });

const slotOf = ({ person, conversation, team }: Pick<Rating, 'person' | 'conversation' | 'team'>) =>
  `${person}|${conversation}|${team}`;

/** The mean of scores, rounded, halves down; told apart from the database's way of working it out. */
export function halvesDown(scores: readonly number[]): number {
  const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
  return mean - Math.floor(mean) > 0.5 + 1e-9 ? Math.ceil(mean) : Math.floor(mean);
}

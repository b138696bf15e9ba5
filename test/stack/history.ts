// Half a year at Acme, made up and always the same: who rated whom, when and how. Numbers only; the worker's own code stores them.
import type { Reason, Score, Wait } from '../../shared/words.ts';
import { type AcmePerson, people, personas, TEAM } from './acme.ts';

export interface PastRating {
  person: AcmePerson;
  team: number;
  /** Unlike any other conversation of this rater. */
  conversation: string;
  score: Score;
  wait: Wait | null;
  reasons: Reason[];
  /** ms since 1970 */
  at: number;
}

export const WEEKS = 26;
const WEEK = 7 * 24 * 3600_000;
const HOUR = 3600_000;

/** How a team is seen: voices a week, its share satisfied half a year ago and now, how fast it answers (1 at once, 0 slowly). */
interface Service {
  team: number;
  voices: number;
  was: number;
  is: number;
  speed: number;
  /** Customer teams that turn to it more than others do. */
  mostly?: { team: number; voices: number };
}

const SERVICES: readonly Service[] = [
  { team: TEAM.it, voices: 8, was: 0.62, is: 0.92, speed: 0.7, mostly: { team: TEAM.sales, voices: 6 } },
  { team: TEAM.hr, voices: 11, was: 0.86, is: 0.9, speed: 0.6 },
  { team: TEAM.finance, voices: 12, was: 0.9, is: 0.95, speed: 0.8 },
  { team: TEAM.sales, voices: 7, was: 0.76, is: 0.74, speed: 0.5 },
  { team: TEAM.marketing, voices: 8, was: 0.78, is: 0.77, speed: 0.4 },
  { team: TEAM.production, voices: 9, was: 0.7, is: 0.46, speed: 0.15 },
];

/** Legal was rated by six people once, R&D by too few to show, and four of Sales, cut off by today's new gateway, wait for a fifth. */
const RARE = { legal: { weeksAgo: 7, voices: 6 }, rnd: { voices: 3 }, it: { voices: 4 } };

/** Ratings of the week before each tick (oldest first, ms since 1970), and those given since the last. */
export function halfYear(ticks: readonly number[], now: number): { weeks: PastRating[][]; pending: PastRating[] } {
  const chance = dice(20261121);
  // Whoever can sign in has not rated yet: their first click is theirs.
  const known = new Set(personas.map((person) => person.id));
  const satisfied = new Map(SERVICES.map(({ team }) => [team, evenly(chance)]));
  const raters = people.filter((person) => !known.has(person.id));
  const others = (team: number, customer?: number) =>
    raters.filter((person) => person.team !== team && (customer === undefined || person.team === customer));

  const weeks = ticks.map((tick, week) => {
    const weeksAgo = ticks.length - 1 - week;
    const from = tick - WEEK;
    const given: PastRating[] = [];
    const rate = (person: AcmePerson, { team, was, is, speed }: Omit<Service, 'voices'>) => {
      const share = was + ((is - was) * week) / (ticks.length - 1);
      const score = scoreOf(chance, (satisfied.get(team) ?? chance)() < share);
      given.push({
        person,
        team,
        conversation: `past-${week}-${team}`,
        score,
        wait: waitOf(chance, speed),
        reasons: reasonsOf(chance, score),
        at: from + Math.floor(chance() * (WEEK - HOUR)),
      });
    };
    for (const service of SERVICES) {
      const { mostly } = service;
      if (mostly)
        for (const person of draw(chance, others(service.team, mostly.team), mostly.voices)) rate(person, service);
      const rest = others(service.team).filter((person) => person.team !== mostly?.team);
      for (const person of draw(chance, rest, service.voices)) rate(person, service);
    }
    if (weeksAgo === RARE.legal.weeksAgo) {
      const legal = { team: TEAM.legal, was: 0.8, is: 0.8, speed: 0.4 };
      for (const person of draw(chance, others(TEAM.legal), RARE.legal.voices)) rate(person, legal);
    }
    return given.sort((a, b) => a.at - b.at);
  });

  const today = (person: AcmePerson, team: number, score: Score): PastRating => ({
    person,
    team,
    conversation: `today-${team}`,
    score,
    wait: null,
    reasons: [],
    at: now - HOUR,
  });
  const pending = [
    ...draw(chance, others(TEAM.rnd), RARE.rnd.voices).map((person) => today(person, TEAM.rnd, 4)),
    ...draw(chance, others(TEAM.it, TEAM.sales), RARE.it.voices).map((person, index) =>
      today(person, TEAM.it, index === 0 ? 3 : 2),
    ),
  ];
  return { weeks, pending };
}

function scoreOf(chance: () => number, satisfied: boolean): Score {
  if (satisfied) return chance() < 0.4 ? 5 : 4;
  const low = chance();
  return low < 0.5 ? 3 : low < 0.82 ? 2 : 1;
}

function waitOf(chance: () => number, speed: number): Wait | null {
  if (chance() < 0.3) return null;
  const slow = (1 - speed) * 3 + chance() * 2;
  return slow < 1 ? '1h' : slow < 2 ? '4h' : slow < 3 ? '1d' : slow < 4 ? '3d' : 'more';
}

const PRAISE: readonly Reason[] = ['solved_it', 'fast', 'clear', 'friendly'];
const BLAME: readonly Reason[] = ['took_too_long', 'had_to_ask_again', 'did_not_solve_it'];

const reasonsOf = (chance: () => number, score: Score): Reason[] =>
  chance() < 0.5 ? [] : draw(chance, score >= 4 ? PRAISE : BLAME, 1);

/** `count` different ones, in no order. */
function draw<T>(chance: () => number, from: readonly T[], count: number): T[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(chance() * left.length), 1),
  ).flat();
}

/** Chance that spreads itself: a team's weeks differ, but not so much that no trend shows in half a year. */
function evenly(chance: () => number): () => number {
  let at = chance();
  return () => {
    at = (at + (Math.sqrt(5) - 1) / 2) % 1;
    return chance() < 0.3 ? chance() : at;
  };
}

/** Chance that repeats itself: the numbers of one seed are always the same (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

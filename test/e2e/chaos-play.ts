// Plays through a page that does everything to itself (chaos.ts) in whichever browser: lets it run, clicks meanwhile, and looks at what
// stands whenever it rests.
import { expect } from 'vitest';
import { SCORES, type Score } from '../../shared/words.ts';
import { teams } from '../stack/acme.ts';
import { until } from '../stack/harness.ts';
import type { Stack } from '../stack/stack.ts';
import type { Due } from './chaos.ts';

export const SEED = Number(process.env.CHAOS_SEED ?? 1);
/** On each of two pages, so that it is a minute in each browser. */
export const SECONDS = Number(process.env.CHAOS_SECONDS ?? 60) / 2;

export interface Player {
  // biome-ignore lint/suspicious/noExplicitAny: what a script in a page gives
  evaluate(script: string): Promise<any>;
  /** The rows' questions and chosen faces (0: none), in the page's order. */
  rows(): Promise<{ name: string; checked: number }[]>;
  /** Where a face of a team's row is, once a click would count. */
  middle(team: string, score: Score): Promise<[x: number, y: number]>;
  click(x: number, y: number): Promise<void>;
}

interface Rest extends Due {
  /** What the row of each team shows. */
  scores: Map<string, number>;
}

const CONVERSATIONS = [0, 1, 2, 3];
const BURST_MS = 2000;

export async function surviveChaos(player: Player, stack: Stack): Promise<void> {
  const random = dice(SEED);
  const pick = <T>(list: readonly T[]): T | undefined => list[random(list.length || 1)];
  /** What each row showed when it was last looked at, by conversation and team. */
  const shown = new Map<string, number>();
  await stack.db().prepare('DELETE FROM rating').run();

  /** Rests, waits for exactly the rows that are due there, and gives what they show. */
  async function rest(at?: number): Promise<Rest> {
    const due: Due = await player.evaluate(at === undefined ? 'chaos.rest()' : `chaos.restIn(${at})`);
    const wanted = due.rows.map((row) => row.join(' ')).toSorted();
    let last: string[] = [];
    const scores = await until(`${due.conversation}: ${wanted.join(', ') || 'no row'}`, async () => {
      const places: string[] = await player.evaluate('chaos.rows()');
      const rows = await player.rows();
      last = places.map((place, index) => `${place} ${teamIn(rows[index]?.name)}`).toSorted();
      const right = places.length === rows.length && String(last) === String(wanted);
      return right && new Map(rows.map(({ name, checked }) => [teamIn(name), checked]));
    }).catch((error: Error) => {
      throw new Error(`${error.message}; there are ${last.join(', ') || 'none'} (CHAOS_SEED=${SEED})`);
    });
    return { ...due, scores };
  }
  /** Clicks that hit a row in the middle of it all count or do not: what the row shows then is what must have been sent. */
  const note = ({ conversation, scores }: Rest) => {
    for (const [team, score] of scores) if (score > 0) shown.set(`${conversation} ${team}`, score);
  };

  await rest(0);
  const end = Date.now() + SECONDS * 1000;
  let spots: [x: number, y: number][] = [];
  let clicks = 0;
  while (Date.now() < end) {
    const burst = player.evaluate(`chaos.run(${BURST_MS})`);
    for (let click = 0; click < 6; click++) {
      const spot = pick(spots);
      if (spot) await player.click(...spot);
    }
    await burst;
    const quiet = await rest();
    note(quiet);
    spots = [];
    for (const [, team] of quiet.rows) spots.push(await player.middle(team, pick(SCORES) ?? 3));

    const [, team] = pick(quiet.rows) ?? [];
    const score = pick(SCORES) ?? 3;
    if (team === undefined) continue;
    await player.click(...(await player.middle(team, score)));
    clicks += 1;
    await until(`the click on ${score} of ${team} (CHAOS_SEED=${SEED})`, async () => {
      const now = await restedRows();
      return now.get(team) === score;
    });
    shown.set(`${quiet.conversation} ${team}`, score);
  }

  async function restedRows(): Promise<Map<string, number>> {
    return new Map((await player.rows()).map(({ name, checked }) => [teamIn(name), checked]));
  }

  // Each conversation once more, with a row for every team: what the rows show, the server has, and nothing else.
  for (const at of CONVERSATIONS) {
    note(await rest(at));
  }
  expect(clicks).toBeGreaterThan(0);
  const numbers = new Map(teams.map(({ id, name }) => [name, id]));
  const wanted = [...shown].map(([place, score]) => `${numbers.get(place.slice(place.indexOf(' ') + 1))} ${score}`);
  let stored: string[] = [];
  await until('the server to have what the rows show', async () => {
    const { results } = await stack.db().prepare('SELECT team, score FROM rating').all<Record<string, number>>();
    stored = results.map(({ team, score }) => `${team} ${score}`);
    return String(stored.toSorted()) === String(wanted.toSorted());
  }).catch(() => {});
  expect(stored.toSorted(), `CHAOS_SEED=${SEED}`).toEqual(wanted.toSorted());
}

const teamIn = (name = '') => /How was (.*)’s answer/.exec(name)?.[1] ?? 'nobody';

function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

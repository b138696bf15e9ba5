// A company whose releases the tests choose: series rows as a tick leaves them, read by a signed-in person through the real worker.
import { env } from 'cloudflare:test';
import { dayOf, mondayOf } from '../../../worker/domain/clock.ts';
import { an, createWorld } from '../acme.ts';

/** One week's scores, from Very poor to Very good. */
export type Week = readonly [number, number, number, number, number];

export const NOON = Date.UTC(2026, 10, 21, 5);
const TODAY = dayOf(NOON / 1000, env);

/** A team's releases: the last one of `weeks` is this week's. */
export async function released(team: number, weeks: readonly Week[], options: ReleasedOptions = {}): Promise<void> {
  const points = weeks.map((scores, i) => [
    mondayOf(TODAY) - 7 * (weeks.length - 1 - i),
    scores.reduce((n, count) => n + count, 0),
    ...scores,
  ]);
  const { tick = NOON / 1000 - 3600, people = points.at(-1)?.[1] ?? 0, facets = {} } = options;
  const voices = points.reduce((n, point) => n + (point[1] ?? 0), 0);
  await env.DB.prepare(
    `INSERT OR REPLACE INTO series(team, points, last_tick, last_n, voices, facets) VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
  )
    .bind(team, JSON.stringify(points), tick, people, voices, JSON.stringify(facets))
    .run();
}

interface ReleasedOptions {
  /** When the newest release was made, seconds since 1970; an hour ago unless said. */
  tick?: number;
  people?: number;
  facets?: object;
}

export async function addTeam(
  id: number,
  parent: number | null,
  name: string,
  nameVi: string | null = null,
  ratedAs = id,
) {
  await env.DB.prepare('INSERT INTO team(id, parent, name, name_vi, rated_as) VALUES (?1, ?2, ?3, ?4, ?5)')
    .bind(id, parent, name, nameVi, ratedAs)
    .run();
}

/** An, signed in at noon of 21 November 2026 in Ho Chi Minh City, and what their browser reads. */
export async function reader() {
  const world = await createWorld();
  world.clock.now = NOON;
  const { browser } = await world.signIn(an);
  const read = async (path: string, language = 'en') => {
    const answer = await browser.open(path, { headers: { 'Accept-Language': language } });
    return { answer, html: await answer.text() };
  };
  return { ...world, browser, read };
}

/** The words of a page, without its charts' labels. */
export function textOf(html: string): string {
  const words = html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<(title|text)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ');
  return words.replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();
}

/** The row of a table that names a team. */
export function rowOf(html: string, id: number): string {
  const row = html.split('<tr').find((part) => part.includes(`href="/teams/${id}"`));
  if (row === undefined) throw new Error(`no row of team ${id}`);
  return row;
}

/** Every element of a page: its tag, and its attributes by name. Quoted values may hold anything but a quote. */
export function elementsOf(html: string): { tag: string; attributes: Map<string, string> }[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, tag = '', rest = '']) => ({
      tag: tag.toLowerCase(),
      attributes: new Map(
        [...rest.matchAll(/([^\s=>"]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
          name.toLowerCase(),
          value,
        ]),
      ),
    }),
  );
}

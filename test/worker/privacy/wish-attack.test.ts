// Wishes for sites under everything that may happen to them: many people, several hosts, a k that changes, quarters that end, jobs that
// crash or run at once. Whatever is shown more than before must stand for at least as many people as each of them was promised.
import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { latestTick, quarterOf } from '../../../worker/domain/clock.ts';
import { wishKey, wishPlaces } from '../../../worker/domain/keys.ts';
import { readOrMakeKeys } from '../../../worker/store/keys.ts';
import { readWished, takeWish, WISHES_PER_TICK } from '../../../worker/store/site-wishes.ts';
import { Company, DAY, HOUR } from './company.ts';
import { failingAt } from './faults.ts';

interface Wisher {
  epoch: number;
  k: number;
}

/** Numbers that look random and are the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

async function wish(company: Company, person: number, host: string, k: number): Promise<number> {
  const asker = company.person(person);
  const day = company.today();
  const { current } = await readOrMakeKeys(env.DB, env.SECRET, { quarter: quarterOf(day), day }, company.world);
  const tick = latestTick(company.now, company.env);
  const taken = await takeWish(env.DB, {
    host,
    epoch: current.epoch,
    key: await wishKey(current.hmac, asker, host),
    places: await wishPlaces(current.hmac, asker, tick, WISHES_PER_TICK),
    k,
  });
  expect(taken).toBe(true);
  return current.epoch;
}

/** A tick's work: perhaps after an attempt that died, perhaps by three jobs at once. */
async function work(company: Company, k: number, random: () => number): Promise<void> {
  const at = company.with({ K: String(k) });
  const how = random();
  const when = random() < 0.5 ? 'before' : 'after';
  if (how < 0.3) await company.work({ ...at, DB: failingAt(env.DB, Math.floor(random() * 12), when) }).catch(() => {});
  await Promise.allSettled(how > 0.8 ? [company.work(at), company.work(at)] : []);
  await company.work(at);
}

it.each([
  [1, 'weekly'],
  [2, 'daily'],
  [3, 'weekly'],
])('no step of a host stands for fewer people than any of them was promised (history %i, %s)', async (seed, TICK) => {
  const random = randomFrom(seed);
  const company = await Company.found({ TICK }, '2026-09-01T03:00:00Z');
  await env.DB.batch([env.DB.prepare('DELETE FROM site_wish'), env.DB.prepare('DELETE FROM site_wished')]);
  const wishers = new Map<string, Map<number, Wisher>>();
  const shown = new Map<string, number>();
  let k = 5;
  let steps = 0;
  for (let act = 0; act < 260; act++) {
    const what = random();
    if (what < 0.72) {
      const [person, host] = [Math.floor(random() * 9), `h${Math.floor(random() * 4)}.acme.test`];
      const epoch = await wish(company, person, host, k);
      const people = wishers.get(host) ?? new Map<number, Wisher>();
      const before = people.get(person);
      people.set(person, { epoch, k: before?.epoch === epoch ? Math.max(k, before.k) : k });
      wishers.set(host, people);
      company.wait(Math.floor(random() * HOUR));
    } else if (what < 0.76) {
      k = 3 + Math.floor(random() * 4);
    } else {
      company.wait((TICK === 'daily' ? 1 : 7) * DAY * (random() < 0.1 ? 3 : 1));
      await work(company, k, random);
      for (const { host, n } of await readWished(env.DB)) {
        const more = n - (shown.get(host) ?? 0);
        if (more === 0) continue;
        const people = [...(wishers.get(host)?.values() ?? [])];
        // Nobody of a quarter before: under this quarter's key they could have asked again.
        const newest = people.filter(({ epoch }) => epoch === Math.max(...people.map((one) => one.epoch)));
        expect(more).toBe(newest.length);
        expect(more).toBeGreaterThanOrEqual(Math.max(k, ...newest.map((one) => one.k)));
        shown.set(host, n);
        wishers.delete(host);
        steps++;
      }
    }
  }
  expect(steps, 'there was something to look at').toBeGreaterThan(5);
});

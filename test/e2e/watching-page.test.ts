import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { SCORES, type Score } from '../../shared/words.ts';
import { type Driven, inSight, middleOfFace, rateByKeys, rowsOf, theRow, until } from '../stack/harness.ts';
import { root } from '../stack/worker.ts';
import { spy } from './spy.ts';
import { scoresIn, stage } from './stage.ts';

const play = stage();
let browser: Driven;

// The page of a rated team, with a first script that listens for everything, under an address of the production build.
const page = readFileSync(join(root, 'test/pages/gmail.html'), 'utf8').replace(
  '<head>',
  `<head><script>(${spy})()</script>`,
);
const TEAM = 'IT';

beforeAll(async () => {
  browser = await play.browserOf('an@acme.test', { build: 'chrome-mv3' });
  await browser.context.route('https://mail.google.com/**', (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: page })
      : route.fulfill({ status: 404 }),
  );
});

interface Learned {
  events: string[];
  mutations: string[];
  looks: string[];
  counts: Record<string, number>;
}

/** Opens the page afresh, lets somebody do something with the row, and tells what the page learned meanwhile. */
async function learn(
  act: (page: Page, host: { x: number; y: number; width: number; height: number }) => Promise<void>,
) {
  const tab = await browser.context.newPage();
  await play.stack.db().prepare('DELETE FROM rating').run();
  await tab.goto('https://mail.google.com/mail/u/0/#inbox/FMfcgzQabc');
  await theRow(tab, TEAM);
  const host = await tab.locator('[data-legacy-message-id="19a8c00000000004"] hearback-rating').boundingBox();
  if (!host) throw new Error('the row has no box');
  await tab.mouse.move(host.x - 5, host.y + host.height / 2);
  await inSight(tab);
  const before = await learned(tab);
  await act(tab, host);
  // What the page could still notice later: a mutation, a look.
  await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300))));
  const after = await learned(tab);
  await tab.close();
  return {
    events: after.events.slice(before.events.length),
    mutations: after.mutations.slice(before.mutations.length),
    looks: after.looks.slice(before.looks.length),
    counts: Object.fromEntries(
      Object.entries(after.counts).map(([type, count]) => [type, count - (before.counts[type] ?? 0)]),
    ),
    host,
  };
}

const learned = (tab: Page): Promise<Learned> =>
  tab.evaluate(() => {
    const tell: unknown = Reflect.get(window, '__learned');
    if (typeof tell !== 'function') throw new Error('the spy is not there');
    return structuredClone(tell());
  });

const stored = (score: Score) =>
  until(`the score ${score}`, async () => (await scoresIn(play.stack)).join() === String(score));

/** In at the left edge, to the face, a click, and out where one came in. */
const click = (score: Score) =>
  learn(async (tab, host) => {
    const edge = { x: host.x + 1, y: host.y + host.height / 2 };
    const face = await middleOfFace(tab, score, TEAM);
    await tab.mouse.move(edge.x, edge.y);
    await tab.mouse.move(face.x, face.y, { steps: 6 });
    await tab.mouse.click(face.x, face.y);
    await stored(score);
    await tab.mouse.move(edge.x, edge.y, { steps: 6 });
    await tab.mouse.move(host.x - 5, edge.y);
  });

/** Tab into the row, arrows to the face, Space. */
const press = (score: Score) =>
  learn(async (tab) => {
    await tab.locator('[data-legacy-message-id="19a8c00000000004"] .a3s').evaluate((body) => {
      body.setAttribute('tabindex', '0');
      if (body instanceof HTMLElement) body.focus();
    });
    await tab.keyboard.press('Tab');
    await rateByKeys(tab, score, TEAM);
    await stored(score);
  });

describe('a page that listens for everything', () => {
  it('would hear a click and a key anywhere else, so that the silence below means something', async () => {
    const heard = await learn(async (tab) => {
      await tab.mouse.click(3, 3);
      await tab.keyboard.press('a');
    });
    expect(heard.events.filter((event) => event.startsWith('window capture click')).length).toBe(1);
    expect(heard.events.filter((event) => event.includes('keydown') && event.includes('key=a')).length).toBeGreaterThan(
      1,
    );
  });

  it('learns nothing of which face was clicked', async () => {
    const seen = new Map<string, Score>();
    for (const score of SCORES) {
      const { events, mutations, looks, counts, host } = await click(score);
      const inside = events.filter((event) => {
        const x = Number(/clientX=(-?[\d.]+)/.exec(event)?.[1] ?? Number.NaN);
        return x > host.x + 2 && x < host.x + host.width;
      });
      expect(inside).toEqual([]);
      expect(events.filter((event) => /\b(click|mousedown|mouseup|pointerdown|pointerup)\b/.test(event))).toEqual([]);
      expect(mutations).toEqual([]);
      expect(looks).toEqual([]);
      const { click: clicks, pointerdown, mousedown } = counts;
      seen.set(JSON.stringify([events, clicks, pointerdown, mousedown]), score);
    }
    expect(seen.size, 'what the page knows is the same for every face').toBe(1);
  });

  it('learns no key that is pressed in the row', async () => {
    for (const score of SCORES) {
      const { events, mutations } = await press(score);
      // The Tab that leads in is pressed on the page, which sees that; of all that follows it hears no key at all.
      expect(
        events.filter((event) => /\bkey(down|press|up)\b|key=|code=/.test(event) && !/key=Tab\b/.test(event)),
      ).toEqual([]);
      expect(mutations.filter((mutation) => !mutation.includes('tabindex'))).toEqual([]);
    }
  });

  it('sees nothing at the row of somebody who has rated', async () => {
    const tab = await browser.context.newPage();
    const outside = async () => {
      await tab.goto('https://mail.google.com/mail/u/0/#inbox/FMfcgzQabc');
      await tab.reload();
      await theRow(tab, TEAM);
      return (await learned(tab)).looks.map((look) => look.replace(/"left":[^,]*/, ''));
    };
    await play.stack.db().prepare('DELETE FROM rating').run();
    const idle = await outside();
    const { x, y } = await middleOfFace(tab, 1, TEAM);
    await inSight(tab);
    await tab.mouse.click(x, y);
    await stored(1);
    const rated = await outside();
    await until('the face that was chosen', async () =>
      (await rowsOf(tab)).some((row) => row.faces.some((face) => face.checked)),
    );
    expect(rated).toEqual(idle);
    await tab.close();
  });
});

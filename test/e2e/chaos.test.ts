// A minute of chaos, half of it in a mail conversation and half in a ticket: whatever the page does to itself and wherever somebody
// clicks meanwhile, exactly the right rows stand as soon as it rests, and the server has what they show, once.
// CHAOS_SEED=7 is another minute, CHAOS_SECONDS=600 a longer one.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Driven, inSight, middleOfFace, rowsOf } from '../stack/harness.ts';
import { ADDRESS, chaosPage, type Structure } from './chaos.ts';
import { type Player, SECONDS, SEED, surviveChaos } from './chaos-play.ts';
import { stage } from './stage.ts';

const play = stage({ sites: [{ origin: new URL(ADDRESS.redmine).origin, site: 'redmine' }] });
let an: Driven;
beforeAll(async () => {
  an = await play.browserOf('an@acme.test');
});

const playerOn = (page: Page): Player => ({
  evaluate: (script) => page.evaluate(script),
  rows: async () =>
    (await rowsOf(page)).map(({ name, faces }) => ({ name, checked: faces.findIndex(({ checked }) => checked) + 1 })),
  middle: async (team, score) => {
    const { x, y } = await middleOfFace(page, score, team);
    await inSight(page);
    return [x, y];
  },
  click: (x, y) => page.mouse.click(x, y),
});

describe.each<Structure>(['gmail', 'redmine'])('chaos on a page like %s, in Chromium', (structure) => {
  it(
    `ends with exactly the right rows and every rating once (CHAOS_SEED=${SEED})`,
    async () => {
      const page = await an.context.newPage();
      const { origin } = new URL(ADDRESS[structure]);
      await page.route(`${origin}/**`, (route) =>
        route.request().resourceType() === 'document'
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: chaosPage(structure, SEED) })
          : route.fulfill({ status: 404 }),
      );
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(ADDRESS[structure]);
      await surviveChaos(playerOn(page), play.stack);
      expect(errors).toEqual([]);
      await page.close();
    },
    (SECONDS + 120) * 1000,
  );
});

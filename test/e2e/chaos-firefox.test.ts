// The same minute of chaos as in chaos.test.ts, in Firefox.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../stack/harness.ts';
import { ADDRESS, chaosPage, type Structure } from './chaos.ts';
import { type Player, SECONDS, SEED, surviveChaos } from './chaos-play.ts';
import { rowsInFirefox } from './rows-in-firefox.ts';
import { stageInFirefox } from './stage-firefox.ts';

const play = stageInFirefox({ sites: [{ origin: new URL(ADDRESS.redmine).origin, site: 'redmine' }] });

const playerOn = (page: Page): Player => ({
  evaluate: (script) => page.evaluate(script),
  rows: () => rowsInFirefox(page),
  middle: async (team, score) => {
    const find = async () => (await rowsInFirefox(page)).findIndex(({ name }) => name.includes(team));
    const at = await until(`the row of ${team}`, async () => {
      const index = await find();
      return index >= 0 && index + 1;
    });
    // A click counts once the row has been in sight for a moment.
    await page.evaluate(
      (index) =>
        new Promise<void>((resolve) => {
          const row = document.querySelectorAll('hearback-rating')[index];
          row?.scrollIntoView({ block: 'center' });
          new IntersectionObserver((_, observer) => {
            observer.disconnect();
            setTimeout(resolve, 200);
          }).observe(row ?? document.body);
        }),
      at - 1,
    );
    const face = (await rowsInFirefox(page))[at - 1]?.faces[score - 1];
    if (!face) throw new Error('the row went away');
    return face;
  },
  click: (x, y) => page.mouse.click(x, y),
});

describe.each<Structure>(['gmail', 'redmine'])('chaos on a page like %s, in Firefox', (structure) => {
  it(
    `ends with exactly the right rows and every rating once (CHAOS_SEED=${SEED})`,
    async () => {
      const page = await play.firefox.browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const isPage = request.isNavigationRequest() && request.url().startsWith(new URL(ADDRESS[structure]).origin);
        const body = isPage ? chaosPage(structure, SEED) : '';
        const answer = { status: isPage ? 200 : 404, contentType: 'text/html; charset=utf-8', body };
        void request.respond(answer).catch(() => {});
      });
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

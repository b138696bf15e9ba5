import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redmine } from '../../extension/sites/redmine.ts';
import { personAt, TEAM } from '../stack/acme.ts';
import {
  type Driven,
  driveBrowser,
  rateByKeys,
  rowSays,
  signIn,
  signInToPages,
  theRow,
  until,
} from '../stack/harness.ts';
import { openThread, scoresIn, stage } from './stage.ts';

const play = stage({ history: true });
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with a page, one line each. */
async function faults(page: Page): Promise<string[]> {
  // Not a script element: the pages' own policy would refuse it.
  const found: unknown = await page.evaluate(
    `${AXE}; axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ' ' + node.target.join(' '))))`,
  );
  if (!Array.isArray(found)) throw new Error('axe said nothing');
  return found.map(String);
}

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [
    { width: 1200, height: 800 },
    { width: 360, height: 740 },
  ].map((viewport) => ({ colorScheme, viewport })),
);

describe.each(['en-GB', 'vi-VN'])('in %s, light and dark, wide and on a phone, axe-core finds nothing', (locale) => {
  let browser: Driven;
  let page: Page;

  beforeAll(async () => {
    browser = await play.browser({ locale });
    page = await browser.context.newPage();
  });
  afterAll(() => browser.close());

  async function expectNoFaults(on: Page) {
    for (const { colorScheme, viewport } of LOOKS) {
      await on.emulateMedia({ colorScheme });
      await on.setViewportSize(viewport);
      expect(await faults(on), `${colorScheme} ${viewport.width}`).toEqual([]);
      const overflow = await on.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, 'nothing to scroll sideways').toBeLessThanOrEqual(0);
    }
  }

  it('on the page for people who are not signed in', async () => {
    await page.goto(play.stack.origin);
    expect(await page.locator('h1').count()).toBe(1);
    await expectNoFaults(page);
  });

  it('on the identity provider’s page', async () => {
    await page.goto(`${play.stack.origin}/auth/sign-in`);
    await page.locator('button[value="acme-an"]').waitFor();
    await expectNoFaults(page);
  });

  it('in the popup and on the options page of somebody who is not signed in', async () => {
    for (const name of ['popup.html', 'options.html'] as const) {
      const own = await browser.open(name);
      await own.getByRole('button').first().waitFor();
      await expectNoFaults(own);
      await own.close();
    }
  });

  it('on the pages of somebody who is', async () => {
    await signInToPages(page, play.stack.origin, 'acme-an');
    for (const path of [
      '/',
      `/teams/${TEAM.it}`,
      `/teams/${TEAM.legal}`,
      `/teams/${TEAM.rnd}`,
      '/promise',
      '/auth/signed-out',
      '/no-such-page',
    ]) {
      await page.goto(`${play.stack.origin}${path}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
      await expectNoFaults(page);
    }
  });

  it('on the pages of an administrator, a refused description included', async () => {
    const own = await driveBrowser({ locale });
    const admin = await own.context.newPage();
    await signInToPages(admin, play.stack.origin, personAt('admin@acme.test').subject);
    for (const path of ['/admin/sites', '/admin/sites/gmail']) {
      await admin.goto(`${play.stack.origin}${path}`);
      await expectNoFaults(admin);
    }
    await troubleWithSites();
    await admin.goto(`${play.stack.origin}/admin/sites`);
    for (const shown of ['.refused', '.faults', '.under', 'form[action="/admin/sites/glpi/on"]', '#wished'])
      expect(await admin.locator(shown).count(), shown).toBeGreaterThan(0);
    await expectNoFaults(admin);
    for (const id of ['redmine', 'glpi', 'zendesk']) {
      await admin.goto(`${play.stack.origin}/admin/sites/${id}`);
      for (const summary of await admin.locator('summary').all()) await summary.click();
      await expectNoFaults(admin);
    }
    await admin.goto(`${play.stack.origin}/admin/sites/gmail`);
    await admin.getByRole('textbox').fill('{"version": 2}');
    await admin.locator('.publish button').click();
    await admin.getByRole('alert').waitFor();
    await expectNoFaults(admin);
    await own.close();
  });

  it('and with letters twice as large as usual nothing has to be scrolled sideways', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    for (const path of ['/', `/teams/${TEAM.it}`, `/teams/${TEAM.legal}`, '/promise', '/auth/signed-out']) {
      await page.goto(`${play.stack.origin}${path}`);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
      for (const { viewport } of LOOKS) {
        await page.setViewportSize(viewport);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${path} ${viewport.width}`).toBeLessThanOrEqual(0);
      }
    }
    await cdp.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
    await cdp.detach();
  });

  it('and on paper a share has its formula beside it', async () => {
    await page.goto(`${play.stack.origin}/teams/${TEAM.it}`);
    const formula = page.locator('.how li').first();
    expect(await formula.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await formula.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });

  it('in the popup and on the options page after sign-in', async () => {
    await signIn(browser, 'acme-an');
    for (const name of ['popup.html', 'options.html'] as const) {
      const own = await browser.open(name);
      await own
        .getByRole('button', { name: /sign out|đăng xuất/i })
        .first()
        .waitFor();
      await expectNoFaults(own);
      await own.close();
    }
  });
});

/** All that the administrators' pages of the sites may have to show: faults, wishes, bad rows, one published and one off. */
async function troubleWithSites(): Promise<void> {
  const db = play.stack.db();
  const hour = Math.floor(Date.now() / 3_600_000);
  await db.batch([
    db
      .prepare(
        "INSERT OR REPLACE INTO site_health VALUES (?1, 'zendesk', 1, 'author', 37), (?1, 'zendesk', 1, 'recipients', 1)",
      )
      .bind(hour),
    db.prepare("INSERT OR REPLACE INTO site(id, off, changed) VALUES ('glpi', 1, 1)"),
    db
      .prepare("INSERT OR REPLACE INTO site(id, version, description, changed) VALUES ('redmine', 2, ?1, 1)")
      .bind(JSON.stringify(redmine)),
    db.prepare(
      "INSERT OR REPLACE INTO site_origin(origin, site) VALUES ('https://a-rather-long-name-of-a-server.departments.acme.test', 'fax')",
    ),
    db
      .prepare(
        "INSERT OR REPLACE INTO site_wished(host, n, first, latest) VALUES ('a-rather-long-name-of-a-wiki.departments.acme.test', 5, ?1, ?1)",
      )
      .bind(hour * 3600),
  ]);
}

/** What stands in the live regions of a page, closed roots included, as a screen reader is given it. */
async function announced(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const wordsOf = (id: string): string => {
    const node = byId.get(id);
    if (!node) return '';
    if (node.role?.value === 'StaticText') return String(node.name?.value ?? '');
    return (node.childIds ?? []).map(wordsOf).join('');
  };
  return nodes
    .filter((node) => node.role?.value === 'status')
    .map((node) => wordsOf(node.nodeId))
    .join();
}

describe('the row, as a screen reader meets it', () => {
  let browser: Driven;
  beforeAll(async () => {
    browser = await play.browserOf('an@acme.test');
  });

  it('is a group of five named radios, none of them chosen', async () => {
    const page = await openThread(browser, play.stack, 't-advance');
    const row = await theRow(page);
    expect(row.name).toBe('How was Finance’s answer?');
    expect(row.faces.map((face) => face.name)).toEqual(['Very poor', 'Poor', 'OK', 'Good', 'Very good']);
    expect(row.faces.some((face) => face.checked)).toBe(false);
  });

  it('is rated by keyboard alone: Tab leads in, arrows move, Space rates, and the choice is announced', async () => {
    const before = (await scoresIn(play.stack)).length;
    const page = await openThread(browser, play.stack, 't-advance');
    await theRow(page);
    await page.locator('.thread .mail-head a').last().focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('hearback-rating');
    // Arrows look, they do not rate.
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('hearback-rating').getAttribute('data-state')).toBe('idle');
    await rateByKeys(page, 4);
    await rowSays(page, 'saved');
    await until('the live region to say so', async () => (await announced(page)).includes('Good · saved'));
    await until('the rating', async () => (await scoresIn(play.stack)).length === before + 1);
    expect((await scoresIn(play.stack)).at(-1)).toBe(4);
    expect((await theRow(page)).faces.map((face) => face.checked)).toEqual([false, false, false, true, false]);
    // The next Tab leaves the row: it is one stop.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('hearback-rating');
  });
});

// What a company's own servers share with others: two tools on one origin, and a tool whose accounts have the form of a public one's.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { jsmPortal } from '../../extension/sites/jsm-portal.ts';
import type { AccountKind } from '../../shared/words.ts';
import { TEAM } from '../stack/acme.ts';
import { clickFace, considered, type Driven, rowSays, rowsOf, theRow, until } from '../stack/harness.ts';
import { scoresIn, stage } from './stage.ts';
import { background } from './toolbar.ts';

const JIRA = 'http://127.0.0.1:18091';
const GITHUB = 'http://127.0.0.1:18092';
const play = stage({
  sites: [
    { origin: JIRA, site: 'jira-server' },
    { origin: JIRA, site: 'jsm-portal' },
    { origin: GITHUB, site: 'github' },
  ],
});
const html = (name: string) => readFileSync(new URL(`../pages/${name}.html`, import.meta.url), 'utf8');

/** The company lists an account. */
const list = (kind: AccountKind, id: string, team: number) =>
  play.stack.db().prepare('INSERT INTO account(kind, id, team) VALUES (?1, ?2, ?3)').bind(kind, id, team).run();

let browser: Driven;
beforeAll(async () => {
  await list('github', '127.0.0.1:18092/bich-acme', TEAM.it);
  await list('github', 'hoang-acme', TEAM.hr);
  browser = await play.browserOf('an@acme.test');
});

/** Opens a page under the address of a server of the company's own. */
async function open(address: string, text: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.route(`${new URL(address).origin}/**`, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: text })
      : route.fulfill({ status: 404 }),
  );
  await page.goto(address);
  return page;
}

describe('Jira and its customers’ portal on one origin', () => {
  it('are each read by their own description, and rated', async () => {
    const issue = await open(`${JIRA}/browse/OPS-518`, html('jira-server'));
    await theRow(issue, 'IT');
    const request = await open(`${JIRA}/servicedesk/customer/portal/3/OPS-1042`, html('jsm-portal'));
    await theRow(request, 'Human Resources');
    await clickFace(request, 4, 'Human Resources');
    await rowSays(request, 'saved');
    await issue.bringToFront();
    await clickFace(issue, 2, 'IT');
    await rowSays(issue, 'saved');
    expect(await scoresIn(play.stack)).toEqual([4, 2]);
    for (const page of [issue, request]) await page.close();
  });

  it('have nothing elsewhere on it', async () => {
    const other = await open(`${JIRA}/plugins/servlet/oauth/OPS-518`, html('jira-server'));
    const issue = await open(`${JIRA}/browse/OPS-519`, html('jira-server'));
    await theRow(issue, 'IT');
    expect(await rowsOf(other)).toEqual([]);
    for (const page of [other, issue]) await page.close();
  });
});

describe('a portal that moved to another path', () => {
  const NEW = `${JIRA}/helpcenter/portal/3/OPS-1042`;
  const strike = async () =>
    (await background(browser)).evaluate(() => chrome.alarms.create('news', { when: Date.now() }));

  it('has rows there as soon as a newer description says so, and where it was the old one still reads', async () => {
    const before = await open(NEW, html('jsm-portal'));
    const control = await open(`${JIRA}/servicedesk/customer/portal/3/OPS-1043`, html('jsm-portal'));
    await theRow(control, 'Human Resources');
    expect(await rowsOf(before)).toEqual([]);
    for (const page of [before, control]) await page.close();

    const moved = JSON.stringify(jsmPortal).replaceAll('customer/portal/', 'helpcenter/portal/');
    const newer = { ...JSON.parse(moved), paths: ['/helpcenter/'] };
    await play.stack
      .db()
      .prepare("INSERT INTO site(id, version, description, changed) VALUES ('jsm-portal', 2, ?1, 1)")
      .bind(JSON.stringify(newer))
      .run();
    await strike();
    const request = await until('the row where it stands now', async () => {
      const page = await open(NEW, html('jsm-portal'));
      const found = await theRow(page, 'Human Resources').catch(() => null);
      if (found) return page;
      await page.close();
      return null;
    });
    await clickFace(request, 3, 'Human Resources');
    await rowSays(request, 'saved');
    const old = await open(`${JIRA}/servicedesk/customer/portal/3/OPS-1044`, html('jsm-portal'));
    await theRow(old, 'Human Resources');
    const issue = await open(`${JIRA}/browse/OPS-520`, html('jira-server'));
    await theRow(issue, 'IT');
    for (const page of [request, old, issue]) await page.close();
  });
});

describe('GitHub on a server of the company’s own', () => {
  it('has rows for its own logins, not for those that the company listed for github.com', async () => {
    const page = await open(`${GITHUB}/acme/helpdesk/issues/7`, html('github-issue'));
    await theRow(page, 'IT');
    expect(await rowsOf(page)).toHaveLength(1);
    await page.close();

    const stranger = await open(
      `${GITHUB}/acme/helpdesk/issues/8`,
      html('github-issue').replaceAll('bich-acme', 'hoang-acme'),
    );
    await considered(browser, stranger, '127.0.0.1:18092/acme/helpdesk/8');
    expect(await rowsOf(stranger)).toEqual([]);
    await stranger.close();
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { personAt, TEAM } from '../stack/acme.ts';
import { clickFace, considered, type Driven, rowSays, rowsOf, theRow, until } from '../stack/harness.ts';
import { root } from '../stack/worker.ts';
import { newestScore, stage } from './stage.ts';

const OURS = 'https://acme.service-now.com';
const play = stage({ sites: [{ origin: OURS, site: 'servicenow' }] });
let browser: Driven;

beforeAll(async () => {
  browser = await play.browserOf('an@acme.test');
});

const own = (name: string) => readFileSync(join(root, 'test/pages', name), 'utf8');

/** Messages of real pages, retyped, beside the project; where they are not there, its own pages alone must do. */
const retyped = (name: string): string | null => {
  const path = join(root, '../shared/pages', name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
};

/** Answers for a whole site, under its real address; nothing leaves the machine. */
async function serve(context: BrowserContext, site: string, page: string, answers: Record<string, unknown> = {}) {
  await context.unroute(`${site}/**`);
  await context.route(`${site}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const json = answers[pathname];
    if (json !== undefined) return route.fulfill({ json });
    const isPage = route.request().resourceType() === 'document';
    return isPage
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: page })
      : route.fulfill({ status: 404 });
  });
}

async function visit(address: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(address);
  return page;
}

describe('Gmail, under its own address', () => {
  const site = 'https://mail.google.com';

  it('has a row under the newest answer of each team, and a click is saved', async () => {
    await serve(browser.context, site, own('gmail.html'));
    const page = await visit(`${site}/mail/u/0/#inbox/FMfcgzQabc`);
    await theRow(page, 'IT');
    await theRow(page, 'Human Resources');
    expect(await rowsOf(page)).toHaveLength(2);
    expect(await page.locator('[data-legacy-message-id="19a8c00000000004"] .ii.gt + hearback-rating').count()).toBe(1);
    await clickFace(page, 4, 'IT');
    await rowSays(page, 'saved');
    expect(await newestScore(play.stack, TEAM.it)).toBe(4);
    await page.close();
  });

  it('has none for senders and bodies that imitate a team, for broadcasts, robots, colleagues and outsiders', async () => {
    await serve(browser.context, site, own('gmail-hostile.html'));
    const page = await visit(`${site}/mail/u/0/#inbox/FMfcgzQevil`);
    await considered(browser, page, '19a8c00000000002');
    expect((await rowsOf(page)).map((row) => row.name)).toEqual([]);
    await page.close();
  });

  const other = retyped('gmail-2.html');
  it.runIf(other)('works on a conversation retyped from a real page too', async () => {
    const page = (other ?? '')
      .replaceAll('jane.doe@example.com', 'an@acme.test')
      .replaceAll('alex.rivera@example.com', 'finance@acme.test');
    await serve(browser.context, site, page);
    const tab = await visit(`${site}/mail/u/0/#inbox/FMfcgzQretyped`);
    await clickFace(tab, 5, 'Finance');
    await rowSays(tab, 'saved');
    expect(await newestScore(play.stack, TEAM.finance)).toBe(5);
    await tab.close();
  });
});

describe('Jira Cloud, under its own address', () => {
  const site = 'https://acme.atlassian.net';

  it('knows authors by the site’s own answers and has a row for each other team that answered', async () => {
    await serve(browser.context, site, own('jira-cloud.html'), JSON.parse(own('jira-cloud.answers.json')));
    const page = await visit(`${site}/browse/OPS-518`);
    await theRow(page, 'IT');
    await theRow(page, 'Finance');
    expect(await rowsOf(page)).toHaveLength(2);
    await clickFace(page, 2, 'IT');
    await rowSays(page, 'saved');
    await until('the rating of the issue', async () => (await newestScore(play.stack, TEAM.it)) === 2);
    await page.close();
  });

  it('has no row where the site does not tell whose the comments are', async () => {
    await serve(browser.context, site, own('jira-cloud.html'));
    const page = await visit(`${site}/browse/OPS-519`);
    await considered(browser, page, 'OPS-519');
    expect(await rowsOf(page)).toEqual([]);
    await page.close();
  });

  const other = retyped('jira-cloud-1.html');
  it.runIf(other)('works on an issue retyped from a real page too', async () => {
    const account = (email: string) => ({ accountId: personAt(email).jira });
    const comment = (id: string, email: string, hour: string) => ({
      id,
      author: account(email),
      created: `2026-11-16T${hour}:00:00.000+0700`,
    });
    await serve(browser.context, site, other ?? '', {
      '/rest/api/3/issue/ABC-123/comment': {
        comments: [
          comment('93851', 'an@acme.test', '08'),
          comment('93853', 'hr@acme.test', '09'),
          comment('93856', 'hr@acme.test', '10'),
        ],
      },
      '/rest/api/3/issue/ABC-123': {
        fields: { reporter: account('an@acme.test'), created: '2026-11-16T07:00:00.000+0700' },
      },
      '/rest/api/3/myself': account('an@acme.test'),
    });
    const page = await visit(`${site}/browse/ABC-123`);
    await clickFace(page, 3, 'Human Resources');
    await rowSays(page, 'saved');
    expect(await newestScore(play.stack, TEAM.hr)).toBe(3);
    await page.close();
  });
});

describe('ServiceNow, where every company has a host of its own', () => {
  const RECORD = '9c573169c611228700193229fff72400';
  const incident = async (site: string) => {
    await serve(browser.context, site, own('servicenow.html'));
    return visit(`${site}/incident.do?sys_id=${RECORD}`);
  };

  it('has no row for namesakes, and asks nothing, at a client of the company; but on the host that it listed', async () => {
    const client = 'https://client.service-now.com';
    const theirs = await incident(client);
    await considered(browser, theirs, `${new URL(client).host}/${RECORD}`);
    expect(await theirs.locator('hearback-rating').count()).toBe(0);

    const ours = await incident(OURS);
    await theRow(ours, 'IT');
    await theRow(ours, 'Human Resources');
    await rowSays(ours, 'ask');
    expect(await theirs.locator('hearback-rating').count()).toBe(0);
    await theirs.close();
    await ours.close();
  });
});

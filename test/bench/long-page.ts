// The longest that the page has to wait for us: a conversation of a thousand open messages, from its opening on, as more arrive,
// and as a face is pressed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { gmail as bundledGmail } from '../../extension/sites/gmail.ts';
import type { SiteDescription } from '../../shared/sites/description.ts';
import type { Score } from '../../shared/words.ts';
import { personAt } from '../stack/acme.ts';
import { driveBrowser, inSight, middleOfFace, signIn, theRow, until, useServer } from '../stack/harness.ts';
import { startStack } from '../stack/stack.ts';
import { message } from './busy-page.ts';
import { type Figure, median, type Section } from './figure.ts';
import { buildProduction, PRODUCTION } from './sizes.ts';
import { asks, longestTask, stands, trace } from './trace.ts';

const MESSAGES = 1000;
const ARRIVALS = 3;
const ROUNDS = 3;
/** Every third is the reader's own, but not what arrives. */
const isOwn = (number: number) => number < MESSAGES && number % 3 === 0;
const [AN, BICH] = ['an@acme.test', 'bich@acme.test'].map((email) => personAt(email).jira ?? '');

interface LongPage {
  what: string;
  address: string;
  /** All of a page but its messages, and the message of a number. */
  around: (messages: string) => string;
  message: (number: number) => string;
  /** The last message of the list, with its row. */
  row: string;
  /** The company's server has a newer description than the extension. */
  newer?: SiteDescription;
}

const gmail: LongPage = {
  what: 'Gmail',
  address: 'https://mail.google.com/mail/u/0/',
  around: (messages) =>
    `<title>Inbox - an@acme.test - Acme Mail</title><div role="main"><h2 data-legacy-thread-id="18b3d5a1c0de0001">Scanner</h2><div id="list">${messages}</div></div>`,
  message: (number) => message(number, isOwn(number) ? 'an@acme.test' : 'it-help@acme.test', 'an@acme.test'),
  row: '#list > :last-child hearback-rating',
};

/** Both descriptions read then. The newer one's row stands within what is the body to the other. */
const newerGmail: LongPage = {
  ...gmail,
  what: 'Gmail by a newer description',
  row: '#list > :last-child .ii hearback-rating',
  newer: {
    ...bundledGmail,
    bodies: '.a3s',
    messages: bundledGmail.messages.map((described) => ({ ...described, body: '.a3s' })),
  },
};

const jira: LongPage = {
  what: 'Jira Cloud',
  address: 'https://acme.atlassian.net/browse/OPS-518',
  around: (messages) =>
    `<title>OPS-518</title><main><div data-testid="issue.activity.comments-list"><ul id="list">${messages}</ul></div></main>`,
  message: (number) =>
    `<li><span data-testid="comment-base-item-${number}"><div><h3>Somebody</h3><div data-testid="issue-comment-base.ui.comment.ak-comment.${number}-body"><div class="ak-renderer-document"><p>The scanner sends again, said for the ${number}th time.</p></div></div></div></span></li>`,
  row: '#list > :last-child hearback-rating',
};

/** What Jira's own API tells: at most a hundred comments at once, the newest first. */
function answerOf(path: string): object | null {
  const comment = (number: number) => ({
    id: String(number),
    author: { accountId: isOwn(number) ? AN : BICH },
    created: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
  });
  const total = MESSAGES + ARRIVALS;
  if (path.endsWith('/comment')) return { comments: Array.from({ length: 100 }, (_, at) => comment(total - at)) };
  if (path.endsWith('/myself')) return { accountId: AN };
  return path.includes('/rest/')
    ? { fields: { reporter: { accountId: AN }, created: '2025-12-31T00:00:00.000Z' } }
    : null;
}

interface Longest {
  opening: number;
  /** By a mouse that rests on the face first, as a hand does. */
  pressing: number;
  /** By a mouse that comes and presses in one. */
  atOnce: number;
  /** By a finger. */
  tapping: number;
}
const REST_MS = 600;
/** Between down and up. */
const PRESS_MS = 80;

/** Ms of processor time that our longest task took, until the row stands and at presses of its faces. */
async function longestOn(page: Page, { address, row }: LongPage): Promise<Longest> {
  const cdp = await page.context().newCDPSession(page);
  const opening = await trace(cdp, async () => {
    await page.goto(address);
    await stands(cdp, row);
    for (let arrival = 0; arrival < ARRIVALS; arrival += 1) {
      await asks(cdp, 'arrive()');
      await stands(cdp, row);
    }
  });
  await page.evaluate(() => document.querySelector('hearback-rating')?.scrollIntoView({ block: 'center' }));
  /** The first look of all, with nothing compiled yet, is that of the first press. */
  const press = async (score: Score, how: (x: number, y: number) => Promise<unknown>) => {
    const { x, y } = await middleOfFace(page, score);
    await page.mouse.move(0, 0);
    await inSight(page);
    const events = await trace(cdp, () => how(x, y));
    await until('the rating', async () => (await theRow(page)).faces[score - 1]?.checked);
    return longestTask(events);
  };
  const touch = (type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  return {
    opening: longestTask(opening),
    pressing: await press(4, async (x, y) => {
      await page.mouse.move(x, y);
      await wait(REST_MS);
      await page.mouse.down();
      await wait(PRESS_MS);
      await page.mouse.up();
      await wait(REST_MS);
    }),
    atOnce: await press(2, async (x, y) => {
      await page.mouse.click(x, y);
      await wait(REST_MS);
    }),
    tapping: await press(5, async (x, y) => {
      await touch('touchStart', [{ x, y }]);
      await wait(PRESS_MS);
      await touch('touchEnd', []);
      await wait(REST_MS);
    }),
  };
}

/** Three times, in a browser of its own. */
async function measure(long: LongPage): Promise<Figure[]> {
  const state = mkdtempSync(join(tmpdir(), 'hearback-bench-'));
  const stack = await startStack({ state, history: false });
  const driven = await driveBrowser({ extension: PRODUCTION });
  const values: Longest[] = [];
  try {
    if (long.newer) {
      await stack
        .db()
        .prepare('INSERT INTO site(id, version, description, off, changed) VALUES (?1, 2, ?2, 0, 1)')
        .bind(long.newer.id, JSON.stringify(long.newer))
        .run();
    }
    await useServer(driven, stack.origin);
    await signIn(driven, personAt('an@acme.test').subject);
    const numbers = (length: number, first: number) => Array.from({ length }, (_, at) => long.message(first + at));
    // Under the layer that notices appear in, of which everything is let through.
    const html = `<!doctype html><meta charset="utf-8"><div style="position: fixed; inset: 0; z-index: 9; pointer-events: none"></div>${long.around(numbers(MESSAGES, 1).join(''))}<script>
      const arrivals = ${JSON.stringify(numbers(ARRIVALS, MESSAGES + 1))};
      const arrive = () => document.getElementById('list').insertAdjacentHTML('beforeend', arrivals.shift());
    </script>`;
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await driven.context.newPage();
      await page.route(/^https:/, (route) => {
        const answer = answerOf(new URL(route.request().url()).pathname);
        return answer ? route.fulfill({ json: answer }) : route.fulfill({ contentType: 'text/html', body: html });
      });
      values.push(await longestOn(page, long));
      await page.close();
    }
  } finally {
    await driven.close();
    await stack.stop();
    rmSync(state, { recursive: true, force: true });
  }
  const figure = (what: string, of: keyof Longest): Figure => ({
    what,
    value: median(values.map((one) => one[of])),
    unit: 'ms',
    budget: { most: 50, of: 'value' },
    gate: false,
  });
  return [
    figure(`our longest task, ${long.what}`, 'opening'),
    figure('  as a face is pressed', 'pressing'),
    figure('  ... by a mouse that comes and presses in one', 'atOnce'),
    figure('  ... by a finger', 'tapping'),
  ];
}

export async function longPages(): Promise<Section> {
  await buildProduction();
  const figures: Figure[] = [];
  for (const long of [gmail, newerGmail, jira]) figures.push(...(await measure(long)));
  return {
    title: `A conversation of ${MESSAGES} open messages, as it opens and ${ARRIVALS} more arrive, and at a press (median)`,
    figures,
  };
}

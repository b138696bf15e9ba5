// Sets the stage of a test file: a stack of its own on free ports, and browsers in which somebody of Acme is signed in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { SetSite } from '../../shared/words.ts';
import { personAt } from '../stack/acme.ts';
import { type BrowserOptions, type Driven, driveBrowser, signIn, until, useServer } from '../stack/harness.ts';
import { type Stack, startStack } from '../stack/stack.ts';

export interface Stage {
  readonly stack: Stack;
  /** A browser whose extension knows the server, with nobody signed in. */
  browser(options?: BrowserOptions): Promise<Driven>;
  /** The same with somebody signed in to the extension. */
  browserOf(email: string, options?: BrowserOptions): Promise<Driven>;
}

/**
 * Call at the top of a test file. `history`: with the half year of ratings; without it the database holds the company only.
 * `sites`: the company's own servers. `redirects`: where else sign-in may return to.
 */
export function stage({ history = false, sites = [], redirects = [] }: Setting = {}): Stage {
  const state = mkdtempSync(join(tmpdir(), 'hearback-stack-'));
  const open = new Set<Driven>();
  let stack: Stack | null = null;

  beforeAll(async () => {
    stack = await startStack({ state, history, sites, redirects });
  });
  afterAll(async () => {
    for (const driven of open) await driven.close().catch(() => {});
    await stack?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  const running = () => {
    if (!stack) throw new Error('the stack is not running');
    return stack;
  };
  const browser = async (options?: BrowserOptions) => {
    const driven = await driveBrowser(options);
    open.add(driven);
    // A policy has told it already.
    if (!options?.installed) await useServer(driven, running().origin);
    return driven;
  };
  return {
    get stack() {
      return running();
    },
    browser,
    browserOf: async (email, options) => {
      const driven = await browser(options);
      await signIn(driven, personAt(email).subject);
      return driven;
    },
  };
}

interface Setting {
  history?: boolean;
  sites?: readonly SetSite[];
  redirects?: readonly string[];
}

/** Opens a conversation of the sample webmail. */
export async function openThread(driven: Driven, stack: Stack, thread: string, as = 'an@acme.test'): Promise<Page> {
  const page = await driven.context.newPage();
  await page.goto(`${stack.sample}/?as=${as}#${thread}`);
  await page.locator(`section.thread[data-thread="${thread}"] .mail-body`).first().waitFor();
  return page;
}

/** The scores that the database holds, in the order in which they came; withdrawn ones are null. */
export async function scoresIn(stack: Stack): Promise<(number | null)[]> {
  const { results } = await stack.db().prepare('SELECT score FROM rating ORDER BY id').all<{ score: number | null }>();
  return results.map((row) => row.score);
}

/** The score of the newest rating of a team, once there is one. */
export const newestScore = (stack: Stack, team: number): Promise<number> =>
  until(`a rating of team ${team}`, async () => {
    const newest = 'SELECT score FROM rating WHERE team = ?1 ORDER BY id DESC';
    return (await stack.db().prepare(newest).bind(team).first<{ score: number }>())?.score;
  });

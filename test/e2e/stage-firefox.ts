// Sets the stage of a test file in Firefox: a stack of its own, and the browser with the extension, in which An is signed in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { SetSite } from '../../shared/words.ts';
import { personAt } from '../stack/acme.ts';
import { type DrivenFirefox, driveFirefox, signIn, useServer } from '../stack/firefox.ts';
import { type Stack, startStack } from '../stack/stack.ts';

export interface StageInFirefox {
  readonly stack: Stack;
  readonly firefox: DrivenFirefox;
}

interface Setting {
  /** The company's own servers. */
  sites?: readonly SetSite[];
  /** Of the browser's profile. */
  preferences?: Record<string, unknown>;
  /** Leaves it to the test to name the server and to sign in. */
  signedIn?: boolean;
}

/** Call at the top of a test file. */
export function stageInFirefox({ sites = [], preferences = {}, signedIn = true }: Setting = {}): StageInFirefox {
  const state = mkdtempSync(join(tmpdir(), 'hearback-firefox-'));
  let stack: Stack | null = null;
  let firefox: DrivenFirefox | null = null;

  beforeAll(async () => {
    stack = await startStack({ state, history: false, sites });
    firefox = await driveFirefox(preferences);
    if (!signedIn) return;
    await useServer(firefox, stack.origin);
    await signIn(firefox, personAt('an@acme.test').subject);
  });
  afterAll(async () => {
    await firefox?.close();
    await stack?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  return {
    get stack() {
      if (!stack) throw new Error('the stack is not running');
      return stack;
    },
    get firefox() {
      if (!firefox) throw new Error('Firefox is not running');
      return firefox;
    },
  };
}

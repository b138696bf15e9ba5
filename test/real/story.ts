// Hands the story of tickets.ts to a script inside a real server, and takes back which numbers it got there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { PASSWORD } from './dovecot.ts';
import type { Server } from './servers.ts';
import { people, tickets } from './tickets.ts';

const number = v.pipe(v.number(), v.integer());
const Numbers = v.object({
  people: v.object({ an: number, bich: number, hr: number, desk: number, fake: number }),
  tickets: v.object({ vpn: number, screen: number, starter: number, full: number, alone: number }),
});

/** The numbers of each person's account and of each ticket on a server. */
export type Numbers = v.InferOutput<typeof Numbers>;

export interface TicketServer extends Server {
  url: string;
  numbers: Numbers;
}

/** @returns the path of the file */
export function writeStory(folder: string): string {
  const path = join(folder, 'story.json');
  writeFileSync(path, JSON.stringify({ password: PASSWORD, people, tickets }));
  return path;
}

export const readNumbers = (path: string): Numbers => v.parse(Numbers, JSON.parse(readFileSync(path, 'utf8')));

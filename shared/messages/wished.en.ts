// What the administrators’ page says of hosts that people asked to be recognised, in English.

import { english } from './counting.ts';

const { count, inWords } = english;

export const wishedEn = {
  title: 'Asked for',
  read: (k: number) =>
    `Hosts that people wish to be recognised. Each is listed at a tick, once ${inWords(k)} people have asked for it, and goes when its server is set up. By then nothing is kept of who asked.`,
  host: 'Host',
  requests: 'Requests',
  n: (n: number) => count(n, 'request', 'requests'),
  since: 'Since',
  sinceDay: (day: string) => `since ${day}`,
};

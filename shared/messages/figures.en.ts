// What the pages say of figures, in English: their words, charts and tables, and how they are made.
import { english } from './counting.ts';

const { count, inWords } = english;
const people = (n: number) => `${inWords(n)} ${n === 1 ? 'person' : 'people'}`;

export const figuresEn = {
  scores: { 1: 'Very poor', 2: 'Poor', 3: 'OK', 4: 'Good', 5: 'Very good' },
  waits: { '1h': 'under 1 hour', '4h': '1 to 4 hours', '1d': '4 hours to 1 day', '3d': '1 to 3 days', more: 'longer' },
  aspects: {
    reliability: { name: 'Reliability', hint: 'does what it says' },
    responsiveness: { name: 'Responsiveness', hint: 'answers in time' },
    assurance: { name: 'Assurance', hint: 'knows what it does' },
    empathy: { name: 'Empathy', hint: 'understands my work' },
    ease: { name: 'Ease', hint: 'easy to get help' },
  },
  reasons: {
    took_too_long: 'Took too long',
    had_to_ask_again: 'Had to ask again',
    did_not_solve_it: 'Did not solve it',
    hard_to_understand: 'Hard to understand',
    felt_brushed_off: 'Felt brushed off',
    solved_it: 'Solved it',
    fast: 'Fast',
    clear: 'Clear',
    friendly: 'Friendly',
    went_further: 'Went further',
  },

  figure: {
    voices: (n: number) => count(n, 'voice', 'voices'),
    interval: (low: string, high: string) => `${low} to ${high}`,
    spoken: (share: string, low: string, high: string, n: number) =>
      `${share}, 95% interval ${low} to ${high}, ${count(n, 'voice', 'voices')}`,
    few: 'too few to say',
    waiting: 'waiting for more voices',
    lastRelease: (day: string, n: number) => `last release: ${day}, ${count(n, 'person', 'people')}`,
    lastReleaseVoices: (day: string, n: number) => `last release: ${day}, ${count(n, 'voice', 'voices')}`,
    company: 'of voices say Good or Very good.',
    team: 'of its internal customers’ voices say Good or Very good.',
    chance: (low: string, high: string, n: number) =>
      `Allowing for chance, the share very likely lies between ${low} and ${high} (95% interval, from ${count(n, 'voice', 'voices')}).`,
    fewTitle: (n: number) => `${count(n, 'voice', 'voices')}: too few to say`,
    fewText: (few: number) =>
      `Under ${inWords(few)} voices a percentage would say more than is known. The scores themselves are shown.`,
    halves: (now: string, before: string, change: string) =>
      `In the last 13 weeks it was ${now}, in the 13 before ${before}: ${change}.`,
    place: (from: string, to: string, of: string) =>
      from === to ? `Place ${from} of ${of} teams.` : `Place ${from} to ${to} of ${of} teams.`,
    change: { risen: 'a real rise', fallen: 'a real fall', none: 'too close to call' },
  },

  trend: {
    title: 'Six months',
    steps: { 1: 'week', 2: 'fortnight', 4: 'four weeks', 13: 'quarter' },
    caption: (step: string) => `Share satisfied by ${step}. The band is the 95% interval of each.`,
    read: (step: string) =>
      `One point per ${step}, each the sum of its releases. Two points whose bands overlap may differ by chance alone.`,
    reference: 'The dotted line is the company.',
    hollow: 'A hollow point had too few voices for a share.',
    spoken: (step: string, first: string, last: string, from: string, to: string) =>
      `Share satisfied by ${step}: ${first} on ${from}, ${last} on ${to}`,
    sparkSpoken: (first: string, last: string) => `Trend: ${first} to ${last}`,
    short: 'A trend appears once two of its points have enough voices.',
    table: 'The same as a table',
    from: 'From',
  },

  table: {
    satisfied: 'Satisfied',
    interval: '95% interval',
    share: 'Share',
    voices: 'Voices',
    score: 'Score',
    place: 'Place',
    team: 'Team',
    group: 'Group',
    plot: 'Satisfied, with its 95% interval',
    people: 'People',
    placeRange: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    placeHead: (of: string) => `Place of ${of}`,
    risen: 'risen in 13 weeks',
    fallen: 'fallen in 13 weeks',
    voicesAfter: 'voices',
    peopleAfter: 'people',
    placeBefore: 'place',
  },

  how: {
    title: 'How these figures are made',
    voice: (k: number) =>
      `A release is published at fixed times, and only when at least ${people(k)} have rated the team since the one before. In it each person is one voice: the mean of what they gave, however often they rated.`,
    share: 'Share satisfied = voices that say Good or Very good, divided by all voices of the last 26 weeks.',
    interval: (deff: string) =>
      `Interval: Wilson, 95%, on the voices divided by ${deff} (the design effect: the same people speak more than once).`,
    order: 'Order: by an estimate that is pulled towards the company’s share when a team has few voices.',
    place:
      'Place: the range that the intervals of all teams leave open when all are to hold at once, at 95%; these are longer than the bars shown (Klein, Wright and Wieczorek 2020).',
    change:
      'Risen, fallen: the last 13 weeks against the 13 before, by Newcombe’s interval of a difference. For the whole company: at 95%.',
    changeTeams:
      'Teams are judged all together: of those said to have risen or fallen, at most one in ten is expected not to have (Benjamini and Hochberg).',
    few: (few: number) => `Under ${inWords(few)} voices: the count and the scores, no percentage.`,
    silent: 'No interval says anything about those who did not rate.',
  },
};

export type FiguresMessages = typeof figuresEn;

// What the pages say, in English: frame, overview and teams; the other surfaces have files of their own.
import { english } from './counting.ts';
import { figuresEn } from './figures.en.ts';
import { noticesEn } from './notices.en.ts';
import { promiseEn } from './promise.en.ts';
import { sitesEn } from './sites.en.ts';
import { wishedEn } from './wished.en.ts';

const { locale, count, inWords } = english;
const people = (n: number) => `${inWords(n)} ${n === 1 ? 'person' : 'people'}`;
const dates = (how: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' });
  return (ms: number) => format.format(ms);
};

export const pagesEn = {
  locale,
  title: (page: string) => `${page} · Hearback`,
  skip: 'Skip to the content',
  nav: 'Pages',
  languages: 'Language',
  overview: 'Overview',
  promiseLink: 'What we promise',
  signedInAs: (name: string) => `Signed in as ${name}.`,
  signOut: 'Sign out',
  footer: (k: number) =>
    `Only releases are shown. Each new one takes at least ${people(k)}, so no figure ever changes because of one.`,
  between: (from: string, to: string) => `${from} to ${to}`,
  /** Days as ms since 1970, UTC. */
  day: dates({ day: 'numeric', month: 'long' }),
  fullDay: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  today: 'today',
  yesterday: 'yesterday',

  ...figuresEn,

  home: {
    title: 'Service between our teams',
    whole: (company: string) => `${company} as a whole`,
    facts: { voices: 'Voices', teams: 'Teams with a figure', last: 'Last release', next: 'Next release' },
    teamsOf: (n: string, of: string) => `${n} of ${of}`,
    teams: 'Teams',
    teamsRead:
      'How satisfied their internal customers are. The dot is the share, the bar its interval; the dotted line is the company. A place is a range: it leaves open what chance leaves open.',
    groups: 'Groups',
    groupsRead: 'Each is the sum of its teams and of what was said of the group itself.',
    empty: {
      title: 'Nothing to see yet, and that is right',
      text: (k: number) =>
        `A team’s figures appear once ${people(k)} have rated it. Nobody, not even an admin, sees less than that.`,
      how: 'With the extension, five faces stand under each answer from another team. One click is all it takes.',
    },
  },

  team: {
    breadcrumb: 'Where it belongs',
    scores: 'Scores',
    scoresRead: (n: number) => `What ${count(n, 'voice', 'voices')} said, by score.`,
    scoresShares: 'Of all voices: share, 95% interval, count.',
    scoresCounts: 'How many voices gave each score.',
    waits: 'Waits',
    waitsRead: 'How long people waited for the answer they rated, where the page told; over all releases.',
    known: (n: string, of: string) => `Known for ${n} of ${of}.`,
    unreleased: 'too few to show',
    knownTimes: (n: string) => `Known ${n} times.`,
    aspects: 'Aspects',
    aspectsRead: 'One is asked per rating; over all releases.',
    aspect: 'Aspect',
    wait: 'Wait',
    reason: 'Reason',
    why: 'Why',
    whyRead: 'Reasons people picked, over all releases, the most frequent first.',
    whyLow: 'What went wrong',
    whyHigh: 'What went well',
    parts: (team: string) => `Teams of ${team}`,
    partsRead: 'The dot is the share, the bar its interval; the dotted line is the group as a whole.',
    waitingTitle: 'Waiting for more voices',
    waitingText: (k: number) =>
      `Its figures appear here with the first release for which at least ${people(k)} have rated it, all at once.`,
    waitingNobody: 'Until then nobody sees them, its lead included.',
    ratedAsTitle: (team: string, parent: string) => `${team} is rated as ${parent}`,
    ratedAsText: 'It has fewer than three people. A figure of its own would point at them.',
    ratedAsLink: (parent: string) => `Open ${parent}`,
    allTeams: 'All teams',
  },

  sites: sitesEn,
  wished: wishedEn,
  notices: noticesEn,
  promise: promiseEn,
};

export type PagesMessages = typeof pagesEn;

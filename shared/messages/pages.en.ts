// What the pages say, in English. The Vietnamese catalogue has the same shape (pages.vi.ts).
import { counting, inWords } from './counting.ts';
import { promiseEn } from './promise.en.ts';

const locale = 'en-GB';
const count = counting(locale);
const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const people = (n: number) => `${inWords(words, n)} ${n === 1 ? 'person' : 'people'}`;

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
    `Only releases are shown: each stands for at least ${people(k)}, so no figure ever changes because of one.`,
  between: (from: string, to: string) => `${from} to ${to}`,
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  today: 'today',
  yesterday: 'yesterday',

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
      `Allowing for chance, the share lies between ${low} and ${high} (95% interval, from ${count(n, 'voice', 'voices')}).`,
    fewTitle: (n: number) => `${count(n, 'voice', 'voices')}: too few to say`,
    fewText: (few: number) =>
      `Under ${inWords(words, few)} voices a percentage would say more than is known. The scores themselves are shown.`,
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
    read: (step: string, k: number) =>
      `One point per ${step}; each stands for at least ${people(k)}. Only where bands part is the difference real.`,
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
    risen: 'risen',
    fallen: 'fallen',
    voicesAfter: 'voices',
    peopleAfter: 'people',
    placeBefore: 'place',
  },

  home: {
    title: 'Service between our teams',
    whole: (company: string) => `${company} as a whole`,
    facts: { voices: 'Voices', teams: 'Teams with a figure', last: 'Last release', next: 'Next release' },
    teamsOf: (n: string, of: string) => `${n} of ${of}`,
    teams: 'Teams',
    teamsRead:
      'How satisfied their internal customers are. The dot is the share, the bar its interval; the dotted line is the company. Where bars overlap the order is open, so a place is a range.',
    groups: 'Groups',
    groupsRead: 'Each is the sum of its teams and of what was said of the group itself.',
    empty: {
      title: 'Nothing to see yet, and that is right',
      text: (k: number) =>
        `A team’s figures appear once ${people(k)} have rated it. Nobody, not even an admin, sees less than that.`,
      how: 'With the extension, five faces stand under each answer from another team. One click is all it takes.',
    },
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
      'Place: the range that all intervals together leave open, jointly at 95% (Klein, Wright and Wieczorek 2020).',
    change: 'Risen, fallen: Newcombe’s interval of the last 13 weeks against the 13 before, at 95%.',
    changeTeams: 'Over all teams at most one in ten of these words is expected to be wrong (Benjamini and Hochberg).',
    few: (few: number) => `Under ${inWords(words, few)} voices: the count and the scores, no percentage.`,
    silent: 'No interval says anything about those who did not rate.',
  },

  team: {
    breadcrumb: 'Where it belongs',
    scores: 'Scores',
    scoresRead: (n: number) => `What ${count(n, 'voice', 'voices')} said, by score.`,
    waits: 'Waits',
    waitsRead: 'How long people waited for the answer they rated, where the page told.',
    known: (n: string, of: string) => `Known for ${n} of ${of}.`,
    unreleased: 'too few to show',
    knownTimes: (n: string) => `Known ${n} times.`,
    aspects: 'Aspects',
    aspectsRead: 'One is asked per rating.',
    aspect: 'Aspect',
    wait: 'Wait',
    reason: 'Reason',
    why: 'Why',
    whyRead: 'Reasons people picked, the most frequent first.',
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

  sites: {
    title: 'Sites',
    lead: 'The mail and ticket tools that the extension reads, and how well it does.',
    reportsRead:
      'Reports are counted by the hour, over the last 24 hours: at most one a day from each browser, with the site, the version and what could not be read. Nothing says who sent one, or of which page. They go after 30 days.',
    site: 'Site',
    state: 'State',
    version: 'Version',
    switch: 'Switch',
    works: 'works',
    off: 'off',
    published: 'published here',
    onDay: (day: string, time: string) => `${day}, ${time}`,
    fault: (what: string, since: string, n: number) => `${what} since ${since}, ${count(n, 'report', 'reports')}`,
    fields: {
      root: 'conversation not found',
      conversation: 'conversation has no id',
      message: 'messages not found',
      id: 'messages have no id',
      author: 'author not found',
      body: 'text of the message not found',
      anchor: 'new messages are noticed late',
      selector: 'the newer description is not understood',
      fallback: 'the newer description finds less than the old one',
    },
    switchOff: 'Switch off',
    switchOn: 'Switch on',
    switchRead:
      'Off means that nobody in the company sees a row on this site. Browsers hear of it within an hour. Ratings that were given stay.',
    newer: 'A newer description',
    newerRead:
      'When the site changed its pages: browsers take the newer description by themselves, and go back to the one in the extension where the newer one finds nothing.',
    paste: (above: number) => `Description as JSON; its version must be greater than ${above}`,
    publish: 'Publish',
    inUse: (version: number) => `Version ${version} is published here`,
    withdraw: 'Withdraw',
    withdrawRead: 'Without it browsers go back to the description that came with the extension.',
    show: 'Show it',
    refused: 'Not published. Nothing has changed.',
    faultSays: {
      not_json: 'This is not JSON.',
      too_large: 'This is too large; a description has a few thousand characters.',
      selector: 'This selector cannot be understood.',
      site: 'This describes another site.',
      shape: (expected: string) => `Expected here: ${expected}`,
      version: (above: number) => `This must be greater than ${above}.`,
    },
  },

  notices: {
    signed_out: {
      title: 'Sign in to see your company’s figures',
      go: (company: string) => `Sign in with ${company}`,
      text: (company: string) => [
        `Hearback belongs to ${company}. You sign in with the account you use for your mail.`,
      ],
    },
    not_found: {
      title: 'There is no page here',
      go: () => 'All teams',
      text: () => ['The team may have been renamed or joined with another.'],
    },
    forbidden: {
      title: 'This page is not for you',
      go: () => 'Overview',
      text: () => ['You are signed in, but your role does not open it. Nothing is wrong with your account.'],
    },
    not_in_directory: {
      title: 'You are not in the directory',
      go: () => 'Sign in again',
      text: (company: string) => [
        `Your sign-in worked, but ${company} has not listed your address in Hearback yet.`,
        'Whoever looks after Hearback in your company can add you; then sign in again.',
      ],
    },
    sign_in_failed: {
      title: 'The sign-in did not finish',
      go: () => 'Sign in again',
      text: () => ['It took too long, or was begun in another window. Nothing is lost: start it again.'],
    },
    unknown_extension: {
      title: 'This extension is not known here',
      go: () => 'Overview',
      text: (company: string) => [
        `Something asked to be signed in that ${company} has not listed. Nothing was handed out.`,
        'If you only meant to use Hearback, install the extension from where your company offers it.',
      ],
    },
    too_many: {
      title: 'Too many tries in a short time',
      go: () => 'Try again',
      text: () => [
        'Wait a minute, then try again. Ratings are safe: your browser keeps them and sends them by itself.',
      ],
    },
    unavailable: {
      title: 'Hearback does not answer just now',
      go: () => 'Try again',
      text: () => [
        'Ratings are safe: your browser keeps them and sends them by itself. Nothing needs to be done again.',
      ],
    },
    internal: {
      title: 'Something went wrong here',
      go: () => 'Try again',
      text: () => ['It is our fault, not yours. Ratings are safe: your browser keeps them and sends them by itself.'],
    },
  },

  promise: promiseEn,
};

export type PagesMessages = typeof pagesEn;

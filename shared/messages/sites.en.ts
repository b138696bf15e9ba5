// What the administrators’ pages of the sites say, in English.
import { english } from './counting.ts';

const { count } = english;

export const sitesEn = {
  title: 'Sites',
  lead: 'The mail and ticket tools that the extension reads, and what browsers could not read on them.',
  reportsRead:
    'Reports are counted by the hour: at most one a day from each browser, with the site, the version and what could not be read. Nothing says who sent one, or of which page. Listed is what was reported in the last 24 hours, with when it began: a pause of up to three days, as at weekends, does not end it. Reports go after 30 days.',
  badRows:
    'Rows of site_origin that nobody can use. An origin is written https://tickets.acme.example: with https, without a path.',
  notA: { origin: 'not an origin', site: 'not a site' },
  site: 'Site',
  state: 'State',
  version: 'Version',
  switch: 'Switch',
  calm: 'nothing reported',
  off: 'off',
  published: 'published here',
  onDay: (day: string, time: string) => `${day}, ${time}`,
  orEarlier: (day: string) => `${day} or earlier`,
  fault: (what: string, since: string, n: number) =>
    `${what} since ${since}; ${count(n, 'report', 'reports')} in 24 hours`,
  fields: {
    root: 'conversation not found',
    conversation: 'conversation has no id',
    message: 'messages not found',
    id: 'messages have no id',
    author: 'author not found',
    recipients: 'recipients not found',
    body: 'text of the message not found',
    name: 'names of authors not found',
    time: 'times of messages not found',
    self: 'who reads is not found',
    queue: 'queue or project not found',
    answer: 'the site itself tells nothing',
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
    'When the site changed its pages: browsers take the newer description by themselves, and go back to the one in the extension wherever that one finds something that the newer one does not find at all. Its paths, query and frames count as well, on the hosts that the extension knows for this site.',
  begin: (version: number) => `Download the description in use as version ${version}, to begin with`,
  tryIt: 'Change in it what changed on the site, and try it on a page before everybody gets it:',
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
    unknown: 'There is no such field.',
    nothing: 'This finds nothing on any page.',
    speaks: (body: string) => `This must also name what ${body} finds: nothing in there may pass for the page’s own.`,
    shape: (expected: string) => `Expected here: ${expected}`,
    version: (above: number) => `This must be greater than ${above}.`,
  },
};

export type SitesMessages = typeof sitesEn;

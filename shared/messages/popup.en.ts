// What the popup and the options page say, in English.
import type { Rejection } from '../api/schemas.ts';
import type { Score } from '../words.ts';
import { english } from './counting.ts';

const ratings = (n: number) => (n === 1 ? '1 rating' : `${n} ratings`);

export interface PopupMessages {
  locale: string;
  scores: Record<Score, string>;
  /** Of the toolbar's badge. */
  badge: string;
  languages: string;
  options: string;
  here: string;
  answered: (when: string) => string;
  question: (team: string) => string;
  noneHere: string;
  another: string;
  /** Of a message whose author the company's directory does not know; the name as the page shows it. */
  whoseAnswer: (name: string | null) => string;
  whoseAnswerWhy: string;
  noneOfThese: string;
  allow: (hosts: readonly string[]) => string;
  allowWhy: string;
  which: string;
  team: string;
  noTeam: string;
  /** How many teams match, for those who hear the page. */
  matches: (n: number) => string;
  unknownPage: string;
  whatIsSent: string;
  /** Beside a team that is offered because it was rated here last. */
  asBefore: string;
  wish: string;
  /** Said before the click. */
  wishSends: (host: string, people: number) => string;
  wished: (host: string) => string;
  wishFailed: string;
  noPage: string;
  off: (host: string) => string;
  notHere: string;
  againHere: string;
  picture: string;
  pictureWhy: string;
  pictureShow: string;
  pictureSave: string;
  pictureFailed: string;
  last: string;
  today: string;
  yesterday: string;
  change: (team: string, score: string) => string;
  takeBack: string;
  takenBack: (team: string) => string;
  /** Unfolds all that wait to be counted. */
  allOpen: string;
  looking: string;
  noneOpen: string;
  back: string;
  saved: string;
  /** By what it waits for. */
  kept: Record<'online' | 'signIn', string>;
  counted: (day: string) => string;
  /** Nobody knows any more whether it was counted. */
  closed: string;
  /** With how many others a rating is shown. */
  anonymous: (others: number) => string;
  rejected: string;
  rejectedBecause: Record<Rejection, string>;
  failed: string;
  allSent: string;
  waitsForNetwork: (n: number) => string;
  waitsForSignIn: (n: number) => string;
  sending: (n: number) => string;
  tryNow: string;
  signOut: string;
  signIn: string;
  signInOnce: string;
  signInWith: (host: string) => string;
  signInAgain: string;
  signInKept: string;
  offline: string;
  offlineWhy: string;
  signingIn: string;
  signInFailed: Record<'cancelled' | 'offline' | 'refused' | 'no_server', string>;
  preparing: string;
  noServer: string;
  noServerWhy: string;
  openOptions: string;
  server: string;
  serverHint: string;
  serverManaged: string;
  serverMalformed: string;
  serverSaved: string;
  save: string;
  language: string;
  languageNames: Record<'en' | 'vi', string>;
  account: string;
  signedInAs: (name: string, server: string) => string;
  signedOut: string;
  everywhere: string;
  everywhereWhy: string;
  everywhereFailed: string;
  sites: string;
  sitesWhy: string;
  noSites: string;
  switchOn: (host: string) => string;
}

export const popupEn: PopupMessages = {
  locale: 'en-GB',
  scores: { 1: 'Very poor', 2: 'Poor', 3: 'OK', 4: 'Good', 5: 'Very good' },
  badge: 'Hearback: please sign in',
  languages: 'Language',
  options: 'Options',
  here: 'On this page',
  answered: (when) => `answered ${when}`,
  question: (team) => `How was ${team}’s answer?`,
  noneHere: 'No answer from another team is open here.',
  another: 'Another team',
  whoseAnswer: (name) => (name ? `Which team is ${name} of?` : 'Which team answered?'),
  whoseAnswerWhy: 'Asked once, on mailing lists once a thread; your choice stays on this device.',
  noneOfThese: 'None of them',
  allow: (hosts) =>
    hosts.length === 1 ? `Allow Hearback on ${hosts[0]}` : `Allow Hearback on ${hosts.length} servers`,
  allowWhy: 'Set up by your company, so that answers there can be rated too.',
  which: 'Which team answered you?',
  team: 'Team',
  noTeam: 'No team of this name.',
  matches: (n) => (n === 1 ? '1 team' : `${n} teams`),
  unknownPage: 'Answers are not recognised on this page.',
  whatIsSent: 'Sent: the team, your score and a code that cannot be read back. Not the page.',
  asBefore: 'as last time',
  wish: 'Tell your admin that this site should be known',
  wishSends: (host, people) =>
    `Sends only the name “${host}”. Your admin sees it once ${english.inWords(people)} people have asked, and never who.`,
  wished: (host) => `You have asked for ${host}. Thank you.`,
  wishFailed: 'Not sent. Please try again later.',
  noPage: 'Open the mail or ticket that you want to rate.',
  off: (host) => `Switched off on ${host}.`,
  notHere: 'Not on this site',
  againHere: 'Switch on again',
  picture: 'Something is not recognised here?',
  pictureWhy:
    'A picture of how this page is built helps whoever looks after Hearback. Every text and address in it is replaced; it is shown to you first and sent to nobody.',
  pictureShow: 'Show the picture',
  pictureSave: 'Save it on this computer',
  pictureFailed: 'This page gives no picture. Load it anew and try again.',
  last: 'Your last ratings',
  today: 'today',
  yesterday: 'yesterday',
  change: (team, score) => `${team}: ${score}. Change`,
  takeBack: 'Take back',
  takenBack: (team) => `Your rating of ${team} is taken back.`,
  allOpen: 'All ratings that can still be changed',
  looking: 'Asking the server …',
  noneOpen: 'No others.',
  back: 'Back',
  saved: 'saved',
  kept: { online: 'kept until you are online', signIn: 'kept until you sign in' },
  counted: (day) => `counted on ${day}`,
  closed: 'can’t be changed any more',
  anonymous: (others) => `Anonymous: only shown with ${english.inWords(others)} others.`,
  rejected: 'not counted',
  rejectedBecause: { own_team: 'your own team', unknown_team: 'team no longer known', too_old: 'older than 30 days' },
  failed: 'Not saved. Please try again.',
  allSent: 'Everything is sent.',
  waitsForNetwork: (n) => `${ratings(n)} ${n === 1 ? 'waits' : 'wait'} for the network, kept on this device.`,
  waitsForSignIn: (n) => `${ratings(n)} ${n === 1 ? 'waits' : 'wait'} until you sign in, kept on this device.`,
  sending: (n) => `Sending ${ratings(n)} …`,
  tryNow: 'Try now',
  signOut: 'Sign out',
  signIn: 'Sign in',
  signInOnce: 'Sign in once to rate',
  signInWith: (host) => `With the account you use for your mail, through ${host}.`,
  signInAgain: 'Please sign in again',
  signInKept: 'Rate as usual: everything is kept on this device and sent then.',
  offline: 'You are offline',
  offlineWhy: 'Rate as usual: everything is kept on this device and sent by itself.',
  signingIn: 'Signing in …',
  signInFailed: {
    cancelled: 'The sign-in window was closed.',
    offline: 'The server cannot be reached. Please try again later.',
    refused: 'The server did not let you in. Please ask your administrator.',
    no_server: 'No server is set.',
  },
  preparing: 'Fetching your company’s teams …',
  noServer: 'Which company?',
  noServerWhy: 'Hearback works with your company’s own server. Your administrator knows its address.',
  openOptions: 'Enter the address',
  server: 'Server',
  serverHint: 'The address of your company’s Hearback, for instance https://hearback.example',
  serverManaged: 'Set by your company.',
  serverMalformed: 'This is not an https address.',
  serverSaved: 'Saved.',
  save: 'Save',
  language: 'Language',
  languageNames: { en: 'English', vi: 'Tiếng Việt' },
  account: 'Account',
  signedInAs: (name, server) => `${name}, signed in at ${server}`,
  signedOut: 'Nobody is signed in.',
  everywhere: 'Sign out everywhere',
  everywhereWhy:
    'Ends your sign-in on all your devices within ten minutes. Each of them then asks you to sign in anew.',
  everywhereFailed: 'The server cannot be reached, so nothing was changed.',
  sites: 'Sites that are switched off',
  sitesWhy: 'Nothing of Hearback shows on them.',
  noSites: 'None.',
  switchOn: (host) => `Switch on ${host}`,
};

// The page "What we promise" in English: what is sent, stored and shown, and what is not protected.
import { inWords } from './counting.ts';

const words = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What the promise depends on in a deployment. */
export interface PromiseTerms {
  company: string;
  /** The least number of people behind anything shown. */
  k: number;
  clock: 'weekly' | 'daily' | 'seconds';
}

export interface PromiseText {
  title: string;
  lead: string;
  sections: { title: string; lead: string; points: { term: string; text: string }[] }[];
}

export function promiseEn({ company, k, clock }: PromiseTerms): PromiseText {
  const some = inWords(words, k);
  const others = inWords(words, k - 1);
  const ticks = {
    weekly: 'Every Monday at 06:00',
    daily: 'Every day at 06:00',
    seconds: 'Every few seconds (this is a demonstration; a company’s clock ticks once a week or once a day)',
  };
  return {
    title: 'What we promise',
    lead: 'One click under an answer says how it was. This page says what becomes of the click: what leaves your browser, what is kept, what others see, and what we cannot protect you from.',
    sections: [
      {
        title: 'What is sent',
        lead: `To ${company}’s own Hearback server, and to nobody else.`,
        points: [
          {
            term: 'Your click',
            text: 'The team, the score and when you clicked. Where the page gives both times, also how long you waited, in five steps from “under 1 hour” to “more than 3 days”.',
          },
          {
            term: 'A key for the conversation',
            text: 'So that a second click replaces the first. It is made with a secret that is yours alone: it does not tell which conversation it was, nor that somebody else rated the same one.',
          },
          {
            term: 'When you come back',
            text: 'Opening a conversation sends nothing. One exception: where you rated in this browser and have not been told yet that it counted, the extension asks by the same key what became of it.',
          },
          {
            term: 'When a page cannot be read',
            text: `Where a mail or ticket page changed and the extension finds no author or no message on it any more, it says so: the name of the tool, such as “Gmail”, the version of its description and what was not found. At most once a day for each tool. ${company}’s server only counts these, by the hour, and keeps the counts for 30 days: not who sent one, nor of which page.`,
          },
          {
            term: 'A picture of a page',
            text: 'To help mend such a page you can save a picture of it: only how it is built, every text and address replaced. It is shown to you and saved on your computer. The extension sends it to nobody.',
          },
          {
            term: 'Once an hour',
            text: 'The extension asks whether a tool has been switched off or is to be read in another way. That it asks says nothing of what you have open.',
          },
          {
            term: 'Your sign-in',
            text: 'The server has to know that you belong to the company, which team you are in, and count you once. What it keeps of that stands below.',
          },
          {
            term: 'Never',
            text: 'No subject, no text, no address, no name of the person who answered, no page address. Which team an author belongs to is looked up inside your browser.',
          },
          {
            term: 'The page you read',
            text: 'It is not told your score, and neither your click nor your keys on the row reach it. Three limits: a page that was open before the extension was installed or updated, and one that writes itself anew, can see where you clicked; and in a frame that the page prepared before it loaded, nothing can be guaranteed. The toolbar button is out of every page’s sight.',
          },
          {
            term: 'The directory in your browser',
            text: 'Addresses are hashed in it, so the file is no list of names. Whoever has it can still test whether an address they already know is in it, as in any address book.',
          },
        ],
      },
      {
        title: 'What is stored',
        lead: 'Teams, never persons: nothing about the colleague who answered exists anywhere, in the database either.',
        points: [
          {
            term: 'In place of your name',
            text: 'A pseudonym. It is made with a key that is new every quarter. A month after the first release of the next quarter that key is destroyed, and nobody can make the link again.',
          },
          {
            term: 'With it',
            text: 'The rated team, your own team, the score, the wait where it is known, the day, and in which order your clicks came. Never an hour.',
          },
          {
            term: 'Apart from it',
            text: `Your name, address and team, as ${company}’s directory has them, and your sign-ins. No line leads from there to a rating without the key of the quarter.`,
          },
          {
            term: 'Until it is released',
            text: 'You may change it as often as you like. Once released it is frozen: a later click on the same conversation is a new rating and counts next time.',
          },
          {
            term: 'What waits too long',
            text: 'After 28 days without enough people a rating moves to the group above. If there are not enough there either, it ends unpublished.',
          },
        ],
      },
      {
        title: 'What is shown',
        lead: `Only releases. Whoever stands behind a figure, or behind the difference of two figures, is nobody or at least ${some} people.`,
        points: [
          {
            term: `At least ${some} people, all at once`,
            text: `${ticks[clock]} everything that waits for a team is published together, if it comes from at least ${some} people. If not, all of it waits.`,
          },
          {
            term: 'One person, one voice',
            text: 'In a release you count once, with the mean of what you gave, however often you rated.',
          },
          {
            term: 'The same for everybody',
            text: 'Leads and admins see what you see. How many ratings are waiting is shown to nobody.',
          },
          {
            term: 'No small teams',
            text: 'A team of fewer than three people is rated as the group above it.',
          },
        ],
      },
      {
        title: 'What is not protected',
        lead: 'No rule can do everything. This one cannot protect you from:',
        points: [
          {
            term: 'People who pool what they know',
            text: `If ${others} of ${some} tell each other what they said, they can work out the last one’s score.`,
          },
          {
            term: 'Everybody saying the same',
            text: `When all of a release say Poor, it is plain that each of them did.`,
          },
          {
            term: 'That you took part',
            text: 'A team with few customers can guess who rated it, though not who said what.',
          },
          {
            term: 'Guesses about the others',
            text: 'Somebody who takes it that the others did not change their mind may read the difference of two releases as yours.',
          },
          {
            term: 'The operator, for a while',
            text: 'Whoever holds both the server’s secret and its database could link ratings to people until the quarter’s key is destroyed and the 30 days are over for which the database can be restored. Until then your ratings are confidential; after that they are anonymous.',
          },
          {
            term: 'Traffic logs',
            text: 'The platform that the server runs on sees, as for any website, that your computer spoke to it, and when.',
          },
          {
            term: 'Your own words',
            text: 'What you write or tell about your ratings, and every thank-you, carries your own voice. No rule hides it.',
          },
        ],
      },
    ],
  };
}

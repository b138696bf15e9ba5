// The page "What we promise" in English: what is sent, stored and shown, and what is not protected.
import { english } from './counting.ts';

const { inWords } = english;

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
  const [some, others, twice] = [k, k - 1, 2 * k].map(inWords);
  const ticks = {
    weekly: 'Every Monday at 06:00',
    daily: 'Every day at 06:00',
    seconds: 'Every few seconds (this is a demonstration; a company’s clock ticks once a week or once a day)',
  };
  const change = {
    weekly: 'on the first Monday of a quarter',
    daily: 'on the first day of a quarter',
    seconds: 'at the first tick of a quarter',
  };
  return {
    title: 'What we promise',
    lead: 'One click under an answer says how it was. This page says what becomes of the click: what leaves your browser, what is kept, what others see, and what we cannot protect you from.',
    sections: [
      {
        title: 'What is sent',
        lead: `To ${company}’s own Hearback server. Where something goes to ${company}’s sign-in or back to the tool you are reading, it is said here. Nothing goes to anybody else.`,
        points: [
          {
            term: 'Your click',
            text: 'The team, the score and when you clicked. Where the page gives both times, also how long you waited, in five steps from “under 1 hour” to “more than 3 days”. And a random number, so that a click that is sent twice counts once.',
          },
          {
            term: 'A key for the conversation',
            text: 'So that a second click replaces the first. Your browser makes it with a secret that the server gives to you alone. Without that secret it tells neither which conversation it was, nor that somebody else rated the same one.',
          },
          {
            term: 'When you open a conversation',
            text: 'Nothing about it is sent. But where you rated in this browser and have not been told yet that it counted, the extension asks by the same key what became of it; opening the popup asks the same of your last ratings, listing there all that can still be changed asks it of those, and taking one back asks it of that one. Where you are not signed in, the sign-in is tried. And what the browser still lacks of the directory, by kind of account such as “mail”, is fetched.',
          },
          {
            term: 'The tool itself',
            text: 'Some tools do not show on the page who wrote, or to whom it went. There (Jira Cloud, Roundcube, SOGo, Zendesk, Zimbra) the extension asks the tool that you are signed in to anyway. The answer stays in your browser; the tool can see that it was asked.',
          },
          {
            term: 'At fixed times',
            text: 'Once an hour the extension asks whether a tool has been switched off or is to be read in another way; twice a day and when the browser starts, for the company’s teams and its directory. That it asks says nothing of what you have open.',
          },
          {
            term: 'When a page cannot be read',
            text: `Where the extension no longer finds, for example, the author or the message on a mail or ticket page, it says so: the name of the tool, such as “Gmail”, the version of its description and what was not found. At most once a day for each tool. ${company}’s server only counts these, by the hour, and keeps the counts for 30 days: not who sent one, nor of which page.`,
          },
          {
            term: 'A picture of a page',
            text: 'To help mend such a page you can save a picture of it: only how it is built, every text and address replaced. It is shown to you and saved on your computer. The extension sends it to nobody.',
          },
          {
            term: 'When you ask that a site be known',
            text: `On a page that is not recognised, the popup lets you ask for it. That sends the name of the host, such as “tickets.example.com”, and nothing else of the page. Until it is shown, ${company}’s server counts you once, under pseudonyms of the quarter that are others for each host. Admins see the host at the first release time after ${some} people have asked for it, and never who. The pseudonyms are deleted then, at the latest at the second release time of the next quarter.`,
          },
          {
            term: 'Your sign-in',
            text: `You sign in with ${company}’s own sign-in, which sees that you do, and when. With each message the extension shows the server who you are: it has to know that you belong to the company, which team you are in, and count you once. What it keeps of that stands below.`,
          },
          {
            term: 'Never',
            text: 'No subject, no text, no address, no name of the person who answered, no page address. A rating does not name the tool either. Which team an author belongs to is looked up inside your browser.',
          },
          {
            term: 'The page you read',
            text: 'It can see that the row is there, when your pointer or the focus is in it, where the pointer leaves it and how often something is pressed there. Your score, the place of your click and your keys do not reach it. Three limits: a page that was open before the extension was installed or updated, and one that writes itself anew, can see where you clicked, and so your score; and in a frame that the page prepared before it loaded, nothing can be guaranteed. A click on faces that you could not see, because the page had painted something over them, is not counted. Not every trick can be told, though: a shadow, a sealed part of the page, or another page around this one may still lie over them. The toolbar button is out of every page’s sight.',
          },
        ],
      },
      {
        title: 'What is stored',
        lead: 'A rating names a team, never a person: nothing about how a single colleague answered exists anywhere, in the database either.',
        points: [
          {
            term: 'In place of your name',
            text: `A pseudonym. It is made with a key that is new every quarter: the key changes ${change[clock]}, and 31 days later the old one is destroyed. Another 30 days later no copy of the database holds it any more, and nobody can make the link again.`,
          },
          {
            term: 'With it',
            text: 'The rated team, your own team, the score, the wait where it is known, the day, a key that stands for the conversation, the click’s random number, how many people you were promised to be among, and in which order ratings came. The hour only in a form that says nothing without the quarter’s key.',
          },
          {
            term: 'Apart from it',
            text: `Your name, address and team, as ${company}’s directory has them, the numbers by which its sign-in knows you and first knew you, whether you signed out everywhere, and your sign-ins: on these pages for 12 hours, in the extension for 180 days at most, and what is left of one for two weeks at most after. Of their times only the week is kept, and no order among people. No line leads from there to a rating without the key of the quarter.`,
          },
          {
            term: 'Until it is released',
            text: 'You may change it, or take it back, as often as you like. Once released it is frozen: a later click on the same conversation is a new rating and counts next time.',
          },
          {
            term: 'What waits too long',
            text: 'After 28 days without enough people a rating moves to a wider circle, at last to the group above, and waits there anew. Where nothing wider is left it ends unpublished. So does what still waits when the key of its quarter is destroyed.',
          },
          {
            term: 'How long',
            text: 'Releases stay, and so do the ratings behind them. Of what was taken back or ended unpublished, a line stays without the score, the wait and your pseudonym. After the end of their key all of these are without a name that anybody could find again.',
          },
          {
            term: 'In your browser',
            text: 'What you rated: team, score, tool and time, so that the row can show it again. The conversation stands there as its key only. And which team you rated last on pages that are not recognised, for which you asked, and which team you said somebody belongs to; addresses and people as keys too. All of it goes when you sign out in the extension, but for what has not been sent yet. The names of hosts on which you switched Hearback off stay until you switch it on again.',
          },
          {
            term: 'The directory in your browser',
            text: 'Addresses are hashed in it, so the file is no list of names. Whoever has it can still test whether an address they already know is in it, as in any address book.',
          },
        ],
      },
      {
        title: 'What is shown',
        lead: `To everybody who can sign in at ${company}, and only releases. Whoever stands behind a figure, or behind the difference of two figures, is nobody or at least ${some} people. There are two exceptions: a single bar of the five scores can stand for fewer, and so can the difference between all voices and those whose wait is known.`,
        points: [
          {
            term: `At least ${some} people, all at once`,
            text: `${ticks[clock]} what waits for a team is published together, if it comes from at least ${some} people. If not, all of it waits. The same holds, by itself, for each step of the waits. Where ${twice} or more people of one team rated another in a quarter, theirs wait by themselves in the next, under the same rule.`,
          },
          {
            term: 'If that number changes',
            text: 'When it is lowered, what you gave before still waits for as many as you were promised. When it is raised, what was published before stays as it is, with fewer people behind it.',
          },
          {
            term: 'A wait that is not shown',
            text: `Beside the waits stands for how many of all voices they are known, for six of seven, say. So it can be seen that one person’s wait is not shown. It means that the page told no time, or that fewer than ${some} waited as long; it says nothing of their score, for waits and scores are never put together.`,
          },
          {
            term: 'One person, one voice',
            text: 'In a release you count once, with the rounded mean of what you gave, however often you rated.',
          },
          {
            term: 'The same for everybody',
            text: 'Leads and admins see the figures that you see. Admins see two things more: in which hours a tool could not be read and how often, be it once, and the hosts that enough people asked for. Neither says who. How many ratings are waiting is shown to nobody.',
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
            text: `If all but one in a release tell each other what they said, ${others} of ${some} for example, they can work out the last one’s score.`,
          },
          {
            term: 'Everybody saying the same',
            text: 'When all of a release say Poor, it is plain that each of them did.',
          },
          {
            term: 'A single low score',
            text: `When one of ${some} says Very poor, everybody sees that one of them did, though not who.`,
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
            term: 'The operator, while a click arrives',
            text: 'At that moment the server knows who you are and what you say. It keeps only what stands above. Whoever changed its program could keep more.',
          },
          {
            term: 'The operator, for a while',
            text: 'Whoever holds both the server’s secret and its database could link ratings, and requests that a site be known, to people, and where they can guess the conversation, from the number of a ticket for example, tell that and the hour too: until the quarter’s key is destroyed and the 30 days are over for which the database can be restored. Until then your ratings are confidential; after that they are anonymous, with the two limits that follow.',
          },
          {
            term: 'Small teams in the database',
            text: 'One limit: a rating keeps your team and its day, and those of one person in a quarter share a pseudonym. Whoever reads the database and knows a small team well may guess who it was.',
          },
          {
            term: 'Watching the database',
            text: 'The other: whoever reads the database again and again, or has it restored to one moment of the last 30 days after another, sees what came between two readings: that your sign-in was renewed, and that a rating arrived. Where few people were at it just then, this tells whose rating it is, without any key. What the database holds at a single moment does not.',
          },
          {
            term: 'Traffic logs',
            text: 'Cloudflare, whose platform the server runs on, sees, as for any website, that your computer spoke to it, and when.',
          },
          {
            term: 'Your own computer',
            text: 'Whoever manages it or sits at it can see what you rated there.',
          },
          {
            term: 'Your own words',
            text: 'What you write or tell others about your ratings carries your own voice. No rule hides it.',
          },
        ],
      },
    ],
  };
}

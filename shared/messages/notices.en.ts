// What is said where there is nothing to show: refusals, errors, a farewell, in English.

export const noticesEn = {
  signed_out: {
    title: 'Sign in to see your company’s figures',
    go: (company: string) => `Sign in with ${company}`,
    text: (company: string) => [
      `This Hearback belongs to ${company}. You sign in with the account you use for your mail.`,
    ],
  },
  farewell: {
    title: 'You are signed out',
    go: () => 'Sign in again',
    text: (company: string) => [
      `Only of Hearback’s pages: the extension, and ${company}’s own sign-in, may still know you. At a shared computer sign out there as well.`,
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
    text: () => ['Wait a minute, then try again. Ratings are safe: your browser keeps them and sends them by itself.'],
  },
  unavailable: {
    title: 'Hearback does not answer just now',
    go: () => 'Try again',
    text: () => ['Ratings are safe: your browser keeps them and sends them by itself. Nothing needs to be done again.'],
  },
  internal: {
    title: 'Something went wrong here',
    go: () => 'Try again',
    text: () => ['It is our fault, not yours. Ratings are safe: your browser keeps them and sends them by itself.'],
  },
};

export type NoticesMessages = typeof noticesEn;

// The words that extension, worker and database share (scores, aspects, reasons, waits) and the limits both sides keep.

/** A score: 1 Very poor, 2 Poor, 3 OK, 4 Good, 5 Very good. */
export type Score = 1 | 2 | 3 | 4 | 5;
export const SCORES = [1, 2, 3, 4, 5] as const satisfies readonly Score[];

/** The dimensions of internal service quality; at most one is asked per rating. */
export const ASPECTS = ['reliability', 'responsiveness', 'assurance', 'empathy', 'ease'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Short explanations of a score. The first five explain a low score, the last five a high one. */
export const REASONS = [
  'took_too_long',
  'had_to_ask_again',
  'did_not_solve_it',
  'hard_to_understand',
  'felt_brushed_off',
  'solved_it',
  'fast',
  'clear',
  'friendly',
  'went_further',
] as const;
export type Reason = (typeof REASONS)[number];

/** From the last message of the rater or their team to the response: under 1 h, 4 h, 1 day, 3 days, or more. */
export const WAITS = ['1h', '4h', '1d', '3d', 'more'] as const;
export type Wait = (typeof WAITS)[number];

/** How a site names an author or a place: one section of the directory each. */
export const ACCOUNT_KINDS = [
  'mail',
  'jira',
  'jira-server',
  'github',
  'gitlab',
  'zendesk',
  'servicenow',
  'zammad',
  'rt',
  'redmine',
  'glpi',
  'osticket',
  'freescout',
  'znuny',
  // A person's full name, where nobody else in the company has it.
  'name',
  // A queue, project or list whose answers are a team's.
  'queue',
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];
/** Ids of these kinds mean the same everywhere; all others are unique on their host only and are written `host/id`. */
export const KINDS_WITHOUT_HOST: readonly AccountKind[] = ['mail', 'jira', 'github', 'name'];

/** The sites that there are descriptions of. */
export const SITE_IDS = [
  'gmail',
  'outlook',
  'roundcube',
  'sogo',
  'horde',
  'zimbra',
  'jira-cloud',
  'jira-server',
  'jsm-portal',
  'zendesk',
  'servicenow',
  'github',
  'gitlab',
  'zammad',
  'request-tracker',
  'glpi',
  'osticket',
  'redmine',
  'freescout',
  'znuny',
  'hyperkitty',
] as const;
export type SiteId = (typeof SITE_IDS)[number];

/** Which site stands on a server of the company's own. */
export interface SetSite {
  origin: string;
  site: SiteId;
}

export const LANGUAGES = ['en', 'vi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Events older than this are refused as `too_old`: the one exception to "a click is never lost". Milliseconds. */
export const OLDEST_EVENT_MS = 30 * 24 * 60 * 60 * 1000;
/** How far an event's clock may run ahead of the server's before it is set back. Milliseconds. */
export const CLOCK_AHEAD_MS = 5 * 60 * 1000;
/** Most rating events in one request. */
export const BATCH_MAX = 100;
/** Largest body of a request, in bytes. */
export const BODY_MAX = 64 * 1024;
/** Under this many voices a page shows the count and the bars, no percentage. */
export const FEW_VOICES = 10;

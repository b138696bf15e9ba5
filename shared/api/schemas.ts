// The only description of what the API takes and gives: types, validation, the client and the published OpenAPI document come from here.
import * as v from 'valibot';
import { HEALTH_FIELDS } from '../sites/health.ts';
import { mayWishFor } from '../sites/wish.ts';
import { ASPECTS, BATCH_MAX, REASONS, SITE_IDS, WAITS } from '../words.ts';

const base64url = (bytes: number) => {
  const length = Math.ceil((bytes * 4) / 3);
  return v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, 'base64url'), v.length(length, `${bytes} bytes as base64url`));
};
const opaque = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20,200}$/, 'an opaque token'));
const TeamId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535));

/** 32 bytes, base64url: HMAC-SHA-256 of site and conversation under the rater's own key. Says nothing about the conversation. */
const ConversationKey = base64url(32);

/** One click: what somebody said of a team in a conversation at a moment. */
export const RatingEvent = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  /** max(now, last rev of this device + 1), in ms since 1970: the newest wins, ties go to the greater id. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  team: TeamId,
  conversation: ConversationKey,
  /** null withdraws. */
  score: v.nullable(v.picklist([1, 2, 3, 4, 5])),
  aspect: v.optional(v.strictObject({ name: v.picklist(ASPECTS), score: v.picklist([1, 2, 3, 4, 5]) })),
  reasons: v.optional(
    v.pipe(
      v.array(v.picklist(REASONS)),
      v.maxLength(REASONS.length),
      v.checkItems((r, i, all) => all.indexOf(r) === i, 'each reason once'),
    ),
  ),
  wait: v.optional(v.picklist(WAITS)),
});
export type RatingEvent = v.InferOutput<typeof RatingEvent>;

export const RatingsRequest = v.strictObject({
  events: v.pipe(v.array(RatingEvent), v.minLength(1), v.maxLength(BATCH_MAX)),
});

const REJECTIONS = ['own_team', 'unknown_team', 'too_old'] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** What became of one event. `accepted`: it is the newest word (also when it arrives again); `superseded`: a newer one is known. */
export const RatingResult = v.variant('result', [
  v.object({ id: v.string(), result: v.literal('accepted') }),
  v.object({ id: v.string(), result: v.literal('superseded') }),
  v.object({ id: v.string(), result: v.literal('rejected'), code: v.picklist(REJECTIONS) }),
]);
export type RatingResult = v.InferOutput<typeof RatingResult>;
/** Whatever else a newer server says became of an event: this version knows only which one is meant. */
const UnknownResult = v.pipe(
  v.object({ id: v.string() }),
  v.transform(({ id }) => ({ id, result: 'unknown' as const })),
);
export const RatingsResponse = v.object({ results: v.array(v.union([RatingResult, UnknownResult])) });
export type ResultToldOf = v.InferOutput<typeof RatingsResponse>['results'][number];

/** Asks what the server holds of the asker's own ratings, so that a second device shows the same. */
export const FindRatingsRequest = v.strictObject({
  ratings: v.pipe(
    v.array(v.strictObject({ team: TeamId, conversation: ConversationKey })),
    v.minLength(1),
    v.maxLength(BATCH_MAX),
  ),
});
export const FoundRating = v.object({
  team: v.number(),
  conversation: v.string(),
  score: v.nullable(v.picklist([1, 2, 3, 4, 5])),
  rev: v.number(),
  /** The day (YYYY-MM-DD, company time) of the release that counted it; null while it is pending. */
  counted: v.nullable(v.string()),
});
export type FoundRating = v.InferOutput<typeof FoundRating>;
/** Only those that exist, in no particular order. */
export const FindRatingsResponse = v.object({ ratings: v.array(FoundRating) });

export const TokenRequest = v.variant('grant', [
  v.strictObject({
    grant: v.literal('code'),
    code: opaque,
    verifier: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._~-]{43,128}$/)),
    redirectUri: v.pipe(v.string(), v.url()),
  }),
  v.strictObject({ grant: v.literal('refresh'), refreshToken: opaque }),
]);
export const TokenResponse = v.object({
  accessToken: v.string(),
  /** Seconds until the access token ends. */
  expiresIn: v.number(),
  refreshToken: v.string(),
  /** Names the account within this server: opaque, stable, the same on every device. */
  account: v.string(),
  /** 32 bytes, base64url: the rater's own key for conversation keys, the same on all their devices. */
  conversationSecret: v.string(),
});
export type TokenResponse = v.InferOutput<typeof TokenResponse>;

export const SignOutRequest = v.strictObject({ refreshToken: v.optional(opaque), everywhere: v.optional(v.boolean()) });

export const ConfigTeam = v.object({
  id: v.number(),
  parent: v.nullable(v.number()),
  name: v.string(),
  nameVi: v.nullable(v.string()),
  /** The team that is rated in its place (itself, unless it has fewer than 3 people). */
  ratedAs: v.number(),
  /** Somebody, or a shared mailbox, answers for it; else it only groups others. Older servers do not say. */
  answers: v.optional(v.boolean(), true),
});
export type ConfigTeam = v.InferOutput<typeof ConfigTeam>;
export const ConfigResponse = v.object({
  company: v.string(),
  /** Closed, unlike the lists below: an extension must not call anonymous what it does not know to be. */
  ratings: v.picklist(['anonymous']),
  /** The least number of people behind anything shown. */
  k: v.number(),
  /** When releases are made: the next tick's day, YYYY-MM-DD, company time. */
  nextTick: v.string(),
  /** Kinds of account that are listed; an extension passes over those that it does not know. */
  directoryKinds: v.array(v.string()),
  teams: v.array(ConfigTeam),
  /** The company's own servers; an extension passes over a site that it does not know. Older servers do not say. */
  sites: v.optional(v.array(v.object({ origin: v.string(), site: v.string() })), []),
  me: v.object({ name: v.string(), team: v.number(), email: v.string() }),
});
export type ConfigResponse = v.InferOutput<typeof ConfigResponse>;

/** Only sites of which something was decided: what came with the extension is not repeated. */
export const SitesResponse = v.object({
  sites: v.array(
    v.object({
      id: v.string(),
      /** Nothing is to be shown there. */
      off: v.boolean(),
      /** To be taken where its version is greater than the extension's own; looked at one by one (shared/sites/schema.ts). */
      newer: v.nullable(v.object({ version: v.number(), description: v.record(v.string(), v.unknown()) })),
    }),
  ),
});
export type SitesResponse = v.InferOutput<typeof SitesResponse>;

/** What could not be read on a site. All there is to say: not who noticed it, not on which page. */
export const HealthReportRequest = v.strictObject({
  site: v.picklist(SITE_IDS),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99_999)),
  field: v.picklist(HEALTH_FIELDS),
});

/** A host of which a description would be welcome; no path, no port, no page. */
export const SiteWishRequest = v.strictObject({
  host: v.pipe(v.string(), v.maxLength(253), v.check(mayWishFor, 'a host name that others may know')),
});

/** RFC 9457 problem details; `code` is the closed word a program looks at, `field` names what is malformed. */
export const PROBLEMS = [
  'malformed',
  'not_json',
  'too_large',
  'unauthorized',
  'expired',
  'forbidden',
  'not_found',
  'too_many',
  'unavailable',
  'invalid_grant',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];
export const Problem = v.object({
  type: v.literal('about:blank'),
  title: v.string(),
  status: v.number(),
  code: v.picklist(PROBLEMS),
  field: v.optional(v.string()),
  detail: v.optional(v.string()),
});
export type Problem = v.InferOutput<typeof Problem>;

// The one table of the API: its types, the client, the worker's validation and the published document all come from here.
import * as v from 'valibot';
import { ACCOUNT_KINDS } from '../words.ts';
import {
  ConfigResponse,
  FindRatingsRequest,
  FindRatingsResponse,
  HealthReportRequest,
  type ProblemCode,
  RatingsRequest,
  RatingsResponse,
  SignOutRequest,
  SitesResponse,
  SiteWishRequest,
  TokenRequest,
  TokenResponse,
} from './schemas.ts';

export interface Endpoint {
  summary: string;
  method: 'GET' | 'POST';
  path: string;
  /** Who may call: somebody with an access token, or anybody. */
  access: 'bearer' | 'anybody';
  query?: v.GenericSchema<Record<string, string>, unknown>;
  body?: v.GenericSchema;
  /** A JSON answer's schema, `bytes` for application/octet-stream, `nothing` for 204. */
  answer: v.GenericSchema | 'bytes' | 'nothing';
  /** It carries an ETag and answers 304 to If-None-Match. */
  etag?: true;
  /** Beside those that every endpoint may answer with (`EVERYWHERE`) and those of its guard and body. */
  problems: readonly ProblemCode[];
}

/** `kinds=mail,jira`: each kind of account once. */
export const DirectoryQuery = v.strictObject({
  kinds: v.pipe(
    v.string(),
    v.transform((text) => [...new Set(text.split(','))].sort()),
    v.array(v.picklist(ACCOUNT_KINDS)),
  ),
});

export const ENDPOINTS = {
  token: {
    summary: 'Trade a sign-in code or a refresh token for an access token; each refresh token is good once.',
    method: 'POST',
    path: '/api/token',
    access: 'anybody',
    body: TokenRequest,
    answer: TokenResponse,
    problems: ['invalid_grant'],
  },
  signOut: {
    summary: 'End the sign-in of a refresh token, or, with an access token, every sign-in of the person.',
    method: 'POST',
    path: '/api/sign-out',
    access: 'anybody',
    body: SignOutRequest,
    answer: 'nothing',
    problems: ['unauthorized', 'expired'],
  },
  config: {
    summary: 'The company, its teams, the next release, and who asks.',
    method: 'GET',
    path: '/api/config',
    access: 'bearer',
    answer: ConfigResponse,
    etag: true,
    problems: [],
  },
  directory: {
    summary: 'Which account belongs to which team, packed as salted hashes (shared/directory/format.ts).',
    method: 'GET',
    path: '/api/directory',
    access: 'bearer',
    query: DirectoryQuery,
    answer: 'bytes',
    etag: true,
    problems: ['malformed'],
  },
  ratings: {
    summary: 'Send rating events; each gets its own result, and sending one again changes nothing.',
    method: 'POST',
    path: '/api/ratings',
    access: 'bearer',
    body: RatingsRequest,
    answer: RatingsResponse,
    problems: [],
  },
  findRatings: {
    summary: "Ask what is held of the asker's own ratings.",
    method: 'POST',
    path: '/api/ratings/find',
    access: 'bearer',
    body: FindRatingsRequest,
    answer: FindRatingsResponse,
    problems: [],
  },
  sites: {
    summary: 'Descriptions of sites that are newer than those in the extension, and the sites that are switched off.',
    method: 'GET',
    path: '/api/sites',
    access: 'bearer',
    answer: SitesResponse,
    etag: true,
    problems: [],
  },
  healthReports: {
    summary:
      'Say that a site’s pages cannot be read any more. Counted by the hour; nothing is kept of the sender or the page.',
    method: 'POST',
    path: '/api/health-reports',
    access: 'bearer',
    body: HealthReportRequest,
    answer: 'nothing',
    problems: [],
  },
  siteWishes: {
    summary:
      'Say that a description of a host would be welcome. Each person counts once; administrators see the host at the next tick after k people have said so, and nobody sees who.',
    method: 'POST',
    path: '/api/site-wishes',
    access: 'bearer',
    body: SiteWishRequest,
    answer: 'nothing',
    problems: [],
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof ENDPOINTS;
type Table = typeof ENDPOINTS;

export type BodyOf<N extends EndpointName> = Table[N] extends { body: infer S extends v.GenericSchema }
  ? v.InferInput<S>
  : never;
export type QueryOf<N extends EndpointName> = Table[N] extends { query: infer S extends v.GenericSchema }
  ? v.InferInput<S>
  : never;
export type AnswerOf<N extends EndpointName> = Table[N]['answer'] extends infer A
  ? A extends v.GenericSchema
    ? v.InferOutput<A>
    : A extends 'bytes'
      ? Uint8Array<ArrayBuffer>
      : null
  : never;

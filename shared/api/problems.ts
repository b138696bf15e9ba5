// What each code of a problem means: the HTTP status it travels with and its title. No detail, no field: those differ each time.
import type { ProblemCode } from './schemas.ts';

export const PROBLEM_KINDS = {
  malformed: { status: 400, title: 'The request is malformed' },
  not_json: { status: 415, title: 'The body must be application/json' },
  too_large: { status: 413, title: 'The body is too large' },
  unauthorized: { status: 401, title: 'A valid access token is needed' },
  expired: { status: 401, title: 'The access token has expired' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'There is nothing here' },
  too_many: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available at the moment' },
  invalid_grant: { status: 400, title: 'The code or refresh token is not valid' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>;

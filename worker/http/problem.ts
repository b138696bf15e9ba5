// Every refusal of the worker, as RFC 9457 problem details: a closed set of codes, never a stack trace.
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { PROBLEM_KINDS } from '../../shared/api/problems.ts';
import type { Problem, ProblemCode } from '../../shared/api/schemas.ts';
import type { App, Env } from '../env.ts';
import { log } from '../log.ts';
import { NOTICE_OF, notice } from './notice.ts';

/** What may be said beside the code. `retryAfter` is in seconds. */
export interface TroubleDetails {
  field?: string;
  detail?: string;
  retryAfter?: number;
}

/** Throw it anywhere behind a route: the caller gets the problem of that code. */
export class Trouble extends Error {
  override name = 'Trouble';
  readonly code: ProblemCode;
  readonly details: TroubleDetails;

  constructor(code: ProblemCode, details: TroubleDetails = {}) {
    super(details.detail ?? PROBLEM_KINDS[code].title);
    this.code = code;
    this.details = details;
  }
}

/** Answers with the problem, or, to somebody who reads a page, with a notice that says the same in words. */
function refuse(c: Context<App>, trouble: Trouble): Response | Promise<Response> {
  const { code, details } = trouble;
  const { status, title } = PROBLEM_KINDS[code];
  if (details.retryAfter !== undefined) c.header('Retry-After', String(Math.ceil(details.retryAfter)));
  if (readsPages(c)) return notice(c, status, NOTICE_OF[code]);
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(details.field === undefined ? {} : { field: details.field }),
    ...(details.detail === undefined ? {} : { detail: details.detail }),
  };
  if (status === 401) {
    c.header('WWW-Authenticate', code === 'expired' ? 'Bearer error="invalid_token"' : 'Bearer');
  }
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' });
}

export const onError: ErrorHandler<App> = (error, c) => refuse(c, troubleOf(error, c.env));

export const notFound: NotFoundHandler<App> = (c) => refuse(c, new Trouble('not_found'));

function troubleOf(error: Error, env: Env): Trouble {
  if (error instanceof Trouble) return error;
  return log(error, env) === 'passing' ? new Trouble('unavailable', { retryAfter: 10 }) : new Trouble('internal');
}

function readsPages(c: Context): boolean {
  const program = c.req.path.startsWith('/api/') || c.req.path === '/healthz';
  return !program && (c.req.header('Accept') ?? '').includes('text/html');
}
